using System.Globalization;
using Simulation.Engine.Embedded;
using Simulation.Engine.Interventions;
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

    /// <summary>Two samples of the same region, with residents in every neighbourhood: a smaller one leaves some of them out whole.</summary>
    public sealed class Samples : IDisposable
    {
        public Population Small { get; } = PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(100_000), null, CancellationToken.None);

        public Population Large { get; } = PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(200_000), null, CancellationToken.None);

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
    public void Explain_ASampleWithNobodyInMostNeighbourhoods_CountsThemAsPublished()
    {
        const string Text = "interventions:\n  - free_leisure: { reach: 40 neighbourhoods }\n";
        using Population tiny = PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(5_000), null, CancellationToken.None);
        Explanation few = Explain(Text, tiny);
        Explanation many = Explain(Text, samples.Large);

        Enumerable.Range(0, tiny.Neighbourhoods.Count).Count(n => tiny.Residents.Layout.UsedIn(n) == 0).ShouldBeGreaterThan(tiny.Neighbourhoods.Count / 2);
        few.Interventions[0].Residents.ShouldBe(many.Interventions[0].Residents);
        few.Cost.Central.ShouldBe(many.Cost.Central, 1);
        few.Interventions[0].Residents.ShouldBeInRange(50_000, 90_000);
    }

    [Theory]
    [InlineData("mass_media_campaign: { for: 4 weeks, phase_in: { start: 2027-08-20 } }", "It goes on for 28 days, to 16 September 2027; the run ends before that, on 31 August 2027.")]
    [InlineData("mass_media_campaign: { for: 4 weeks, until: 2026-09-10 }", "It starts everywhere on 1 September 2026, and ends on 10 September 2026. It was to go on for 28 days, and ends before.")]
    [InlineData("ebike_loans: { for: 8 weeks, until: 4 weeks }", "Each is served for 56 days from joining, or to that day if it comes first.")]
    public void Explain_WhatLastsBeyondItsEnd_SaysWhichComesFirst(string intervention, string said) =>
        Explain($"horizon: {{ start: 2026-09-01, years: 1 }}\ninterventions:\n  - {intervention}\n", samples.Small).Interventions[0].Sentences.ShouldContain(sentence => sentence.Contains(said, StringComparison.Ordinal));

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

    [Fact]
    public void Check_TwoOfAKindInTheSameSpot_AreCountedAsTheRegion()
    {
        Scenario twice = Read("interventions:\n  - exercise_referral: { reach: 20% }\n  - exercise_referral: { name: again, reach: 20% }\n");
        int[] shared = [.. ((Population[])[samples.Small, samples.Large]).Select(population => int.Parse(
            ScenarioBinder.Bind(twice, population).Diagnostics.Single(d => d.Code.Id == "SIM0607").Message.Split(' ')[2], NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];
        shared[0].ShouldBeGreaterThan(50_000);
        Near(shared[0], shared[1]);
    }

    [Fact]
    public void Diff_TwoSamples_SayTheSameOfTheRegionWithinSamplingError()
    {
        Scenario less = Read("interventions:\n  - exercise_referral: { reach: 20% }\n");
        Scenario more = Read("interventions:\n  - exercise_referral: { reach: 40% }\n");
        ReachDifference small = ScenarioDiff.Compare(less, more, samples.Small).Reach.Single();
        ReachDifference large = ScenarioDiff.Compare(less, more, samples.Large).Reach.Single();

        Math.Abs(large.Both - large.Before).ShouldBeLessThan(30, "whoever is reached at 20 % is at 40 %");
        Near(small.Before, large.Before);
        Near(small.After, large.After);
        Near(small.ResidentsAfter, large.ResidentsAfter);
        Near(small.After, Explain("interventions:\n  - exercise_referral: { reach: 40% }\n", samples.Large).Interventions[0].Reached);
    }

    [Theory]
    [InlineData("large")]
    [InlineData("medium")]
    [InlineData("small")]
    [InlineData("micro")]
    [InlineData("[micro, small, medium, large]")]
    public void Explain_EmployersOfAnySize_AreAsManyWhateverTheSample(string size)
    {
        string text = $"interventions:\n  - anchor_employers: {{ reach: 30% of employers, where: {{ employer_size: {size} }} }}\n";
        ExplainedIntervention small = Explain(text, samples.Small).Interventions[0];
        ExplainedIntervention large = Explain(text, samples.Large).Interventions[0];

        Math.Abs(small.Eligible - large.Eligible).ShouldBeLessThan((long)(0.2 * large.Eligible));
        Math.Abs(small.Reached - large.Reached).ShouldBeLessThan((long)(0.2 * large.Reached));
        large.Eligible.ShouldBeLessThan(500_000, "the region has some 1.2 million workers");
    }

    [Fact]
    public void Explain_LibraryFilesChangedAtRandom_SayTheSameOfTheRegionWhateverTheSample()
    {
        int mutants = LongForm.Asked ? 4_000 : 160;
        for (int mutant = 0; mutant < mutants; mutant++)
        {
            (ScenarioResult result, string told) = MutatedScenario.Read(mutant);
            if (result.Scenario is { } scenario)
            {
                Hold(scenario, ScenarioExplainer.Explain(scenario, samples.Small), ScenarioExplainer.Explain(scenario, samples.Large), told);
            }
        }
    }

    private static void Hold(Scenario scenario, Explanation small, Explanation large, string told)
    {
        double allowed = 0;
        for (int i = 0; i < small.Interventions.Count; i++)
        {
            (ExplainedIntervention a, ExplainedIntervention b) = (small.Interventions[i], large.Interventions[i]);
            Within(a.Eligible, b.Eligible, small.Region.Scale, $"eligible for {b.Name}, {told}");
            Within(a.Reached, b.Reached, small.Region.Scale, $"reached by {b.Name}, {told}");

            // Staff come by the employer, and a sample has few of those; residents of neighbourhoods and pupils come one by one.
            double people = b.Units == "employers" ? b.Residents * 6 / Math.Sqrt(Math.Max(1, b.Reached / small.Region.Scale)) : Error(b.Residents, small.Region.Scale);
            Math.Abs(a.Residents - b.Residents).ShouldBeLessThanOrEqualTo((long)people, $"residents behind {b.Name}, {told}");

            // What is paid for units, or for the residents behind them, is as far off as they are.
            double off = Math.Max(Error(b.Reached, small.Region.Scale) / Math.Max(1, b.Reached), people / Math.Max(1, b.Residents));
            double cost = large.Cost.Prices.Where(p => p.Intervention == b.Name).Sum(p => p.Central);

            // Where few join before the end, as far off as these few.
            InterventionRequest request = scenario.Interventions[i].Request;
            double price = (1 + (scenario.Days / 365.0)) * request.Costs.Where(c => c.PerUnit is not null).Select(c => c.Pounds)
                .Concat(scenario.Interventions[i].Kind.UnitCosts.Select(c => c.Today.Central)).DefaultIfEmpty(0).Max();
            allowed += Math.Max(off * cost, (6 * Math.Sqrt(small.Region.Scale * price * cost)) + (small.Region.Scale * price));
        }

        Math.Abs(small.Cost.Central - large.Cost.Central).ShouldBeLessThanOrEqualTo(allowed + 1, told);
        small.Cost.NotCosted.ShouldBe(large.Cost.NotCosted, told);
    }

    private static void Within(long small, long large, double scale, string told) =>
        Math.Abs(small - large).ShouldBeLessThanOrEqualTo((long)Error(large, scale), told);

    // Six standard deviations of a number of residents that is counted one in so many, and the step that one of them makes.
    private static double Error(long number, double scale) => (6 * Math.Sqrt(scale * Math.Max(1, number))) + scale;

    private static void Near(double small, double large) => Math.Abs(small - large).ShouldBeLessThan(0.1 * large);

    private static Explanation Explain(string text, Population population) =>
        ScenarioExplainer.Explain(Read(text), population);

    private static Scenario Read(string text) => ScenarioReader.ReadText("scenario: T\nextends: baseline\n" + text, "t.yaml").Scenario.ShouldNotBeNull();
}
