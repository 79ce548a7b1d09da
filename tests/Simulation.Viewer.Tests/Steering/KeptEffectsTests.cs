using Microsoft.Playwright;
using Simulation.Experiments;
using Simulation.Experiments.Running;
using Simulation.Experiments.Studies;
using Simulation.Populations;
using Simulation.Scenarios;
using Simulation.Scenarios.Studies;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Steering;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Steering;

/// <summary>A lever tells what a kept study found it to do alone, and nothing once it stands otherwise than there.</summary>
public sealed class KeptEffectsTests(Browser browser) : IDisposable
{
    private const string Streets = "  - school_street: { reach: all }\n";
    private const string Hours = "  - flexible_working: { reach: 40% of employees with children under 11, shift: 45 min }\n";
    private readonly string folder = Directory.CreateTempSubdirectory("viewer-study").FullName;

    [Fact]
    public async Task Lever_ThatStandsAsInTheStudy_ShowsItsRange_AndMovedItSaysThatNoneIsKnown()
    {
        string study = Path.Combine(folder, "study");
        Run(study, SmallWorld.Residents, [SmallWorld.Scenario($"interventions:\n{Streets}")], seeds: 3);
        KeptEffects kept = KeptEffects.Read(study);
        Scenario both = SmallWorld.Scenario($"interventions:\n{Streets}{Hours}");
        var source = new ModelSource(SmallWorld.Population(), both, 1, 2, kept);
        LeverEffect effect = source.Levers[0].Facts!.Effect.ShouldNotBeNull();
        effect.Unit.ShouldBe("of 100");
        effect.Low.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(effect.Change);
        effect.High.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(effect.Change);
        effect.Words.ShouldContain("12,000 residents");
        source.Levers[1].Facts!.Effect.ShouldBeNull("the study had not this one");
        foreach (LeverKind kind in SteeredScenario.Palette)
        {
            var any = new SteeredScenario(SmallWorld.Scenario(string.Empty)) { Kept = kept };
            any.Turn(new LeverChange($"+{kind.Key}", true, new Dictionary<string, double>()), new DateOnly(2026, 9, 5)).ShouldBeNull();
            any.Levers.ShouldHaveSingleItem().Facts!.Effect.ShouldBeNull($"{kind.Key} at half its reach was not studied");
        }

        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(source), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address, 1440, 900, wall: true);
        await page.UntilAsync("viewer.status?.phase === 'paused' && viewer.levers.length === 2");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "School street alone" })).ToHaveAccessibleNameAsync($"School street alone: {effect.Words}");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Flexible working alone" })).ToHaveAccessibleNameAsync("Flexible working alone: no range known");
        await page.DrawnAsync();
        await page.KeepAsync("levers-with-a-study");
        await (await Axe.OfAsync(page, "1440x900", pointed: true)).LookAndPointAsync("levers with a study");
        await page.EvaluateAsync("viewer.turn({ id: viewer.levers[0].id, on: true, values: { reach: 50 } })");
        await page.UntilAsync("viewer.levers[0].facts.effect === undefined");
    }

    [Fact]
    public void Study_ThatCannotSay_IsRefusedWithWords()
    {
        Should.Throw<ViewerException>(() => KeptEffects.Read(Path.Combine(folder, "none"))).Message.ShouldContain("there is no such folder");
        string study = Path.Combine(folder, "both");
        Run(study, 2000, [SmallWorld.Scenario($"interventions:\n{Streets}{Hours}", days: 14)], seeds: 1);
        Should.Throw<ViewerException>(() => KeptEffects.Read(study)).Message.ShouldContain("no plan of this study has one lever alone");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Run(string path, int residents, IReadOnlyList<Scenario> scenarios, int seeds)
    {
        var asked = new PopulationRequest(null, null, residents, 1);
        using OpenPopulation open = PopulationProvider.Open(asked, 2, _ => { }, CancellationToken.None);
        StudyFolder begun = StudyFolder.Begin(
            path, new Study { Name = "One at a time", Scenarios = scenarios, Seeds = seeds, Text = "study: One at a time\n" }, open.Population, asked,
            new RunRequest { Workers = 2, Population = asked }, Beside.None, force: false, SilentReporter.Instance, CancellationToken.None);
        new Ensemble(begun, open, 2, SilentReporter.Instance).Run(shard: null, jobs: null, only: null, CancellationToken.None);
    }
}
