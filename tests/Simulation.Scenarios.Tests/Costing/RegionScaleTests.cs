using Simulation.Engine.Embedded;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Telling;

namespace Simulation.Scenarios.Tests.Costing;

/// <summary>What is said of a sample is said of the region.</summary>
public sealed class RegionScaleTests : IClassFixture<RegionScaleTests.Samples>
{
    private readonly Samples samples;

    public RegionScaleTests(Samples samples) => this.samples = samples;

    /// <summary>Two samples of the same region.</summary>
    public sealed class Samples : IDisposable
    {
        public Population Small { get; } = PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(30_000), null, CancellationToken.None);

        public Population Large { get; } = PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(120_000), null, CancellationToken.None);

        public void Dispose()
        {
            Small.Dispose();
            Large.Dispose();
        }
    }

    [Fact]
    public void Explain_TwoSamples_SayTheSameOfTheRegionWithinSamplingError()
    {
        const string Text = """
            horizon: { start: 2026-09-01, years: 1 }
            interventions:
              - exercise_referral: { reach: 20%, cost: { capital: £225 per resident } }
              - flexible_working: { reach: 40% }
              - free_leisure: { reach: 50 neighbourhoods, cost: { running: £60k per neighbourhood per year } }
              - school_street: { reach: 60% of primary schools, cost: { capital: £18k per school } }
              - low_traffic_neighbourhood: { reach: 10% }
            """;
        Explanation small = Explain(Text, samples.Small);
        Explanation large = Explain(Text, samples.Large);

        small.Region.Residents.ShouldBe(large.Region.Residents);
        small.Region.Residents.ShouldBe(2_700_000);
        Near(small.Cost.Central, large.Cost.Central);
        for (int i = 0; i < small.Interventions.Count; i++)
        {
            Near(small.Interventions[i].Eligible, large.Interventions[i].Eligible);
            Near(small.Interventions[i].Reached, large.Interventions[i].Reached);
        }
    }

    [Fact]
    public void Explain_ANumberOfResidents_IsThatNumberOfTheRegion()
    {
        const string Text = """
            horizon: { start: 2026-09-01, years: 1 }
            interventions:
              - exercise_referral: { reach: "100,000 residents", uptake: 100%, cost: { capital: £225 per resident } }
              - free_leisure: { reach: 50 neighbourhoods, cost: { running: £60k per neighbourhood per year } }
            """;
        foreach (Population population in (Population[])[samples.Small, samples.Large])
        {
            Explanation explanation = Explain(Text, population);

            explanation.Opening.ShouldContain($"estimated from {population.Count:N0} simulated ones");
            explanation.Interventions[0].Reached.ShouldBeInRange(95_000, 105_000);
            explanation.Interventions[1].Reached.ShouldBe(50);
            explanation.Cost.Capital.ShouldBe(22_500_000, 22_500_000 * 0.05);
            explanation.Cost.Running.ShouldBe(3_000_000, 20_000);
        }
    }

    private static void Near(double small, double large) => Math.Abs(small - large).ShouldBeLessThan(0.1 * large);

    private static Explanation Explain(string text, Population population) =>
        ScenarioExplainer.Explain(ScenarioReader.ReadText("scenario: T\nextends: baseline\n" + text, "t.yaml").Scenario.ShouldNotBeNull(), population);
}
