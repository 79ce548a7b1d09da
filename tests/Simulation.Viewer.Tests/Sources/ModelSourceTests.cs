using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Scenarios;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Sources;

public sealed class ModelSourceTests
{
    private const string Both =
        "interventions:\n  - school_street: { reach: 30% of primary schools, phase_in: { start: 2026-09-03, over: 4 weeks } }\n  - flexible_working: { reach: 20% of employees with children under 11, shift: 30 min }\n";

    [Fact]
    public void ScenarioText_AfterTurns_RunsToTheSameBits()
    {
        Scenario scenario = SmallWorld.Scenario(Both);
        using var source = new ModelSource(SmallWorld.Population(), scenario, 1, 2);
        source.WarmUp(new Progress<double>(), CancellationToken.None);
        Run(source, 6);
        Turn(source, "school_street", true, ("reach", 80));
        Run(source, 5);
        Turn(source, "flexible_working", false);
        Turn(source, "+speed_limit", true);
        Run(source, 4);
        Turn(source, "flexible_working", true, ("reach", 60), ("shift", 60));
        Turn(source, "school_street", true, ("reach", 10));
        Run(source, 13);

        ScenarioResult again = ScenarioReader.ReadText(source.ScenarioText(), "saved.yaml");
        again.Scenario.ShouldNotBeNull(string.Join('\n', again.Diagnostics));
        using Population population = SmallWorld.Population();
        using var run = new ModelRun(population, ScenarioBinder.Bind(again.Scenario, population).Effects, SmallWorld.Options(again.Scenario));
        run.WarmUp(null, CancellationToken.None);
        for (int day = 0; day < again.Scenario.Days; day++)
        {
            run.Step();
        }

        run.StateHash().ShouldBe(source.StateHash(Arm.Scenario));
        source.StateHash(Arm.Scenario).ShouldNotBe(source.StateHash(Arm.Baseline));
    }

    [Fact]
    public void Advance_NoInterventions_TwinsAreEqual()
    {
        using var source = new ModelSource(SmallWorld.Population(), SmallWorld.Scenario(string.Empty), 1, 2);
        source.WarmUp(new Progress<double>(), CancellationToken.None);
        Run(source, 3);
        Equal(source).ShouldBeTrue();
        States(source, Arm.Scenario).Distinct().Count().ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Change_FromTheNextDayOn_TwinsDiffer()
    {
        using var source = new ModelSource(SmallWorld.Population(), SmallWorld.Scenario(string.Empty), 1, 2);
        source.WarmUp(new Progress<double>(), CancellationToken.None);
        Run(source, 2);
        Turn(source, "+flexible_working", true);
        Turn(source, "flexible_working", true, ("reach", 100), ("shift", 120));
        Equal(source).ShouldBeTrue();
        Run(source, 9); // a Friday: on a Saturday nobody goes to school
        Equal(source).ShouldBeFalse();
    }

    [Theory]
    [InlineData("+no_such_kind", "no intervention called")]
    [InlineData("no_such_lever", "no lever")]
    public void Change_Unknown_IsRefusedWithWords(string id, string words)
    {
        using var source = new ModelSource(SmallWorld.Population(2000), SmallWorld.Scenario(Both), 1, 1);
        source.Change(new LeverChange(id, true, new Dictionary<string, double>())).ShouldNotBeNull().ShouldContain(words);
    }

    [Theory]
    [InlineData("reach", 101)]
    [InlineData("reach", -1)]
    [InlineData("reach", double.NaN)]
    [InlineData("volume", 11)]
    public void Change_ValueOutOfBounds_IsRefusedAndNothingChanges(string field, double value)
    {
        using var source = new ModelSource(SmallWorld.Population(2000), SmallWorld.Scenario(Both), 1, 1);
        string before = source.ScenarioText();
        source.Change(new LeverChange("school_street", true, new Dictionary<string, double> { [field] = value })).ShouldNotBeNull();
        source.ScenarioText().ShouldBe(before);
    }

    [Fact]
    public void Describe_EveryResident_HasTheSameLinesInBothArms()
    {
        using var source = new ModelSource(SmallWorld.Population(2000), SmallWorld.Scenario(Both), 1, 1);
        source.WarmUp(new Progress<double>(), CancellationToken.None);
        Run(source, 1);
        for (int row = 0; row < source.Map.Residents; row++)
        {
            ResidentCard card = source.Describe(row);
            card.Title.ShouldNotBeEmpty();
            card.Scenario.Select(l => l.Name).ShouldBe(card.Baseline.Select(l => l.Name));
        }
    }

    private static void Run(ModelSource source, int days)
    {
        for (int day = 0; day < days; day++)
        {
            source.Advance();
        }
    }

    private static void Turn(ModelSource source, string id, bool on, params (string Name, double Value)[] values) =>
        source.Change(new LeverChange(id, on, values.ToDictionary(v => v.Name, v => v.Value))).ShouldBeNull();

    private static bool Equal(ModelSource source) => States(source, Arm.Scenario).AsSpan().SequenceEqual(States(source, Arm.Baseline));

    private static byte[] States(ModelSource source, Arm arm)
    {
        var states = new byte[source.Map.Residents];
        source.WriteStates(arm, states);
        return states;
    }
}
