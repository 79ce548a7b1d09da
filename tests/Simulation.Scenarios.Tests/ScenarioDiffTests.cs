using Simulation.Engine.Populations;
using Simulation.Engine.Tests.Interventions;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Telling;

namespace Simulation.Scenarios.Tests;

public sealed class ScenarioDiffTests
{
    private static Scenario Read(string text) => ScenarioReader.ReadText("scenario: T\nextends: baseline\n" + text, "t.yaml").Scenario!;

    [Fact]
    public void Compare_OrderCommentsAndUnits_MakeNoDifference()
    {
        Scenario one = Read("interventions:\n  - school_street: { reach: 60% }\n  - flexible_working: { shift: 60 min }\n");
        Scenario two = Read("# other words\ninterventions:\n  - flexible_working: { shift: 1 hour, reach: all }\n  - school_street: { reach: 0.6, owner: highways }\n");
        ScenarioDiff.Compare(one, two).Same.ShouldBeTrue();
    }

    [Fact]
    public void Compare_AChangedReach_NamesItWithUnitsAndPeople()
    {
        using Population population = TinyPopulation.Build();
        DiffResult diff = ScenarioDiff.Compare(
            Read("interventions:\n  - school_street: { reach: 40% }\n"), Read("interventions:\n  - school_street: { reach: 60% }\n  - home_working: { home_days: 2 days/week }\n"), population);
        diff.Differences.ShouldContain(new Difference(DifferenceKind.Changed, "interventions.school_street.reach", "40% of schools", "60% of schools"));
        diff.Differences.ShouldContain(d => d.Kind == DifferenceKind.Added && d.Path == "interventions.home_working.home_days" && d.After == "2 days/week");
        diff.Differences.ShouldNotContain(d => d.Path == "interventions.home_working.adherence");
        ReachDifference schools = diff.Reach[0];
        (schools.Intervention, schools.Units).ShouldBe(("school_street", "schools"));
        schools.Before.ShouldBeInRange(35, 37);
        schools.After.ShouldBeInRange(53, 55);
        schools.Both.ShouldBe(schools.Before);
        schools.ResidentsAfter.ShouldBe(schools.After * TinyPopulation.Households);
    }

    [Theory]
    [InlineData("inactive", "[inactive, active]", 1)]
    [InlineData("inactive", "active", 0)]
    [InlineData("[inactive, fairly active]", "[inactive, active]", 1)]
    public void Compare_LevelsOfActivity_CountsThoseWhoAreInBoth(string first, string second, int inactives)
    {
        using Population population = TinyPopulation.Build();
        Scenario Advice(string level) => Read($"interventions:\n  - brief_advice: {{ who: {{ activity: {level} }} }}\n");
        long inactive = ScenarioDiff.Compare(Advice("inactive"), Advice("active"), population).Reach.Single().Before;

        ReachDifference reach = ScenarioDiff.Compare(Advice(first), Advice(second), population).Reach.Single();

        reach.Both.ShouldBeInRange((inactives * inactive) - 1, (inactives * inactive) + 1);
    }
}
