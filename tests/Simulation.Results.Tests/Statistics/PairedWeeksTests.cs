using Simulation.Results.Indicators;
using Simulation.Results.Statistics;

namespace Simulation.Results.Tests.Statistics;

public sealed class PairedWeeksTests
{
    // t(0.975, 1): half the range of two differences is this times half the distance between them.
    private const double TwoPairs = 12.7062;

    private static readonly (IRunFigures Baseline, IRunFigures Scenario)[] Pairs = [(Run(0, 1), Run(0, 1)), (Run(0, 2), Run(0.04, 2))];

    [Fact]
    public void Means_OfTwoRuns_LieBetweenThem()
    {
        IReadOnlyList<IndicatorRow> means = PairedWeeks.Means([.. Pairs.Select(p => p.Scenario)], "deprivation", "adults_inactive");

        means.Count.ShouldBe(8);
        means[0].Value.ShouldBe(0.42, 1e-12);
        means[1].Value.ShouldBe(0.2, 1e-12);
    }

    [Fact]
    public void Means_OfOneRun_AreItsFigures() =>
        PairedWeeks.Means([Pairs[0].Scenario], "all").ShouldBe(Pairs[0].Scenario.Read("all"));

    [Fact]
    public void HalfWidths_OfTwoPairs_AreStudentsAndComeInFifthsToo()
    {
        Dictionary<string, IndicatorRow> first = PairedWeeks.HalfWidths(Pairs, "deprivation", "adults_inactive")
            .GroupBy(r => r.Stratum).ToDictionary(g => g.Key, g => g.First());

        first["1"].Value.ShouldBe(TwoPairs * 0.02, 1e-5);
        first["10"].Value.ShouldBe(0);
        first["1+2"].Value.ShouldBe(TwoPairs * 0.02, 1e-5);
        first["9+10"].Count.ShouldBe(2);
        PairedWeeks.HalfWidths(Pairs, "all", "adults_inactive")[0].Value.ShouldBe(TwoPairs * 0.005, 1e-5);
    }

    private static RunInMemory Run(double shift, ulong seed)
    {
        RunInMemory run = new("a");
        foreach (ExampleWeek week in Example.Weeks(shift))
        {
            run.Record(week);
        }

        run.Complete(Example.Manifest() with { Seed = seed }, [], []);
        return run;
    }
}
