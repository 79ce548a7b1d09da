using System.Diagnostics;
using Microsoft.Playwright;
using Simulation.Testing;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Tests.CommandLine;
using Simulation.Viewer.Tests.Fixtures;
using Simulation.Viewer.Wall;

namespace Simulation.Viewer.Tests.Walls;

/// <summary>The presenter's laptop steers with the page in a browser; the wall, a window of its own on another screen, shows the same.</summary>
public sealed class SteeredWallTests(Browser browser) : WatchedScreen
{
    [Fact]
    public async Task TheLaptopSteers_TheWallShows_OneClockOneCameraTheStoryAndDarkness()
    {
        string story = Path.Combine(Folder, "story.yaml");
        await File.WriteAllTextAsync(
            story,
            "story: S\nsteps:\n  - { title: The first step, date: 2026-10-14, indicator: school_walk, layer: school }\n"
            + "  - { title: Where it changed, view: change }\n  - { title: In one place, place: Knowsley }\n",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "another.yaml"), "story: Another\nsteps:\n  - { title: Told otherwise, place: Halton }\n  - { title: In all }\n  - { title: To the end }\n", TestContext.Current.CancellationToken);
        using RunningViewer viewer = RunningViewer.Start("school-run-together", "--story", story, "--residents", "9000", "--days", "60", "--port", "0");
        Uri address = await viewer.AddressAsync();
        IPage page = await browser.OpenAsync(address, wall: true);
        await page.UntilAsync("viewer.status?.day >= 28 && viewer.status.phase === 'paused' && viewer.answer && viewer.map.idle", 60);
        using var window = new RunningWall(Screen, "--connect", address.ToString());
        await window.UntilAsync("The wall is drawn by");
        using var heard = new ClientWallSource(address.ToString(), TestContext.Current.CancellationToken);
        uint[] first = Rested(p => p.Count(VirtualScreen.IsAmber) > 1_500, "what the page opened on");
        await SameAsync(page, heard, "everybody", -1);

        // One clock: the page plays, and both stand on its day.
        await page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await page.UntilAsync("viewer.status.day > 36", 60);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await page.UntilAsync("viewer.status.phase === 'paused'");
        await SameAsync(page, heard, "everybody", -1);
        uint[] played = Rested(p => Differ(p, first) > 0.002, "another day");

        // One camera: a place, the whole region again, a street.
        await page.Keyboard.PressAsync("1");
        await page.UntilAsync("viewer.map.stand !== null");
        await SameAsync(page, heard, "everybody", -1);
        Rested(p => Differ(p, played) > 0.1, "the page's place");
        await page.Keyboard.PressAsync("0");
        Rested(p => Differ(p, played) < 0.002, "the whole region again");
        await page.GetByRole(AriaRole.Button, new() { Name = "Street", Exact = true }).ClickAsync();
        await SameAsync(page, heard, "street", -1);
        uint[] street = Rested(p => Differ(p, played) > 0.2, "the page's street");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await SameAsync(page, heard, "change", -1);
        Rested(p => Differ(p, street) > 0.2 && Differ(p, played) > 0.05, "the change");
        await page.GetByRole(AriaRole.Button, new() { Name = "Everybody", Exact = true }).ClickAsync();
        Rested(p => Differ(p, played) < 0.002, "everybody again");

        // A bright room, and darkness.
        await page.Keyboard.PressAsync("t");
        Rested(p => Screen.Light(p, 0, 0, Width, Height) > 0.7, "a light room");
        await page.Keyboard.PressAsync("t");
        await page.Keyboard.PressAsync("b");
        Rested(p => !p.Any(VirtualScreen.IsAmber) && Screen.Light(p, 0, 150, Width, Height) < 0.06, "darkness");
        await page.Keyboard.PressAsync("b");
        Rested(p => Differ(p, played) < 0.002, "what was there before");

        // The story, step by step.
        uint[] before = played;
        for (int step = 0; step < 3; step++)
        {
            await page.Keyboard.PressAsync("PageDown");
            uint[] shown = before;
            before = Rested(p => Differ(p, shown) > 0.01, $"step {step + 1} of the story");
            await page.UntilAsync($"viewer.stepIndex === {step}");
            await UntilAsync(() => heard.Steered?.Step == step, () => $"step {step}, the wall stands at {heard.Steered}");
        }

        // Another story, opened from the page: the wall tells it, too, from its first step.
        await page.Keyboard.PressAsync("Escape");
        await page.GetByLabel("Open another story").SelectOptionAsync("another");
        await page.UntilAsync("viewer.hello.story.title === 'Another' && viewer.stepIndex === -1");
        await UntilAsync(() => heard.Steered?.Step == -1 && heard.Story?.Title == "Another", () => $"no step of another story, the wall stands at {heard.Steered} of {heard.Story?.Title}");
        await page.EvaluateAsync("document.activeElement.blur(), 0");
        await page.Keyboard.PressAsync("PageDown");
        Rested(p => Differ(p, before) > 0.01, "the first step of another story");
        await UntilAsync(() => heard.Steered?.Step == 0, () => $"step 0, the wall stands at {heard.Steered}");
        Screen.Press("Escape");
        (await window.EndAsync()).ShouldBe(0, window.Said);
    }

    // The wall hears the page's day, view and camera, to the last digit.
    private static async Task SameAsync(IPage page, ClientWallSource wall, string view, int step)
    {
        await page.UntilAsync("viewer.map.idle");
        int day = await page.EvaluateAsync<int>("viewer.status.shownDay");
        string topic = await page.EvaluateAsync<string>("viewer.topic");
        double?[] stand = await page.EvaluateAsync<double?[]>("viewer.map.stand ? [viewer.map.stand.x, viewer.map.stand.y, viewer.map.stand.pixelsPerKm] : [null, null, null]");
        await UntilAsync(
            () =>
            {
                wall.GoTo(int.MaxValue, new Progress<Living>(), TestContext.Current.CancellationToken);
                return wall.Day == day && wall.Steered == new WallView(view, topic, -1, step, false, stand[0], stand[1], stand[2]);
            },
            () => $"the page shows {view} of {topic} on day {day} from {string.Join(' ', stand)}; the wall day {wall.Day}, {wall.Steered}");
    }

    private static async Task UntilAsync(Func<bool> holds, Func<string> what)
    {
        for (var watch = Stopwatch.StartNew(); !holds(); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            watch.Elapsed.TotalSeconds.ShouldBeLessThan(60, what());
        }
    }
}
