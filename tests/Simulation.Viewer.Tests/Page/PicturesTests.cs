using Microsoft.Playwright;
using Simulation.Populations;
using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Steering;
using Simulation.Viewer.Stories;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>
/// Takes the page's pictures for the READMEs: of a village each time, so that they can always be taken; of the 2.7 million residents
/// of the open data, into viewer/docs, with SIMULATION_PICTURES=FOLDER_OF_DATA.
/// </summary>
public sealed class PicturesTests(Browser browser)
{
    private const string Switch = "SIMULATION_PICTURES";
    private const int SchoolDayInMarch = 190;
    private static readonly string Viewer = Checkout.Find("viewer");
    private readonly string? data = Environment.GetEnvironmentVariable(Switch);

    [Fact]
    public async Task WallLeversChangeStoryAndPhone_AreTakenAndShowTheMap()
    {
        bool full = !string.IsNullOrEmpty(data);
        var request = full ? new PopulationRequest(data, null, null) : new PopulationRequest(null, null, SmallWorld.Residents);
        Scenario scenario = WrittenSettings.Write(ScenarioReader.Read("school-run-together").Scenario!, full ? null : 120, null, null);
        OpenPopulation open = PopulationProvider.Open(request, Environment.ProcessorCount, _ => { }, TestContext.Current.CancellationToken);
        Story story = StoryReader.Read(Path.Combine(Viewer, "stories", "school-run-together.yaml"), [.. open.Population.Places.Select(p => p.Name)]);
        await using ViewerServer server = await ViewerServer.StartAsync(
            new LiveShow(new ModelSource(open.Population, scenario, 1, Environment.ProcessorCount), story), 0, share: false);
        string folder = full ? Path.Combine(Viewer, "docs") : Directory.CreateTempSubdirectory("viewer-pictures").FullName;
        try
        {
            IPage page = await OpenAsync(server, string.Empty, 1920, 1080);
            await PlayToASchoolDayAsync(page, full ? SchoolDayInMarch : 20);
            await page.EvaluateAsync("viewer.bare = true, 0");
            await TakeAsync(page, folder, "opening");
            await page.EvaluateAsync("viewer.bare = false, 0");
            await page.SetViewportSizeAsync(1440, 900);
            await TakeAsync(page, folder, "levers");
            await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
            await TakeAsync(page, folder, "comparison");
            IPage phone = await OpenAsync(server, "?guest", 390, 844);
            await phone.UntilAsync("viewer.answer !== null", seconds: 60);
            await page.GetByRole(AriaRole.Button, new() { Name = "Everybody" }).ClickAsync();
            await phone.UntilAsync("viewer.outlook === 'everybody'");
            await TakeAsync(phone, folder, "phone");
            await page.SetViewportSizeAsync(1280, 720);
            for (int step = story.Steps.ToList().FindIndex(s => s.Place is not null); step >= 0; step--)
            {
                await page.Keyboard.PressAsync("PageDown");
                await page.UntilAsync("viewer.settled", seconds: 240);
            }

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

    private async Task<IPage> OpenAsync(ViewerServer server, string query, int width, int height)
    {
        IPage page = await browser.OpenAsync(new Uri(server.Address, query), width, height, wall: true);
        page.SetDefaultTimeout(120_000);
        await page.UntilAsync("viewer.status && viewer.status.phase === 'paused' && viewer.canDraw", seconds: 120);
        return page;
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

        await page.UntilAsync("viewer.answer?.day === viewer.status.shownDay", seconds: 60);
    }

    private static async Task TakeAsync(IPage page, string folder, string name)
    {
        await page.DrawnAsync();
        await page.UntilAsync("viewer.settled", seconds: 60);

        // What was moved or chosen last must be drawn, and everybody is, which takes a while.
        await page.EvaluateAsync("viewer.map.invalidate(), 0");
        await page.DrawnAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        int lit = await page.EvaluateAsync<int>(
            "(() => { const c = viewer.map.canvasElement; const t = document.createElement('canvas'); t.width = c.width; t.height = c.height; const g = t.getContext('2d'); g.drawImage(c, 0, 0);"
            + " const d = g.getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 0; i < d.length; i += 4) if (Math.max(d[i], d[i + 1], d[i + 2]) > 60) n++; return Math.round(n / (c.width * c.height) * 1000); })()");
        lit.ShouldBeGreaterThan(5, $"of every 1,000 points of {name} so many show who lives there");
    }
}
