using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

public sealed class ScenarioReaderTests
{
    private static Scenario Read(string text)
    {
        ScenarioResult result = ScenarioReader.ReadText("scenario: Test\nversion: 1\nextends: baseline\n" + text, "test.yaml");
        DiagnosticPrinter.Print([.. result.Diagnostics.Where(d => d.Severity == Severity.Error)]).ShouldBe(string.Empty);
        return result.Scenario!;
    }

    private static ScenarioIntervention One(string settings, string kind = "school_street") =>
        Read($"interventions:\n  - {kind}: {{ {settings} }}\n").Interventions.Single();

    [Fact]
    public void Read_TheExampleOfTheGuide_MeansWhatItSays()
    {
        Scenario scenario = Read("""
            horizon: { start: 2026-09-01, years: 3 }
            interventions:
              - school_street:
                  owner: highways
                  where: { places: [Liverpool, Knowsley], deprivation: most deprived 30% }
                  reach: 60% of primary schools
                  phase_in: { start: 2027-01-04, over: 12 months }
                  cost: { capital: £18k per school, running: £4k per school per year }
              - flexible_working:
                  owner: employers
                  reach: 40% of employees with children under 11
                  shift: 45 min
                  home_days: 1 day/week
              - speed_limit:
                  limit: 20 mph
                  enforcement: { patrols: 2 per week, for: 26 weeks }
            uncertainty: { draws: 100 }
            """);
        scenario.Days.ShouldBe(1096);
        scenario.Draws.ShouldBe(100);
        var street = scenario.Interventions[0].Request;
        street.Where.Places.ShouldBe(["E08000011", "E08000012"]);
        street.Where.Deciles.ShouldBe([1, 2, 3]);
        street.Where.Phase.ShouldBe(SchoolPhase.Primary);
        street.Reach.Share.ShouldBe(0.6);
        street.PhaseIn.Start.ShouldBe(new DateOnly(2027, 1, 4).DayNumber);
        street.PhaseIn.Days.ShouldBe(365);
        street.Costs.Select(c => (c.Pounds, c.PerYear)).ShouldBe([(18_000, false), (4_000, true)]);
        scenario.Interventions[1].Request.Who.ChildrenUnder.ShouldBe(11);
        scenario.Interventions[1].Request.Values["shift"].ShouldBe(45);
        scenario.Interventions[2].Request.Values["enforcement.for"].ShouldBe(182);
    }

    [Theory]
    [InlineData("60%", 0.6)]
    [InlineData("60 %", 0.6)]
    [InlineData("0.6", 0.6)]
    [InlineData("60 percent of schools", 0.6)]
    [InlineData("half of schools", 0.5)]
    [InlineData("all", 1)]
    [InlineData("every primary school", 1)]
    [InlineData("all secondary schools", 1)]
    public void Reach_AsPeopleWriteIt_IsAShare(string reach, double share) => One($"reach: {reach}").Request.Reach.Share.ShouldBe(share);

    [Theory]
    [InlineData("25 schools", 25)]
    [InlineData("1,200 schools", 1200)]
    public void Reach_ANumberOfUnits_IsACount(string reach, int count) => One($"reach: '{reach}'").Request.Reach.Count.ShouldBe(count);

    [Theory]
    [InlineData("45 min", 45)]
    [InlineData("1 hour", 60)]
    [InlineData("1.5 h", 90)]
    [InlineData("010 min", 10)]
    public void Shift_InAnyUnitOfTime_IsMinutes(string shift, double minutes) =>
        One($"shift: {shift}", "flexible_working").Request.Values["shift"].ShouldBe(minutes);

    [Theory]
    [InlineData("yes", 1)]
    [InlineData("on", 1)]
    [InlineData("No", 0)]
    [InlineData("false", 0)]
    public void Switch_AnyOfYamlsWords_MeansWhatItSays(string word, double on) =>
        One($"calming: {word}", "speed_limit").Request.Values["calming"].ShouldBe(on);

    [Theory]
    [InlineData("days: 28", 28)]
    [InlineData("weeks: 4", 28)]
    [InlineData("months: 1", 30)]
    [InlineData("years: 1", 365)]
    [InlineData("until: 2026-09-28", 28)]
    [InlineData("until: 28 September 2026", 28)]
    public void Horizon_ItsLength_ReplacesTheOneOfTheBase(string length, int days) => Read($"horizon: {{ {length} }}").Days.ShouldBe(days);

    [Theory]
    [InlineData("age: 16 to 34", 16, 34)]
    [InlineData("age: 16-34", 16, 34)]
    [InlineData("age: under 11", 0, 10)]
    [InlineData("age: 65+", 65, 90)]
    [InlineData("age: 65 and over", 65, 90)]
    [InlineData("age: adults", 16, 90)]
    public void Who_Ages_AreCompletedYears(string age, int minimum, int maximum)
    {
        var who = One($"who: {{ {age} }}", "flexible_working").Request.Who;
        (who.MinimumAge, who.MaximumAge).ShouldBe((minimum, maximum));
    }

    [Theory]
    [InlineData("inactive", ActivityLevels.Inactive)]
    [InlineData("Fairly active", ActivityLevels.FairlyActive)]
    [InlineData("[inactive, fairly active]", ActivityLevels.Inactive | ActivityLevels.FairlyActive)]
    public void Who_Activity_IsALevelOrAListOfLevels(string written, ActivityLevels expected) =>
        One($"who: {{ activity: {written} }}", "brief_advice").Request.Who.Activity.ShouldBe(expected);

    [Theory]
    [InlineData("most deprived 30%", new[] { 1, 2, 3 })]
    [InlineData("most deprived fifth", new[] { 1, 2 })]
    [InlineData("least deprived 10%", new[] { 10 })]
    [InlineData("deciles 4 to 6", new[] { 4, 5, 6 })]
    [InlineData("[decile 1, decile 10]", new[] { 1, 10 })]
    [InlineData("quintile 2", new[] { 3, 4 })]
    public void Where_Deprivation_InWordsOrDeciles(string words, int[] deciles) =>
        One($"where: {{ deprivation: {words} }}").Request.Where.Deciles.ShouldBe(deciles);

    [Theory]
    [InlineData("Merseyside", 5)]
    [InlineData("[Liverpool City Region]", 6)]
    [InlineData("st. helens", 1)]
    [InlineData("[Liverpool, E08000012]", 1)]
    public void Where_Places_TakeNamesCodesAndGroups(string places, int count) =>
        One($"where: {places}").Request.Where.Places!.Count.ShouldBe(count);

    [Fact]
    public void Hash_TheSameMeaning_HowEverItIsWritten()
    {
        Scenario one = Read("interventions:\n  - school_street: { reach: 60%, where: { places: [Knowsley, Liverpool] } }\nhorizon: { weeks: 4 }\n");
        Scenario two = Read("# the same again\nhorizon:\n    days: 28\ninterventions:\n- school_street:\n    where: { places: [Liverpool, E08000011] }\n    reach: 0.6\n    note: nobody reads this\n");
        Scenario three = Read("horizon: { weeks: 4 }\ninterventions:\n  - school_street: { reach: 61%, where: { places: [Knowsley, Liverpool] } }\n");
        two.Hash.ShouldBe(one.Hash);
        three.Hash.ShouldNotBe(one.Hash);
    }

    [Theory]
    [InlineData("structure: { propensity: moving, people: living }\n")]
    [InlineData("exploratory: leave out\n")]
    [InlineData("seed: 1\npopulation: { residents: 2700000, seed: 1 }\n")]
    [InlineData("parameters: { habit.gain: 0.0444 }\n")]
    public void Hash_ADefaultWrittenOut_IsTheSameMeaning(string written) =>
        Read(written).Hash.ShouldBe(Read(string.Empty).Hash);

    [Theory]
    [InlineData("- school_street", "- school_street: { reach: 100%, owner: highways, name: zebra, cost: { capital: £1 per school } }", true)]
    [InlineData("- school_street", "- school_street: { where: { deprivation: deciles 1 to 10 }, intensity: uniform, adherence: 100%, phase_in: 2026-09-01 }", true)]
    [InlineData("- daily_mile\n- school_street", "- school_street\n- daily_mile", true)]
    [InlineData("- brief_advice: { where: [Halton, Wirral, Halton] }", "- brief_advice: { where: [Wirral, Halton] }", true)]
    [InlineData("- free_leisure: { where: { neighbourhoods: [e01012367] } }", "- free_leisure: { where: { neighbourhoods: [E01012367, E01012367] } }", true)]
    [InlineData("- brief_advice: { reach: 10% }", "- brief_advice: { reach: 10.000001% }", false)]
    [InlineData("- school_street: { displacement: 12% }", "- school_street: { displacement: 12.000001% }", false)]
    [InlineData("- school_street", "- school_street: { after_it_ends: stops at once, until: 2027-01-01 }", false)]
    [InlineData("- school_street", "- school_street\n- school_street: { name: again }", false)]
    public void Hash_OfInterventions_IsThatOfWhatTheyAsk(string one, string other, bool same)
    {
        string First(string text) => Read($"interventions:\n{text}\n").Hash;
        (First(one) == First(other)).ShouldBe(same);
    }

    [Fact]
    public void Hash_ParametersThatPrintAlike_AreTwoMeanings() =>
        Read("parameters: { habit.gain: 0.0400000001 }\n").Hash.ShouldNotBe(Read("parameters: { habit.gain: 0.04 }\n").Hash);

    [Fact]
    public void Target_OfAScenario_IsResidentsAndChangesNothingOfTheRun()
    {
        Scenario asked = Read("target: 150,000 residents more active");

        asked.Target!.Residents.ShouldBe(150_000);
        asked.Hash.ShouldBe(Read(string.Empty).Hash);
    }

    [Fact]
    public void Extends_AnInterventionOfTheBase_IsChangedByItsName()
    {
        ScenarioResult result = ScenarioReader.ReadText(
            "scenario: T\nextends: school-streets\ninterventions:\n  - school_street: { reach: 80% }\n  - school_street: { name: second wave, reach: 10% }\n", "t.yaml");
        Scenario scenario = result.Scenario!;
        scenario.Interventions.Select(i => i.Name).ShouldBe(["school_street", "second wave"]);
        scenario.Interventions[0].Request.Reach.Share.ShouldBe(0.8);
        scenario.Interventions[0].Request.Costs.Count.ShouldBe(2);
    }

    [Fact]
    public void Without_AnInheritedIntervention_LeavesItOut() =>
        ScenarioReader.ReadText("scenario: T\nextends: school-run-together\nwithout: [school_street]\n", "t.yaml")
            .Scenario!.Interventions.ShouldNotContain(i => i.Kind.Key == "school_street");

    [Fact]
    public void Read_NoSuchFile_NamesTheNearestOne()
    {
        string folder = Directory.CreateTempSubdirectory("scenarios").FullName;
        File.WriteAllText(Path.Combine(folder, "plan.yaml"), "scenario: T\n");
        ScenarioResult result = ScenarioReader.Read(Path.Combine(folder, "plann.yaml"));
        result.Diagnostics.Single().Code.Id.ShouldBe("SIM0001");
        result.Diagnostics.Single().Hint.ShouldBe("Did you mean 'plan.yaml'?");
        ScenarioReader.Read(folder).HasErrors.ShouldBeTrue();
        Directory.Delete(folder, true);
    }

    [Fact]
    public void Extends_AFileBesideIt_IsFoundFromWhereverTheCommandRuns()
    {
        string folder = Directory.CreateTempSubdirectory("scenarios").FullName;
        File.WriteAllText(Path.Combine(folder, "a.yaml"), "scenario: A\nextends: b.yaml\n");
        File.WriteAllText(Path.Combine(folder, "b.yaml"), "scenario: B\nextends: a\n");
        ScenarioReader.Read(Path.Combine(folder, "a.yaml")).Diagnostics.Single().Code.Id.ShouldBe("SIM0302");
        File.WriteAllText(Path.Combine(folder, "b.yaml"), "scenario: B\nextends: baseline\nhorizon: { days: 7 }\n");
        ScenarioReader.Read(Path.Combine(folder, "a.yaml")).Scenario!.Days.ShouldBe(7);
        Directory.Delete(folder, true);
    }

    [Fact]
    public void Read_AMisspeltLibraryName_NamesTheNearest() =>
        ScenarioReader.Read("school-street").Diagnostics.Single().Hint.ShouldBe("Did you mean 'school-streets'?");

    [Fact]
    public void ReadBytes_AByteOrderMarkAndWindowsLines_MakeNoDifference()
    {
        string text = "scenario: T\nextends: baseline\ninterventions:\n  - school_street: { reach: 60% }\n";
        byte[] windows = [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))];
        ScenarioReader.ReadBytes(windows, "t.yaml").Scenario!.Hash.ShouldBe(ScenarioReader.ReadText(text, "t.yaml").Scenario!.Hash);
    }

    [Fact]
    public void Effect_LocalEvidenceAsAnOddsRatio_IsLogOddsWithItsInterval()
    {
        ScenarioIntervention one = One("effect: { intention: odds ratio 1.3 (1.1 to 1.5) }", "brief_advice");
        one.Request.Effect["intention"].ShouldBe(Math.Log(1.3), 1e-12);
        one.EffectIntervals["intention"].ShouldBe((Math.Log(1.1), Math.Log(1.5)));
    }

    [Fact]
    public void Anchors_WithinTheCaps_StandForWhatTheyMark()
    {
        Scenario scenario = Read("interventions:\n  - school_street: &usual { reach: 60% }\n  - safe_crossings: *usual\n");
        scenario.Interventions[1].Request.Reach.Share.ShouldBe(0.6);
    }

    [Theory]
    [InlineData("2 per week", 2)]
    [InlineData("twice a week", 2)]
    [InlineData("daily", 7)]
    [InlineData("4 a month", 0.92)]
    public void Patrols_HoweverOften_AreTimesAWeek(string patrols, double perWeek) =>
        One($"patrols: {patrols}", "speed_enforcement").Request.Values["patrols"].ShouldBe(perWeek, 0.01);

    [Fact]
    public void Uptake_ByDeprivation_IsStraightInBetween()
    {
        var uptake = One("uptake: { most_deprived: 30%, least_deprived: 48% }", "flexible_working").Request.Uptake!.Value;
        uptake.In(1).ShouldBe(0.30, 1e-9);
        uptake.In(2).ShouldBe(0.32, 1e-9);
        uptake.In(10).ShouldBe(0.48, 1e-9);
    }

    [Theory]
    [InlineData("stops at once", 0)]
    [InlineData("half-life 13 weeks", 91 / 0.6931471805599453)]
    [InlineData("fades over 26 weeks", 182 / 3.0)]
    public void AfterItEnds_InWords_IsATimeConstant(string words, double days) =>
        One($"until: 6 months, after_it_ends: {words}").Request.FadeDays!.Value.ShouldBe(days, 1e-9);
}
