using Simulation.Testing;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Walls;

/// <summary>The wall by its command line, in a window, with keys: what the room sees.</summary>
public sealed class WallCommandTests : WatchedScreen
{
    [Fact]
    public async Task Wall_AScenario_ObeysKeyboardClickerAndMouse()
    {
        string story = Path.Combine(Folder, "story.yaml");
        await File.WriteAllTextAsync(
            story, "story: S\nsteps:\n  - { title: \"\", date: 2026-10-14 }\n  - { title: Where it changed, view: change }\n  - { title: In one place, place: Knowsley }\n",
            TestContext.Current.CancellationToken);
        using var wall = new RunningWall(Screen, "school-run-together", "--story", story, "--residents", "6000", "--days", "60", "--join", "http://192.168.1.20:5080/ KFGHJK");
        await wall.UntilAsync("The wall is drawn by processor");
        await wall.UntilAsync("Keys: right and left for steps");
        uint[] first = Rested(p => p.Count(VirtualScreen.IsAmber) > 1_500, "a sentence and lights");

        // The clicker's keys: a step on, a step back.
        Screen.Press("Next");
        uint[] change = Rested(p => Differ(p, first) > 0.05, "the change by neighbourhood");
        Screen.Press("Right");
        Rested(p => Differ(p, change) > 0.05, "one place");
        Screen.Press("Prior", "Prior");
        Rested(p => Differ(p, first) < 0.001, "the first step again");

        Screen.Press("b");
        uint[] dark = Rested(p => !p.Any(VirtualScreen.IsAmber), "darkness");
        Screen.Light(dark, 0, 150, Width, Height).ShouldBeLessThan(0.06);
        Screen.Press("b");
        Rested(p => Differ(p, first) < 0.001, "what was there before");

        Screen.Press("l");
        Rested(p => Differ(p, first) > 0.01, "large type");
        Screen.Press("l", "t");
        Rested(p => Screen.Light(p, 0, 0, Width, Height) > 0.7, "a light room");
        Screen.Press("t", "j");
        uint[] code = Rested(p => p.Count(pixel => pixel == 0xFFFFFF) > 8_000, "the code for phones");
        code.Count(pixel => pixel == 0).ShouldBeGreaterThan(4_000);
        Screen.Turn(900, 400, 4);
        Rested(p => Differ(p, code) > 0.05, "the map closer");
        Screen.Press("f");
        Rested(p => Screen.Light(p, Width + 20, 200, Screen.Width - 20, 700) > 0.03, "the whole screen");
        Screen.Press("Escape");
        Rested(p => Screen.Light(p, Width + 20, 200, Screen.Width - 20, 700) < 0.01, "a window again");
        Screen.Press("Escape");
        (await wall.EndAsync()).ShouldBe(0, wall.Said);
    }

    [Fact]
    public async Task Wall_Connected_FollowsThePagesClockViewThemeAndCamera_AndSurvivesItsEnd()
    {
        var city = new FixtureCity(18_000, boxMetres: 60_000);
        ViewerServer server = await ViewerServer.StartAsync(new LiveShow(city), 0, share: false);
        int port = server.Address.Port;
        using var wall = new RunningWall(Screen, "--connect", server.Address.ToString());
        await wall.UntilAsync("The wall is drawn by");
        using (Watcher page = await Watcher.ConnectAsync(server.Address))
        {
            await page.SendAsync("""{"do":"until","day":30}""");
            await page.UntilAsync(MessageKind.Status, s => s.GetProperty("day").GetInt32() == 30);
            uint[] month = Rested(p => Screen.Light(p, 0, 0, Width, Height) > 0.02, "a month of days");
            await page.SendAsync("""{"do":"view","view":{"view":"everybody","indicator":"school_walk","place":-1,"step":-1,"light":true}}""");
            Rested(p => Screen.Light(p, 0, 0, Width, Height) > 0.7, "a light room");
            await page.SendAsync("""{"do":"view","view":{"view":"everybody","indicator":"school_walk","place":-1,"step":-1,"light":false,"x":0.3,"y":0.3,"pixelsPerKm":60}}""");
            uint[] close = Rested(p => Screen.Light(p, 0, 0, Width, Height) < 0.5 && Differ(p, month) > 0.1, "the page's camera");
            await page.SendAsync("""{"do":"view","view":{"view":"change","indicator":"adults_inactive","place":-1,"step":-1,"light":false}}""");
            Rested(p => Differ(p, month) > 0.1 && Differ(p, close) > 0.1, "the change");
        }

        uint[] last = Screen.Look();
        await server.DisposeAsync();
        uint[] lost = Rested(p => Differ(p, last) is > 0.001 and < 0.2, "the last picture, with words in a corner");
        Screen.Light(lost, 0, 0, Width, Height).ShouldBeGreaterThan(0.02, "never blank");

        // Back at the same address, with the same residents: it goes on by itself.
        await using ViewerServer again = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(18_000, boxMetres: 60_000)), port, share: false);
        Rested(p => Differ(p, lost) > 0.001, "the words gone", 120);
        Screen.Press("Escape");
        (await wall.EndAsync()).ShouldBe(0, wall.Said);
    }

    [Fact]
    public async Task Wall_ARecordingThatIsDamaged_ShowsWhatThereIs_WithWords()
    {
        string path = Path.Combine(Folder, "term.recording");
        RecordedTerm.Write(path, 3_000);

        // The last third is gone, as after a disk that was full or a copy that broke off.
        await using (FileStream file = File.OpenWrite(path))
        {
            file.SetLength(file.Length * 2 / 3);
        }

        using var wall = new RunningWall(Screen, path);
        await wall.UntilAsync("The wall is drawn by");
        uint[] seen = Rested(p => Screen.Light(p, 0, 0, Width, Height) > 0.01, "the days that are whole");
        Screen.Light(seen, 640, Height - 140, Width, Height).ShouldBeGreaterThan(0.02, "words in the corner");
        Screen.Press("Escape");
        (await wall.EndAsync()).ShouldBe(0, wall.Said);
    }

    [Theory]
    [InlineData("--connect http://127.0.0.1:9/", 1, "No viewer answers at http://127.0.0.1:9/")]
    [InlineData("--connect http://", 1, "is no address")]
    [InlineData("--size 12x9", 2, "must be pixels across and down")]
    [InlineData("--theme blue", 2, "must be one of dark, light")]
    [InlineData("missing.recording", 1, "There is no file missing.recording.")]
    public async Task Wall_WhatCannotBeShown_IsRefusedWithWords(string arguments, int code, string words)
    {
        using var wall = new RunningWall(Screen, arguments.Split(' '));
        (await wall.EndAsync()).ShouldBe(code);
        wall.Said.ShouldContain(words);
    }

    [Fact]
    public async Task Wall_WithoutAScreen_SaysSo_BeforeAnythingIsMade()
    {
        using VirtualScreen gone = VirtualScreen.Open(640, 480);
        gone.Dispose();
        using var wall = new RunningWall(gone, "baseline", "--residents", "3000");
        (await wall.EndAsync()).ShouldBe(1);
        wall.Said.ShouldContain("There is no screen to open a window on");
        wall.Said.ShouldNotContain("Population");
    }
}
