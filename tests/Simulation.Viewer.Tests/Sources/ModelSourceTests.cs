using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
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
        RunsToTheSameBits(source);
    }

    [Fact]
    public void Undo_OfTheLastPull_IsAsIfItHadNeverBeenMade()
    {
        using var never = new ModelSource(SmallWorld.Population(), SmallWorld.Scenario(Both), 1, 2);
        never.WarmUp(new Progress<double>(), CancellationToken.None);
        Run(never, 4);
        Turn(never, "school_street", true, ("reach", 80));
        Run(never, 6);
        using var source = new ModelSource(SmallWorld.Population(), SmallWorld.Scenario(Both), 1, 2);
        source.WarmUp(new Progress<double>(), CancellationToken.None);
        Run(source, 4);
        Turn(source, "school_street", true, ("reach", 80));
        Run(source, 3);
        Turn(source, "flexible_working", false);
        Run(source, 3);
        source.StateHash(Arm.Scenario).ShouldNotBe(never.StateHash(Arm.Scenario));
        source.Pulls.Select(pull => pull.Day).ShouldBe([5, 8]);
        source.Restart(source.BeforeLastPull, new Progress<double>(), CancellationToken.None).ShouldBeNull();
        source.DaysDone.ShouldBe(0);
        Run(source, 10);
        source.StateHash(Arm.Scenario).ShouldBe(never.StateHash(Arm.Scenario));
        source.Pulls.Select(pull => pull.Day).ShouldBe([5], "the pull before it stands");
        source.Levers.Count.ShouldBe(2, "what was pulled is one lever, not two");
        source.Restart(null, new Progress<double>(), CancellationToken.None).ShouldBeNull();
        source.Pulls.ShouldBeEmpty();
        source.ScenarioText().ShouldNotContain("80%");
    }

    [Fact]
    public void Restart_WithAScenarioThatTheseResidentsDoNotTake_IsRefusedAndNothingChanges()
    {
        using var source = new ModelSource(SmallWorld.Population(2000), SmallWorld.Scenario(Both), 1, 1);
        source.WarmUp(new Progress<double>(), CancellationToken.None);
        Run(source, 2);
        string text = source.ScenarioText();
        source.Restart("scenario: X\nversion: 1\ninterventions:\n  - school_street: { where: { places: [Atlantis] } }\n", new Progress<double>(), CancellationToken.None).ShouldNotBeNull();
        source.DaysDone.ShouldBe(2);
        source.ScenarioText().ShouldBe(text);
        Run(source, 1);
    }

    [Fact]
    public void Dates_OfWhatIsStillToCome_AreChangedWhereTheyStand()
    {
        const string Later = "interventions:\n  - school_street: { reach: 30% of primary schools }\n"
            + "  - flexible_working: { reach: 20% of employees with children under 11, phase_in: { start: 2026-09-20, over: 2 weeks } }\n";
        using var source = new ModelSource(SmallWorld.Population(), SmallWorld.Scenario(Later), 1, 2);
        source.WarmUp(new Progress<double>(), CancellationToken.None);
        Run(source, 4);
        Field(source, 0, "from").Value.ShouldBe(1);
        Field(source, 0, "until").ShouldSatisfyAllConditions(f => f.Value.ShouldBe(29), f => f.Maximum.ShouldBe(29));
        Field(source, 1, "from").Value.ShouldBe(20);
        Turn(source, "flexible_working", true, ("from", 10));
        Turn(source, "school_street", true, ("until", 15));
        Field(source, 1, "from").Value.ShouldBe(10);
        Field(source, 0, "until").Value.ShouldBe(15);
        source.ScenarioText().ShouldSatisfyAllConditions(
            t => t.ShouldContain("start: 2026-09-10"), t => t.ShouldContain("over: 2 weeks"), t => t.ShouldContain("until: 2026-09-15"),
            t => t.Split("school_street").Length.ShouldBe(2, "one intervention, not two"));
        Run(source, 8);
        Turn(source, "school_street", true, ("until", 29));
        source.ScenarioText().ShouldNotContain("until");
        Run(source, 16);
        RunsToTheSameBits(source);
    }

    [Fact]
    public void End_OfWhatHasEnded_IsSetAnew_NothingOfWhatWasChanges()
    {
        using var source = new ModelSource(SmallWorld.Population(), SmallWorld.Scenario("interventions:\n  - school_street: { reach: 80% of primary schools, until: 2026-09-04 }\n"), 1, 2);
        source.WarmUp(new Progress<double>(), CancellationToken.None);
        Run(source, 9);
        Turn(source, "school_street", true, ("until", 20));
        source.ScenarioText().ShouldContain("until: 2026-09-04");
        Run(source, 19);
        RunsToTheSameBits(source);
    }

    [Fact]
    public void UptakeDeliveryNeedAndSwitches_AreTurnedAndRunToTheSameBits()
    {
        using var source = new ModelSource(SmallWorld.Population(), SmallWorld.Scenario(Both), 1, 2);
        source.WarmUp(new Progress<double>(), CancellationToken.None);
        Turn(source, "+speed_limit", true);
        Run(source, 6);
        Turn(source, "school_street", true, ("adherence", 60), ("uptake.most_deprived", 40));
        Turn(source, "speed_limit", true, ("calming", 1), ("intensity", 1));
        Field(source, 0, "uptake.most_deprived").Value.ShouldBe(40);
        Field(source, 0, "uptake.least_deprived").Value.ShouldBe(100);
        Field(source, 0, "adherence").Value.ShouldBe(60);
        Field(source, 2, "calming").ShouldSatisfyAllConditions(f => f.Value.ShouldBe(1), f => f.Unit.ShouldBe("switch"));
        Field(source, 2, "intensity").Value.ShouldBe(1);
        Run(source, 22);
        RunsToTheSameBits(source);
    }

    [Fact]
    public void Reach_WrittenAsACount_IsTurnedAsOne()
    {
        using var source = new ModelSource(SmallWorld.Population(2000), SmallWorld.Scenario("interventions:\n  - school_street: { reach: 5 primary schools }\n"), 1, 1);
        Field(source, 0, "reach").ShouldSatisfyAllConditions(f => f.Value.ShouldBe(5), f => f.Unit.ShouldBeEmpty());
        Turn(source, "school_street", true, ("reach", 7));
        source.ScenarioText().ShouldContain("reach: 7 primary schools");
    }

    [Theory]
    [InlineData("school_street", "from", 20, "began on 1 September 2026")]
    [InlineData("school_street", "until", 2, "cannot end before")]
    [InlineData("flexible_working", "from", 3, "3 September 2026 is past")]
    [InlineData("flexible_working", "until", 19, "cannot end before it begins")]
    [InlineData("flexible_working", "from", 29, "lie within the run: 1 September 2026 to 28 September 2026")]
    public void Date_ThatCannotBe_IsRefusedWithWordsAndNothingChanges(string id, string field, double day, string words)
    {
        const string Later = "interventions:\n  - school_street: { reach: 30% of primary schools }\n  - flexible_working: { reach: 20% of employees with children under 11, phase_in: 2026-09-20 }\n";
        using var source = new ModelSource(SmallWorld.Population(2000), SmallWorld.Scenario(Later), 1, 1);
        source.WarmUp(new Progress<double>(), CancellationToken.None);
        Run(source, 5);
        string before = source.ScenarioText();
        source.Change(new LeverChange(id, true, new Dictionary<string, double> { [field] = day })).ShouldNotBeNull().ShouldContain(words);
        source.ScenarioText().ShouldBe(before);
    }

    private static LeverField Field(ModelSource source, int lever, string name) => source.Levers[lever].Fields.Single(f => f.Name == name);

    private static void RunsToTheSameBits(ModelSource source)
    {
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
