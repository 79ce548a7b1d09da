using Microsoft.Playwright;
using Simulation.Engine.Populations;
using Simulation.Viewer.CommandLine;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Replay;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

public sealed class RunsPageTests(Browser browser) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("viewer-runs").FullName;

    [Fact]
    public async Task TwoRuns_SideBySide_AreComparedWeekByWeek()
    {
        using Population population = SmallWorld.Population();
        string baseline = Run(population, "baseline.run", string.Empty);
        string scenario = Run(population, "scenario.run", "interventions:\n  - school_street: { reach: all }\n  - flexible_working: { reach: all, shift: 90 min }\n");
        using RunPair pair = RunPair.Open([baseline, scenario]);
        await using ViewerServer server = await ViewerServer.StartAsync(new RunsShow(PopulationMap.Create(population), pair.Scenario, pair.Baseline, []), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.status !== null && viewer.layers().length === 5");
        await page.GetByLabel("Day of the run").FillAsync("28");
        await page.GetByRole(AriaRole.Button, new() { Name = "Walk to school" }).ClickAsync();
        (await page.EvaluateAsync<double>("viewer.share[0].total - viewer.share[1].total")).ShouldBeGreaterThan(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Difference", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Legend" })).ToContainTextAsync("Change: pupils who walked");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await page.UntilAsync("viewer.status.shownDay >= 14");
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Levers" })).ToHaveCountAsync(0);
    }

    [Fact]
    public void Open_OtherPopulations_IsRefusedWithWords()
    {
        using Population few = SmallWorld.Population(1500);
        using Population many = SmallWorld.Population(1600);
        string a = Run(few, "a.run", string.Empty);
        string b = Run(many, "b.run", string.Empty);
        Should.Throw<ViewerException>(() => RunPair.Open([a, b])).Message.ShouldContain("are about other residents (1,500");
    }

    [Fact]
    public void Open_TruncatedRun_IsRefusedWithWords()
    {
        using Population population = SmallWorld.Population(1500);
        string path = Run(population, "a.run", string.Empty);
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 3)]);
        Should.Throw<ViewerException>(() => RunPair.Open([path])).Message.ShouldContain("a.run");
    }

    [Fact]
    public void Open_MissingOrForeignFile_IsRefusedWithWords()
    {
        string path = Path.Combine(folder, "foreign.run");
        File.WriteAllText(path, "not a run");
        Should.Throw<ViewerException>(() => RunPair.Open([path])).Message.ShouldContain("is not a run file");
        Should.Throw<ViewerException>(() => RunPair.Open([path + "x"])).Message.ShouldContain("no such file");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Run(Population population, string name, string interventions)
    {
        string path = Path.Combine(folder, name);
        SmallWorld.WriteRun(path, population, SmallWorld.Scenario(interventions));
        return path;
    }
}
