using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

public sealed class LivePageTests(Browser browser)
{
    // model/palettes.ts: inactive, fairly active, active, under 5.
    private static readonly int[][] Category = [[255, 234, 70], [163, 154, 118], [79, 121, 196], [17, 27, 43]];

    [Fact]
    public async Task Map_FromCloseBy_ShowsEachResidentWhereTheyLiveInTheColourOfTheLegend()
    {
        var city = new FixtureCity();
        await using ViewerServer server = await Serve(city);
        IPage page = await OpenAsync(server);
        await page.EvaluateAsync("viewer.map.zoom(7)");
        await page.DrawnAsync();
        int seen = 0;
        int right = 0;
        for (int row = 0; row < city.Map.Residents; row += 7)
        {
            bool visible = await Visible(page, row);
            if (!visible)
            {
                continue;
            }

            int[] colour = (await page.ColoursAtAsync($"viewer.map.pixelOfResident({row})", 1))[0];
            seen++;
            right += Near(colour, Category[FixtureCity.StateOf(row, 0) & 3], 40) ? 1 : 0;
            if (seen == 60)
            {
                break;
            }
        }

        seen.ShouldBeGreaterThan(20);

        // Some stand behind others; nearly all show their own colour.
        ((double)right / seen).ShouldBeGreaterThan(0.75);
    }

    [Fact]
    public async Task Map_BareGround_StaysBare()
    {
        await using ViewerServer server = await Serve(new FixtureCity());
        IPage page = await OpenAsync(server);
        int[][] ground = await page.ColoursAtAsync("viewer.map.pixelOf(12000 + 500, 12000 + 500)", 3);
        ground.ShouldAllBe(colour => colour.Max() < 110);
        int[][] homes = await page.ColoursAtAsync("viewer.map.pixelOf(17000, 17000)", 40);
        homes.Count(colour => colour.Max() > 150).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Legend_NamesTheColoursThatAreOnTheMap()
    {
        await using ViewerServer server = await Serve(new FixtureCity());
        IPage page = await OpenAsync(server);
        ILocator legend = page.GetByRole(AriaRole.Region, new() { Name = "Legend" });
        await Assertions.Expect(legend).ToContainTextAsync("Inactive: under 30 minutes a week");
        await Assertions.Expect(legend).ToContainTextAsync("of 14,400");
        string? fill = await legend.Locator("circle").First.GetAttributeAsync("fill");
        fill.ShouldBe("rgb(255 234 70)");
    }

    [Fact]
    public async Task Lever_Pulled_TheDifferenceGrowsInTheCurvesAndOnTheMap()
    {
        await using ViewerServer server = await Serve(new FixtureCity());
        IPage page = await OpenAsync(server);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Levers" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Difference", Exact = true }).ClickAsync();
        await page.GetByLabel("Speed").SelectOptionAsync("1000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await page.UntilAsync("viewer.status.day >= 14 && viewer.frame.day >= 14");
        double first = await Gap(page, 7);
        double second = await Gap(page, 14);
        first.ShouldBeLessThan(0);
        second.ShouldBeLessThan(first);
        await page.DrawnAsync();
        int[][] homes = await page.ColoursAtAsync("viewer.map.pixelOf(17000, 17000)", 60);
        homes.Count(c => c[2] > 150 && c[2] > c[0] + 40).ShouldBeGreaterThan(20, "residents who are better off are blue");
    }

    [Fact]
    public async Task Lever_Save_DownloadsTheScenario()
    {
        await using ViewerServer server = await Serve(new FixtureCity());
        IPage page = await OpenAsync(server);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Levers" }).ClickAsync();
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save as YAML" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("test-city.yaml");
        (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).ShouldStartWith("scenario: Test city");
    }

    [Fact]
    public async Task Scrub_BackToARecordedWeek_ShowsThatWeekAndThenTheLatestAgain()
    {
        await using ViewerServer server = await Serve(new FixtureCity());
        IPage page = await OpenAsync(server);
        await page.EvaluateAsync("viewer.turn({ id: 'school_street[1]', on: true, values: { reach: 60 } })");
        await page.EvaluateAsync("viewer.send('speed', 1000)");
        await page.EvaluateAsync("viewer.send('play')");
        await page.UntilAsync("viewer.status.phase === 'finished'");
        // The status comes before the last day's frame.
        await page.UntilAsync("viewer.frame.day === viewer.status.day");
        double last = await page.EvaluateAsync<double>("viewer.shown.values[0].total");
        await page.GetByLabel("Day of the run").FillAsync("16");
        await page.UntilAsync("viewer.frame.day === 14");
        await Assertions.Expect(page.Locator("header strong")).ToHaveTextAsync("Mon, 14 September 2026");
        (await page.EvaluateAsync<double>("viewer.shown.values[0].total")).ShouldBeGreaterThan(last);
        await page.GetByRole(AriaRole.Button, new() { Name = "One week back" }).ClickAsync();
        await page.UntilAsync("viewer.frame.day === 7");
        await page.GetByLabel("Day of the run").FillAsync("70");
        await page.UntilAsync("viewer.frame.day === 70");
        (await page.EvaluateAsync<double>("viewer.shown.values[0].total")).ShouldBe(last);
    }

    [Fact]
    public async Task Resident_ClickedOnTheMap_IsMet()
    {
        await using ViewerServer server = await Serve(new FixtureCity());
        IPage page = await OpenAsync(server);
        float[] at = await page.EvaluateAsync<float[]>("viewer.map.pixelOfResident(4321)");
        await page.Locator("canvas").First.ClickAsync(new() { Position = new Position { X = at[0], Y = at[1] } });
        await Assertions.Expect(page.Locator("#panel h2")).ToContainTextAsync("Resident ");
        int row = await page.EvaluateAsync<int>("viewer.resident.row");
        float[] found = await page.EvaluateAsync<float[]>($"viewer.map.pixelOfResident({row})");
        Math.Abs(found[0] - at[0]).ShouldBeLessThan(2);
        Math.Abs(found[1] - at[1]).ShouldBeLessThan(2);
    }

    [Fact]
    public async Task Resident_WhileTheRunLooksBack_TellsTheDayOnScreen()
    {
        await using ViewerServer server = await Serve(new FixtureCity());
        IPage page = await OpenAsync(server);
        await page.EvaluateAsync("viewer.send('until', 30)");
        await page.UntilAsync("viewer.frame.day === 30 && viewer.status.phase === 'paused'");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Resident" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Meet one" }).ClickAsync();
        ILocator panel = page.Locator("#panel");
        await Assertions.Expect(panel).ToContainTextAsync("On 30 Sept");
        await page.GetByLabel("Day of the run").FillAsync("14");
        await Assertions.Expect(panel).ToContainTextAsync("Week to Mon 14");
        await Assertions.Expect(panel).ToContainTextAsync("On 14 Sept");
        await Assertions.Expect(panel).ToContainTextAsync("minutes and habits of days gone by; the latest day tells them");
        await page.GetByLabel("Day of the run").FillAsync("0");
        await Assertions.Expect(panel).ToContainTextAsync("At the start");
        await page.GetByLabel("Day of the run").FillAsync("70");
        await Assertions.Expect(panel).ToContainTextAsync("Week to Wed 30: minutes of activity");
        await Assertions.Expect(panel).Not.ToContainTextAsync("days gone by");
    }

    [Fact]
    public async Task Compare_SideBySideAndSwipe_ShowBothArmsOnOneScale()
    {
        await using ViewerServer server = await Serve(new FixtureCity());
        IPage page = await OpenAsync(server, 1600, 900);
        await page.EvaluateAsync("viewer.turn({ id: 'school_street[1]', on: true, values: { reach: 100 } })");
        await page.EvaluateAsync("viewer.send('speed', 1000)");
        await page.EvaluateAsync("viewer.send('play')");
        await page.UntilAsync("viewer.status.phase === 'finished'");
        await page.Keyboard.PressAsync("s");
        await page.UntilAsync("viewer.frame.states[1] !== null && viewer.frame.day === 70");
        await page.DrawnAsync();
        (await Yellow(page, "c.width / 4")).ShouldBeGreaterThan(200, "the baseline has inactive residents");
        (await Yellow(page, "3 * c.width / 4")).ShouldBeLessThan(20, "the scenario has none left");
        await page.Keyboard.PressAsync("w");
        await page.DrawnAsync();
        (await Yellow(page, "c.width / 2 - 150")).ShouldBeGreaterThan(200);
        (await Yellow(page, "c.width / 2 + 150")).ShouldBeLessThan(20);
    }

    private static Task<ViewerServer> Serve(FixtureCity city) => ViewerServer.StartAsync(new LiveShow(city), 0, share: false);

    private async Task<IPage> OpenAsync(ViewerServer server, int width = 1280, int height = 720)
    {
        IPage page = await browser.OpenAsync(server.Address, width, height);
        await page.UntilAsync("viewer.map.counters.frames > 0 && !viewer.far");
        await page.DrawnAsync();
        return page;
    }

    private static Task<bool> Visible(IPage page, int row) => page.EvaluateAsync<bool>(
        $"(() => {{ const [x, y] = viewer.map.pixelOfResident({row}); const c = viewer.map.canvasElement; return x > 5 && y > 5 && x < c.width - 5 && y < c.height - 5; }})()");

    private static Task<double> Gap(IPage page, int day) => page.EvaluateAsync<double>(
        $"(() => {{ const t = Date.parse('2026-09-01') / 1000 + {day - 1} * 86400; const v = (arm) => viewer.figures.at(arm, 'adults_inactive', 'all', 'all', t).value; return v(0) - v(1); }})()");

    // Yellow pixels (the colour of inactive residents) in a square about (x, middle).
    private static Task<int> Yellow(IPage page, string x) => page.EvaluateAsync<int>(
        "(x) => { const c = viewer.map.canvasElement; const t = document.createElement('canvas'); t.width = t.height = 200; const g = t.getContext('2d');"
        + " g.drawImage(c, eval(x) - 100, c.height / 2 - 100, 200, 200, 0, 0, 200, 200); const d = g.getImageData(0, 0, 200, 200).data; let n = 0;"
        + " for (let i = 0; i < d.length; i += 4) if (d[i] > 130 && d[i + 1] > 120 && d[i + 2] < 100) n++; return n; }", x);

    private static bool Near(int[] a, int[] b, int tolerance) => Enumerable.Range(0, 3).All(c => Math.Abs(a[c] - b[c]) <= tolerance);
}
