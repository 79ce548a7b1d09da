using Simulation.Engine.Embedded;
using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Interventions;

/// <summary>Plans for residents of a qualification, of an ethnic group, near a school.</summary>
public sealed class BackgroundTargetTests
{
    private static readonly Lazy<Population> Made = new(() => PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(60_000), null, CancellationToken.None));

    [Fact]
    public void Residents_OfAnEthnicGroupWithoutQualification_AreThoseAndNoOthers()
    {
        int[] rows = Reached(new Who { MinimumAge = 16, EthnicGroups = 1 << (int)EthnicGroup.Asian, Qualifications = 1 << (int)Qualification.None }, Target.Everywhere);

        rows.ShouldBe(Rows().Where(row => Made.Value.Residents.Age[row] >= 16 && Made.Value.Residents.Background[row] == Background.Of(Qualification.None, EthnicGroup.Asian)));
        rows.Length.ShouldBeGreaterThan(50);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1000)]
    public void Residents_NearASchool_AreThoseWhoseHomeIs(double metres)
    {
        Population population = Made.Value;
        int[] rows = Reached(Who.Everyone, new Target { NearSchool = metres, Places = ["Wirral"] });

        // Every school against every home, as slowly as can be.
        HashSet<int> homes = [];
        for (int h = 0; h < population.Households.X.Length; h++)
        {
            for (int s = 0; s < population.Schools.Count; s++)
            {
                double dx = population.Households.X[h] - population.Schools.X[s];
                double dy = population.Households.Y[h] - population.Schools.Y[s];
                if ((dx * dx) + (dy * dy) <= metres * metres)
                {
                    homes.Add(h);
                    break;
                }
            }
        }

        int wirral = Enumerable.Range(0, population.Places.Count).Single(p => population.Places[p].Name == "Wirral");
        rows.ShouldBe(Rows().Where(row => homes.Contains(population.Residents.Household[row])
            && population.Neighbourhoods.Place[population.Residents.Layout.Of(row)] == wirral));
        rows.Length.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Neighbourhoods_NearASchool_AreThoseWhoseCentreIs()
    {
        Population population = Made.Value;
        InterventionKind kind = InterventionCatalogue.Find("green_space")!;
        int[] all = kind.Deliver(Request(Who.Everyone, Target.Everywhere), population).Rows;
        int[] near = kind.Deliver(Request(Who.Everyone, new Target { NearSchool = 400 }), population).Rows;

        near.Length.ShouldBeInRange(1, all.Length - 1);
        near.All(n => Enumerable.Range(0, population.Schools.Count).Any(s =>
            Math.Pow(population.Neighbourhoods.X[n] - population.Schools.X[s], 2) + Math.Pow(population.Neighbourhoods.Y[n] - population.Schools.Y[s], 2) <= 400 * 400)).ShouldBeTrue();
    }

    private static int[] Reached(Who who, Target where) => InterventionCatalogue.Find("exercise_referral")!.Deliver(Request(who, where), Made.Value).Rows;

    private static InterventionRequest Request(Who who, Target where) => new()
    {
        Source = "test",
        Owner = "test",
        Uptake = new Uptake(1, 1),
        Who = who,
        Where = where,
    };

    private static IEnumerable<int> Rows() =>
        Enumerable.Range(0, Made.Value.Residents.Layout.Rows).Where(row => Made.Value.Residents.Age[row] != Population.VacantAge);
}
