using Simulation.Results.Comparisons;
using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;
using Simulation.Results.Runs;

namespace Simulation.Results.Tests.Comparisons;

public sealed class ComparisonTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<RunFileReader> open = [];

    public void Dispose()
    {
        open.ForEach(r => r.Dispose());
        folder.Dispose();
    }

    [Fact]
    public void Of_TheSameRunTwice_IsExactlyZeroEverywhere()
    {
        Comparison result = Comparison.Of(Run("a"), [Run("b")], "deprivation");

        ScenarioChange change = result.Scenarios.ShouldHaveSingleItem();
        change.Overall.Concat(change.Strata).ShouldAllBe(c => c.Difference == 0);
        change.Equity.ShouldAllBe(e => e.Slope == 0 && e.Gap == 0 && e.MostDeprived == 0);
    }

    [Fact]
    public void Of_MostDeprivedImprove_GivesDifferenceResidentsAndGap()
    {
        Comparison result = Comparison.Of(Run("a"), [Run("b", -0.04)], "deprivation");

        Change overall = result.Scenarios[0].Overall.Single(c => c.Indicator.Key == "adults_inactive");
        overall.Difference.ShouldBe(-0.01, 1e-12);
        overall.Affected!.Value.ShouldBe(-1_000, 1e-9);
        overall.Direction.ShouldBe(1);

        Change most = result.Scenarios[0].Strata.Single(c => c is { Indicator.Key: "adults_inactive", Stratum: "1" });
        most.Difference.ShouldBe(-0.04, 1e-12);
        most.Baseline.Value.ShouldBe(0.415, 1e-12);
        most.Affected!.Value.ShouldBe(-1_000, 1e-9);

        EquityChange equity = result.Scenarios[0].Equity.ShouldHaveSingleItem();
        equity.MostDeprived.ShouldBe(-0.04, 1e-12);
        equity.Gap.ShouldBe(-0.04, 1e-12);
        equity.Slope.ShouldBe(-0.08, 1e-12);
        equity.LevelsDown.ShouldBeFalse();
    }

    [Fact]
    public void Of_SchoolHolidayAtTheEnd_TakesTheLastWeeksOfSchool()
    {
        Comparison result = Comparison.Of(Run("a"), [Run("b", 0.02)], length: WindowLength.FourWeeks);

        result.Window.WeeksOf("school_walk").ShouldBe([Example.Start.AddDays(6), Example.Start.AddDays(13)]);
        Change walk = result.Scenarios[0].Overall.Single(c => c.Indicator.Key == "school_walk");
        walk.Difference.ShouldBe(0.02, 1e-12);
        walk.Baseline.Count.ShouldBe(40_000);
    }

    [Fact]
    public void Of_LastFourWeeks_TakesAFigureThatCoversThemOnce() =>
        Comparison.Of(Run("a"), [Run("b")], length: WindowLength.FourWeeks).Window.WeeksOf("adults_inactive").ShouldBe([Example.Start.AddDays(27)]);

    [Fact]
    public void Of_TwoYears_TakesTheLastFiftyTwoWeeks() =>
        Comparison.Of(Long("a"), [Long("b")]).Window.WeeksOf("adults_inactive").Count.ShouldBe(52);

    [Fact]
    public void Of_OtherSeedPopulationAndDays_RefusesWithEveryReason()
    {
        RunFileReader other = Run("b", manifest: Example.Manifest("b") with { Seed = 2, PopulationHash = "1234", Days = 27 });

        PairingException error = Should.Throw<PairingException>(() => Comparison.Of(Run("a"), [other]));

        error.Obstacles.Count.ShouldBe(3);
        error.Message.ShouldContain("seed: 18446744073709551615 in the baseline, 2 in the scenario; run both with the same --seed.");
        error.Message.ShouldContain("b.run cannot be compared with the baseline");
    }

    [Fact]
    public void Of_RunsOfTwoModels_RefusesWithBothAndOfTwoCommitsOfOne_Compares()
    {
        RunManifest manifest = Example.Manifest("b");
        RunFileReader model = Run("b", manifest: manifest with { Build = manifest.Build with { Model = "0de2" } });
        RunFileReader commit = Run("c", manifest: manifest with { Build = manifest.Build with { Commit = "c0118" } });

        Should.Throw<PairingException>(() => Comparison.Of(Run("a"), [model])).Obstacles.ShouldBe(
            ["program: 0.1.0 (model 0de1, commit c0117) in the baseline, 0.1.0 (model 0de2, commit c0117) in the scenario, whose models differ; run both with the same program."]);
        Comparison.Of(Run("d"), [commit]).Scenarios.Count.ShouldBe(1);
    }

    [Fact]
    public void Of_APackageAndItsParts_PutsTheSumBesideTheWhole()
    {
        RunFileReader[] scenarios =
        [
            Run("one", -0.04, null, Example.Effect("x[1]", -0.5f)),
            Run("both", -0.16, null, Example.Effect("y[1]", -0.3f), Example.Effect("x[2]", -0.5f)),
            Run("two", -0.08, null, Example.Effect("y[1]", -0.3f)),
        ];

        Package package = Comparison.Of(Run("a"), scenarios).Package.ShouldNotBeNull();

        package.Whole.ShouldBe(1);
        package.Parts.ShouldBe([0, 2]);
        PackageChange effect = package.Effects.Single(e => e.Indicator.Key == "adults_inactive");
        effect.SumOfParts.ShouldBe(-0.03, 1e-12);
        effect.Whole.ShouldBe(-0.04, 1e-12);
        effect.Interaction.ShouldBe(-0.01, 1e-12);
        // logit(0.21375) − logit(0.25375) − (logit(0.24375) − logit(0.25375)) − (logit(0.23375) − logit(0.25375))
        effect.InteractionLogOdds.ShouldBe(-0.061694, 1e-6);
    }

    [Fact]
    public void Of_ScenariosThatAreNoUnion_HasNoPackage()
    {
        RunFileReader[] scenarios =
        [
            Run("one", -0.04, null, Example.Effect("x[1]", -0.5f)),
            Run("two", -0.08, null, Example.Effect("y[1]", -0.3f)),
            Run("both", -0.16, null, Example.Effect("y[1]", -0.2f), Example.Effect("x[2]", -0.5f)),
        ];

        Comparison.Of(Run("a"), scenarios).Package.ShouldBeNull();
    }

    private RunFileReader Long(string name)
    {
        RunFileReader reader = RunFileReader.Open(Example.Write(folder.File(name + ".run"), Example.Weeks(weeks: 104)));
        open.Add(reader);
        return reader;
    }

    private RunFileReader Run(
        string name, double shift = 0, RunManifest? manifest = null, params Engine.Interventions.Effect[] effects)
    {
        string path = Example.Write(folder.File(name + ".run"), Example.Weeks(shift), manifest ?? Example.Manifest(name), effects);
        RunFileReader reader = RunFileReader.Open(path);
        open.Add(reader);
        return reader;
    }
}
