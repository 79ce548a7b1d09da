using Microsoft.Playwright;
using Simulation.Populations;
using Simulation.Scenarios;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Steering;
using Simulation.Viewer.Stories;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>
/// Takes the pictures of the READMEs: a village each time, so that they can always be taken; 2.7 million residents of the open
/// data, into viewer/docs, with SIMULATION_PICTURES=FOLDER_OF_DATA.
/// </summary>
public sealed class PicturesTests(Browser browser)
{
    private const string Switch = "SIMULATION_PICTURES";
    private static readonly string Viewer = Path.Combine(Checkout(), "viewer");
    private readonly string? data = Environment.GetEnvironmentVariable(Switch);

    [Fact]
    public async Task OpeningComparisonAndStory_AreTakenAndShowTheMap()
    {
        bool full = !string.IsNullOrEmpty(data);
        var request = full ? new PopulationRequest(data, null, null) : new PopulationRequest(null, null, SmallWorld.Residents);
        Scenario scenario = WrittenSettings.Write(ScenarioReader.Read("school-run-together").Scenario!, full ? null : 120, null, null);
        OpenPopulation open = PopulationProvider.Open(request, Environment.ProcessorCount, _ => { }, TestContext.Current.CancellationToken);
        Story story = StoryReader.Read(Path.Combine(Viewer, "stories", "school-run-together.yaml"), [.. open.Population.Places.Select(p => p.Name)]);
        await using ViewerServer server = await ViewerServer.StartAsync(
            new LiveShow(new ModelSource(open.Population, scenario, 1, Environment.ProcessorCount), story), 0, share: false);
        IPage page = await browser.OpenAsync(new Uri(server.Address, "?still"), 1920, 1080);
        page.SetDefaultTimeout(120_000);
        await page.UntilAsync("viewer.status && viewer.status.phase === 'paused' && viewer.canDraw", seconds: 120);
        await PlayToASchoolDayAsync(page, full ? 190 : 20);

        string folder = full ? Path.Combine(Viewer, "docs") : Directory.CreateTempSubdirectory("viewer-pictures").FullName;
        try
        {
            // The first two are of a run without a story.
            await page.EvaluateAsync("window.told = viewer.hello, viewer.hello = { ...told, story: undefined }, viewer.indicator = 'school_walk', viewer.setLayer('inactive'), 0");
            await TakeAsync(page, folder, "opening");
            await page.EvaluateAsync("viewer.setLayer('school'), viewer.setCompare('difference')");
            await TakeAsync(page, folder, "comparison");
            await page.EvaluateAsync($"viewer.hello = told, walkTo({story.Steps.ToList().FindIndex(s => s.Place is not null)})");
            await TakeAsync(page, folder, "story");
        }
        finally
        {
            if (!full)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    // On a Sunday or in the holidays nobody is on the way to school.
    private static async Task PlayToASchoolDayAsync(IPage page, int day)
    {
        await page.EvaluateAsync($"viewer.send('until', {day})");
        await page.UntilAsync($"viewer.status.day === {day} && viewer.status.phase === 'paused'", seconds: 240);
        while (await page.EvaluateAsync<string>("viewer.status.school") != "school day")
        {
            int today = await page.EvaluateAsync<int>("viewer.status.day");
            await page.EvaluateAsync("viewer.send('step')");
            await page.UntilAsync($"viewer.status.day > {today}", seconds: 60);
        }
    }

    private static async Task TakeAsync(IPage page, string folder, string name)
    {
        await page.UntilAsync("viewer.settled", seconds: 60);

        // What was moved or chosen last must be drawn, and everybody is, which takes a while.
        await page.EvaluateAsync("viewer.map.invalidate(), 0");
        await page.DrawnAsync();
        string path = Path.Combine(folder, name + ".png");
        await page.ScreenshotAsync(new() { Path = path });
        byte[] png = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        png[16..24].ShouldBe([0, 0, 7, 128, 0, 0, 4, 56]); // 1920 × 1080
        int lit = await page.EvaluateAsync<int>(
            "(() => { const c = viewer.map.canvasElement; const t = document.createElement('canvas'); t.width = c.width; t.height = c.height; const g = t.getContext('2d'); g.drawImage(c, 0, 0);"
            + " const d = g.getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 0; i < d.length; i += 4) if (Math.max(d[i], d[i + 1], d[i + 2]) > 60) n++; return n; })()");
        lit.ShouldBeGreaterThan(15_000, $"{name} shows the map");
    }

    private static string Checkout()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Simulation.sln")))
        {
            folder = folder.Parent;
        }

        return folder.ShouldNotBeNull().FullName;
    }
}
