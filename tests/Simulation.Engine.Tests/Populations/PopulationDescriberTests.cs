using Simulation.Engine.Embedded;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;
using Simulation.Engine.Tests.Synthesis;

namespace Simulation.Engine.Tests.Populations;

public class PopulationDescriberTests
{
    [Fact]
    public void Describe_SmallPopulation_CountsByPlaceAddUp()
    {
        using Population population = Build(SmallInputs.Make(), 4_000);
        PopulationSummary summary = PopulationDescriber.Describe(population);
        summary.Places.Select(p => p.Place.Name).ShouldBe(["Place 0", "Place 1", "Place 2"]);
        summary.Places.Sum(p => Figure(p.Figures, "residents").Model).ShouldBe(4_000);
        Figure(summary.Whole, "residents").Model.ShouldBe(4_000);
        Figure(summary.Whole, "residents").Published.ShouldBe(3 * 6_400);
        Figure(summary.Whole, "no_car_pct").Published.ShouldBeNull("shares of places do not add up");
        Figure(summary.Places[0].Figures, "no_car_pct").Published.ShouldBe(30);
        summary.Marginals.Select(m => m.Name).ShouldBe(["age bands", "household size", "cars", "disability", "employment", "home working"]);
        summary.Marginals.ShouldAllBe(m => m.WorstNeighbourhood.StartsWith('N'));
    }

    [Fact]
    public void Describe_EmbeddedSample_LooksLikeTheArea()
    {
        SynthesisInputs inputs = EmbeddedInputs.Create(1);
        using Population population = Build(inputs, 60_000);
        PopulationInvariants.Check(population, inputs);
        PopulationSummary summary = PopulationDescriber.Describe(population);

        // Census 2021: 2.29 residents a household, about one household in four with children under 16, 24.7 % without a car.
        Figure(summary.Whole, "residents_per_household").Model.ShouldBe(2.29, 0.06);
        Figure(summary.Whole, "with_children_pct").Model.ShouldBe(25, 2.5);
        Figure(summary.Whole, "no_car_pct").Model.ShouldBe(24.7, 2);
        Figure(summary.Whole, "disabled_pct").Model.ShouldBe(20.5, 1.5);
        Figure(summary.Whole, "home_pct").Model.ShouldBe(28.6, 2);
    }

    private static SummaryFigure Figure(IReadOnlyList<SummaryFigure> figures, string key) => figures.Single(f => f.Key == key);

    private static Population Build(SynthesisInputs inputs, int residents) =>
        PopulationSynthesiser.Build(inputs, new SynthesisOptions(residents), null, CancellationToken.None);
}
