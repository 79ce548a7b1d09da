using Simulation.Engine.Parameters;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Scenarios.Tests;

public sealed class SweepTests
{
    private const string Head = "scenario: T\nextends: school-streets\n";

    private static IReadOnlyList<PlannedRun> Expand(string text)
    {
        ScenarioResult result = ScenarioReader.ReadText(Head + text, "t.yaml");
        result.Diagnostics.Where(d => d.Code != Diagnostics.Codes.NotCosted).ShouldBeEmpty();
        (IReadOnlyList<PlannedRun> runs, var diagnostics) = SweepExpander.Expand(result.Scenario!);
        diagnostics.ShouldBeEmpty();
        return runs;
    }

    private static double Reach(PlannedRun run) => Math.Round(run.Scenario.Interventions[0].Request.Reach.Share, 6);

    [Fact]
    public void Grid_TwoPaths_CrossesThem()
    {
        IReadOnlyList<PlannedRun> runs = Expand("sweep:\n  grid:\n    interventions.school_street.reach: 20% to 60% by 20%\n    interventions.school_street.displacement: [0%, 30%]\n");
        runs.Select(r => (Reach(r), r.Scenario.Interventions[0].Request.Values["displacement"]))
            .ShouldBe([(0.2, 0), (0.2, 0.3), (0.4, 0), (0.4, 0.3), (0.6, 0), (0.6, 0.3)]);
        runs[0].Settings.ShouldBe(["interventions.school_street.reach=20%", "interventions.school_street.displacement=0%"]);
    }

    [Fact]
    public void Zip_TwoPaths_GoesSideBySide() =>
        Expand("sweep: { zip: { interventions.school_street.reach: [20%, 40%], interventions.school_street.displacement: [0%, 30%] } }\n")
            .Select(r => (Reach(r), r.Scenario.Interventions[0].Request.Values["displacement"])).ShouldBe([(0.2, 0), (0.4, 0.3)]);

    [Fact]
    public void List_Points_StandAsWritten() =>
        Expand("sweep:\n  list:\n    - { interventions.school_street.reach: 10% }\n    - { parameters.habit.gain: 0.04, interventions.school_street.reach: all }\n")
            .Select(r => (Reach(r), r.Scenario.ParameterOverrides.Count)).ShouldBe([(0.1, 0), (1, 1)]);

    [Theory]
    [InlineData("seed: [1, 2]", "'seed'", "replicates")]
    [InlineData("horizon.days: [28, 56]", "'horizon'", "a scenario for each")]
    [InlineData("population.residents: [2000, 4000]", "'population'", "--residents")]
    [InlineData("replicates: [2, 4]", "'replicates'", "beside `sweep`")]
    [InlineData("outputs.by: [place, sex]", "'outputs'", "interventions")]
    [InlineData("target: [10 residents more active, 20 residents more active]", "'target'", "interventions")]
    public void Read_ASweepOfWhatIsOneForAllItsRuns_IsRefused(string axis, string key, string instead)
    {
        Diagnostic error = ScenarioReader.ReadText(Head + $"sweep: {{ grid: {{ {axis} }} }}\n", "t.yaml").Diagnostics.Single(d => d.Severity == Severity.Error);

        error.Message.ShouldContain(key);
        error.Hint!.ShouldContain(instead);
    }

    [Theory]
    [InlineData("20% to 60% by 20%", null)]
    [InlineData("20% to 55% by 20%", "ends at 40%")]
    public void Read_StepsThatMissTheEnd_AreSaid(string range, string? said) =>
        ScenarioReader.ReadText(Head + $"sweep: {{ grid: {{ interventions.school_street.reach: {range} }} }}\n", "t.yaml").Diagnostics
            .Select(d => d.Message).Where(m => m.Contains("ends at", StringComparison.Ordinal)).Any(m => m.Contains(said ?? "ends at", StringComparison.Ordinal))
            .ShouldBe(said is not null);

    [Fact]
    public void LatinHypercube_EveryStratum_IsUsedOnce()
    {
        IReadOnlyList<PlannedRun> runs = Expand("sweep: { lhs: { samples: 10, over: { interventions.school_street.reach: 0% to 100%, interventions.school_street.displacement: 0% to 30% } } }\n");
        runs.Select(r => (int)(Reach(r) * 10)).Order().ShouldBe(Enumerable.Range(0, 10));
        runs.Select(r => (int)(r.Scenario.Interventions[0].Request.Values["displacement"] / 0.03)).Order().ShouldBe(Enumerable.Range(0, 10));
        Expand("sweep: { lhs: { samples: 10, over: { interventions.school_street.reach: 0% to 100% } } }\n").Select(Reach)
            .ShouldBe(Expand("sweep: { lhs: { samples: 10, over: { interventions.school_street.reach: 0% to 100% } } }\n").Select(Reach));
    }

    [Fact]
    public void Replicates_AndDraws_MultiplyWithTheirOwnSeeds()
    {
        IReadOnlyList<PlannedRun> runs = Expand("seed: 5\nreplicates: 3\nuncertainty: { draws: 2 }\n");
        runs.Select(r => (r.Seed, r.Draw)).ShouldBe([(5, 1), (5, 2), (6, 1), (6, 2), (7, 1), (7, 2)]);
        runs.Select(r => r.Index).ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void Plan_ASweep_CountsRunsBaselinesTimeMemoryAndDisk()
    {
        Scenario scenario = ScenarioReader.ReadText(Head + "population: { residents: 100000 }\nhorizon: { days: 44 }\nreplicates: 2\nsweep: { grid: { interventions.school_street.reach: [20%, 40%, 60%] } }\n", "t.yaml").Scenario!;
        StudyPlan plan = ScenarioPlanner.Plan(scenario, new MachineRate(1_000_000, 100, 1_000_000, 1000, 56));
        plan.Runs.Count.ShouldBe(6);
        plan.BaselineRuns.ShouldBe(2);
        plan.Seconds.ShouldBe(80, 1e-6);
        plan.MemoryBytes.ShouldBe(11_000_000);
        plan.DiskBytes.ShouldBe(8 * 7000);
    }

    [Fact]
    public void Draws_OfTheEffects_KeepToTheirRangesAndMoveNothingElse()
    {
        IReadOnlyList<PlannedRun> runs = Expand("interventions:\n  - school_street: { effect: { car_access: 3 min (2 min to 5 min) } }\nuncertainty: { draws: 200 }\n");
        Scenario[] drawn = [.. runs.Select(SweepExpander.Drawn)];
        Parameter gate = ParameterRegistry.Get("school_street.gate_traffic");
        double[] gates = [.. drawn.Select(s => s.ParameterOverrides["school_street.gate_traffic"]).Order()];

        gates.ShouldAllBe(g => g >= gate.Minimum && g <= gate.Maximum);
        (gates[^1] - gates[0]).ShouldBeGreaterThan(0.7 * (gate.Maximum - gate.Minimum));
        string[] moved = [.. drawn.SelectMany(s => s.ParameterOverrides.Keys).Distinct()];
        string[] answers = ["school_street.", "habit.", "intention.", "social.", "fitness.", "school.", "commute.", "travel.", "streets.", "leisure.", "errand.", "propensity."];
        moved.ShouldAllBe(name => answers.Any(g => name.StartsWith(g, StringComparison.Ordinal)));
        moved.ShouldContain("school.speed_on_walk");
        moved.ShouldContain("errand.walk_cost");
        moved.ShouldNotContain("leisure.spread_adult", "how residents differ is what the strata were solved with");
        moved.ShouldNotContain("school.car_cost", "solved numbers are not drawn");
        drawn.Select(s => s.Interventions[0].Request.Effect["car_access"]).Distinct().Count().ShouldBeGreaterThan(150);
        drawn.ShouldAllBe(s => s.Interventions[0].Request.Effect["car_access"] >= 2 && s.Interventions[0].Request.Effect["car_access"] <= 5);
        drawn[0].Interventions[0].Request.Parameters["school_street.gate_traffic"].ShouldBe(drawn[0].ParameterOverrides["school_street.gate_traffic"]);
        ScenarioReader.ReadText(drawn[7].Text, "drawn.yaml").Scenario!.Hash.ShouldBe(drawn[7].Hash, "its text says what ran");
    }

    [Fact]
    public void Draws_OfThePlanAndOfItsBaseline_AnswerAlike()
    {
        PlannedRun run = Expand("uncertainty: { draws: 3 }\n")[2];
        Scenario plan = SweepExpander.Drawn(run);
        Scenario baseline = SweepExpander.DrawnBaseline(run);

        baseline.Interventions.ShouldBeEmpty();
        baseline.ParameterOverrides.ShouldNotBeEmpty();
        baseline.ParameterOverrides.ShouldAllBe(p => plan.ParameterOverrides[p.Key] == p.Value);
        SweepExpander.DrawnBaseline(run with { Draw = 2 }).Hash.ShouldNotBe(baseline.Hash);
        SweepExpander.DrawnBaseline(run with { Draw = 0 }).ParameterOverrides.ShouldBeEmpty();
    }

    [Fact]
    public void Draws_WhoseBaselineWasSolved_ShiftItAlikeInBothArms()
    {
        Dictionary<string, double> shifts = new() { ["baseline.school_walk_primary"] = -0.4375, ["baseline.lower"] = 0.01 };
        PlannedRun run = Expand("uncertainty: { draws: 3 }\n")[2] with { Shifts = shifts };

        foreach (Scenario arm in (Scenario[])[SweepExpander.Drawn(run), SweepExpander.DrawnBaseline(run)])
        {
            shifts.ShouldAllBe(s => arm.ParameterOverrides[s.Key] == s.Value);
            arm.ParameterOverrides.Keys.ShouldContain("social.class");
        }

        SweepExpander.Drawn(run with { Draw = 0 }).ParameterOverrides.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("habit.gain")]
    [InlineData("school_street.gate_traffic")]
    public void Draws_OfEverySixteen_HaveOneInEachSixteenth(string name)
    {
        for (int block = 0; block < 4; block++)
        {
            Enumerable.Range(1, 16).Select(i => (int)(16 * DrawDesign.Unit(name, (16 * block) + i))).Order().ShouldBe(Enumerable.Range(0, 16));
        }
    }

    [Fact]
    public void Draws_OfTwoNumbers_DoNotGoTogether()
    {
        double[] a = [.. Enumerable.Range(1, 1_024).Select(i => DrawDesign.Unit("habit.gain", i) - 0.5)];
        double[] b = [.. Enumerable.Range(1, 1_024).Select(i => DrawDesign.Unit("habit.loss", i) - 0.5)];
        Math.Abs(a.Zip(b, (x, y) => x * y).Average() * 12).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void ElementaryDesign_MovesOneNumberAStep_ByTwoThirds_WithOneLuckATrajectory()
    {
        string[] names = ["habit.gain", "habit.loss", "school.car_cost", "social.class", "streets.speed"];
        ElementaryDesign design = new(names, 3);
        ElementaryDesign more = new(names, 5);
        double[] Point(ElementaryDesign of, int draw) => [.. names.Select(name => of.Unit(name, draw)!.Value)];
        design.Draws.ShouldBe(18);
        HashSet<string> orders = [];
        for (int trajectory = 0; trajectory < 3; trajectory++)
        {
            List<int> order = [];
            for (int draw = (6 * trajectory) + 1; draw <= 6 * (trajectory + 1); draw++)
            {
                Point(design, draw).ShouldAllBe(u => new[] { 0, 1.0 / 3, 2.0 / 3, 1 }.Any(level => Math.Abs(level - u) < 1e-12));
                Point(more, draw).ShouldBe(Point(design, draw));
                design.LuckOf(draw).ShouldBe(trajectory + 1);
                if (draw > (6 * trajectory) + 1)
                {
                    (double Before, double After, int Number)[] moved = [.. Point(design, draw - 1).Zip(Point(design, draw)).Select((p, i) => (p.First, p.Second, i)).Where(p => p.First != p.Second)];
                    order.Add(moved.ShouldHaveSingleItem().Number);
                    Math.Abs(moved[0].After - moved[0].Before).ShouldBe(ElementaryDesign.Step, 1e-12);
                }
            }

            order.Order().ShouldBe([0, 1, 2, 3, 4]);
            orders.Add(string.Join(' ', order));
        }

        orders.Count.ShouldBeGreaterThan(1);
        design.Unit("errand.habit", 1).ShouldBeNull();
    }

    [Fact]
    public void NumbersDrawn_AreThoseThatADrawSets()
    {
        Scenario scenario = ScenarioReader.Read("school-run-together", []).Scenario!;
        PlannedRun run = SweepExpander.Expand(scenario).Runs[0] with { Draw = 1 };

        SweepExpander.NumbersDrawn(scenario).Order(StringComparer.Ordinal).ShouldBe(SweepExpander.Drawn(run).ParameterOverrides.Keys.Order(StringComparer.Ordinal));
        ElementaryDesign one = new(["social.class"], 1);
        SweepExpander.Drawn(run with { Design = one }).ParameterOverrides.Keys.ShouldBe(["social.class"]);
    }

    [Fact]
    public void Draws_SpreadByHowANumberWasComeBy()
    {
        double[] Of(EvidenceGrade grade) => [.. Enumerable.Range(0, 4_001).Select(i => Distribution.Of(new Parameter("t.t", 3, "min", 1, 9, "t", "t", grade)).At((i + 0.5) / 4_001))];
        double[] verified = Of(EvidenceGrade.Verified);
        double[] derived = Of(EvidenceGrade.Derived);
        double[] judged = Of(EvidenceGrade.Judgement);
        double[] unverified = Of(EvidenceGrade.Unverified);
        foreach (double[] drawn in (double[][])[verified, derived, judged, unverified])
        {
            drawn.ShouldAllBe(v => v >= 1 && v <= 9);
            drawn.ShouldBe(drawn.Order());
        }

        verified[2_000].ShouldBe(3, 0.01);
        derived[2_000].ShouldBe(3, 0.01);
        (derived[3_000] - 3).ShouldBe(1.5 * (verified[3_000] - 3), 0.01);
        judged.Average().ShouldBe((1 + 3 + 9) / 3.0, 0.01);
        unverified.Average().ShouldBe(5, 0.01);
        Of(EvidenceGrade.Calibrated).ShouldAllBe(v => v == 3);
    }

    [Fact]
    public void Draws_OfOneIntervention_DoNotShiftForAnother()
    {
        Scenario alone = SweepExpander.Drawn(Expand("uncertainty: { draws: 5 }\n")[3]);
        Scenario beside = SweepExpander.Drawn(Expand("interventions:\n  - daily_mile\nuncertainty: { draws: 50 }\n")[3]);

        foreach ((string name, double value) in alone.ParameterOverrides)
        {
            beside.ParameterOverrides[name].ShouldBe(value, name);
        }

        beside.ParameterOverrides.Keys.ShouldContain("daily_mile.minutes");
    }

    [Fact]
    public void Draws_OfWhatTheScenarioSetsItself_LeaveItAlone() =>
        SweepExpander.Drawn(Expand("parameters: { school_street.gate_traffic: 50% }\nuncertainty: { draws: 3 }\n")[1])
            .ParameterOverrides["school_street.gate_traffic"].ShouldBe(0.5);

    [Fact]
    public void Baselines_OfPoints_DifferOnlyWhereTheWorldDoes()
    {
        IReadOnlyList<PlannedRun> runs = Expand("sweep: { grid: { interventions.school_street.reach: [20%, 40%], parameters.habit.gain: [0.04, 0.05] } }\nreplicates: 2\nuncertainty: { draws: 2 }\n");
        runs.Select(r => r.Baseline.Hash).Distinct().Count().ShouldBe(2);
        runs.ShouldAllBe(r => r.Baseline.Interventions.Count == 0);
        runs.ShouldAllBe(r => r.Baseline.ParameterOverrides["habit.gain"] == r.Scenario.ParameterOverrides["habit.gain"]);
    }
}
