using Microsoft.Playwright;
using Simulation.Engine.Populations;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Replay;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

public sealed class ReplicatesPageTests(Browser browser) : IDisposable
{
    private const string Streets = "interventions:\n  - school_street: { reach: all }\n  - flexible_working: { reach: 80% of employees with children under 11, shift: 90 min }\n";
    private readonly string folder = Directory.CreateTempSubdirectory("viewer-replicates").FullName;

    [Fact]
    public async Task Replicates_DifferencesWithinChance_AreDimmedAndSaidSo()
    {
        using Population population = SmallWorld.Population();
        var files = new List<string>();
        foreach (ulong seed in new ulong[] { 1, 2, 3 })
        {
            files.Add(Run(population, $"b{seed}.run", string.Empty, seed));
            files.Add(Run(population, $"s{seed}.run", Streets, seed));
        }

        using RunGroup runs = RunGroup.Open(files);
        await using ViewerServer server = await ViewerServer.StartAsync(new RunsShow(PopulationMap.Create(population), runs, []), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.shown.replicates === 3 && viewer.shown.layers().length === 5");
        await page.GetByLabel("Day of the run").FillAsync("28");
        await page.GetByRole(AriaRole.Button, new() { Name = "Walk to school" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Difference", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Legend" })).ToContainTextAsync("Mean of 3 pairs of runs. Faint: within chance");

        // Of two neighbourhoods that changed about alike, the one within chance is the darker.
        string[] picked = await page.EvaluateAsync<string[]>(
            "(() => { const [a, b] = viewer.shown.values; const half = viewer.shown.interval; const sure = [], unsure = []; a.value.forEach((v, n) => { const d = v - b.value[n];"
            + " if (d > 0.04 && Number.isFinite(half[n])) (d > half[n] ? sure : unsure).push(n); }); return [sure[0], unsure[0], sure.length, unsure.length].map(String); })()");
        int.Parse(picked[2]).ShouldBeGreaterThan(3);
        int.Parse(picked[3]).ShouldBeGreaterThan(3);
        (await Blue(page, picked[0])).ShouldBeGreaterThan(await Blue(page, picked[1]) + 25);

        await page.GetByRole(AriaRole.Tab, new() { Name = "Places" }).ClickAsync();
        await page.GetByLabel("Indicator").SelectOptionAsync("school_walk");
        await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Mean of 3 pairs of runs");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Curves" }).ClickAsync();
        await Assertions.Expect(page.Locator("#panel .numbers")).ToContainTextAsync("±");
    }

    [Fact]
    public async Task OnePair_Compared_SaysThatNoUncertaintyIsShown()
    {
        using Population population = SmallWorld.Population(2000);
        using RunGroup runs = RunGroup.Open([Run(population, "b.run", string.Empty, 1), Run(population, "s.run", Streets, 1)]);
        await using ViewerServer server = await ViewerServer.StartAsync(new RunsShow(PopulationMap.Create(population), runs, []), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.status !== null");
        await page.GetByRole(AriaRole.Button, new() { Name = "Difference", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Legend" })).ToContainTextAsync("One pair of runs: no uncertainty shown. Open several pairs");
    }

    [Fact]
    public void Open_ReplicatesThatDoNotPair_AreRefusedWithWords()
    {
        using Population population = SmallWorld.Population(1500);
        string b1 = Run(population, "b1.run", string.Empty, 1);
        string b2 = Run(population, "b2.run", string.Empty, 2);
        string s1 = Run(population, "s1.run", Streets, 1);
        string s3 = Run(population, "s3.run", Streets, 3);
        string other = Run(population, "o.run", "interventions:\n  - speed_limit: { limit: 20 mph }\n", 2);
        Should.Throw<ViewerException>(() => RunGroup.Open([b1, s1, b2])).Message.ShouldContain("b2.run has seed 2; replicates need exactly one run");
        Should.Throw<ViewerException>(() => RunGroup.Open([b1, s1, s3])).Message.ShouldContain("one of each for each seed");
        Should.Throw<ViewerException>(() => RunGroup.Open([b1, s1, b2, other])).Message.ShouldContain("here are 3 scenarios");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<int> Blue(IPage page, string hood)
    {
        string at = $"(() => {{ const m = viewer.map.hoodMiddles(); return viewer.map.pixelOf(m[2 * {hood}], m[2 * {hood} + 1]); }})()";
        await page.EvaluateAsync($"viewer.map.flyToHood({hood})");
        await page.DrawnAsync();
        return (int)(await page.ColoursAtAsync(at, 60)).Average(colour => colour[2]);
    }

    private string Run(Population population, string name, string interventions, ulong seed)
    {
        string path = Path.Combine(folder, name);
        SmallWorld.WriteRun(path, population, SmallWorld.Scenario(interventions), seed);
        return path;
    }
}
