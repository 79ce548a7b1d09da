using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Sources;

public sealed class SchoolStreetsTests
{
    private static readonly DateOnly Start = new(2026, 9, 1);

    [Fact]
    public void Of_PhasedScheme_NamesEachSchoolWithItsOwnFirstDay()
    {
        using Population population = SmallWorld.Population(3000);
        IReadOnlyList<ClosedStreet> streets = Of(population, "  - school_street: { reach: all, phase_in: { start: 2026-09-11, over: 4 weeks } }\n  - speed_limit: { limit: 20 mph }\n");
        int[] primary = [.. Enumerable.Range(0, population.Schools.Count).Where(s => population.Schools.Phase[s] != (byte)SchoolPhase.Secondary)];
        streets.Select(s => s.School).ShouldBe(primary);
        streets.Min(s => s.From).ShouldBeInRange(11, 25);
        streets.Max(s => s.From).ShouldBeInRange(25, 39);
        streets.ShouldAllBe(s => s.To == null);
    }

    [Fact]
    public void Of_OtherLevers_MakeNoSchoolStreet()
    {
        using Population population = SmallWorld.Population(3000);
        Of(population, "  - speed_limit: { limit: 20 mph }\n").ShouldBeEmpty();
    }

    [Fact]
    public void Of_EndedScheme_SaysWhenTheStreetIsOpenAgain()
    {
        var effect = new Effect
        {
            Source = "school_street[2]",
            Lever = Lever.GateTraffic,
            Rows = [3, 5],
            Amounts = [-0.68f],
            Starts = [Start.DayNumber + 2, Start.DayNumber + 30],
            End = Start.DayNumber + 20,
        };
        SchoolStreets.Of([effect], Start).ShouldBe([new ClosedStreet(3, 3, 21)], "the fifth school would have joined after the end");
    }

    private static IReadOnlyList<ClosedStreet> Of(Population population, string interventions)
    {
        Scenario scenario = SmallWorld.Scenario("interventions:\n" + interventions);
        return SchoolStreets.Of(ScenarioBinder.Bind(scenario, population).Effects, scenario.Start);
    }
}
