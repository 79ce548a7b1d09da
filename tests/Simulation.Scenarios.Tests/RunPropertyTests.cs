using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Running;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

/// <summary>What a reader may take for granted of any scenario, held by runs of scenarios as they are written.</summary>
public sealed class RunPropertyTests(RunFixture runs) : IClassFixture<RunFixture>
{
    private const string NothingPassesOn =
        "parameters: { social.household: 0, social.class: 0, social.work: 0, social.neighbourhood: 0, school.traffic_feedback: 0, school.gate_share: 0 }\n";

    private static readonly DateOnly First = new(2026, 9, 1);

    public static TheoryData<string> Kinds() => [.. InterventionCatalogue.Kinds.Select(k => k.Key)];

    [Theory]
    [InlineData("school_street: { displacement: 0% }", "Liverpool", "flexible_working: { shift: 60 min }", "Wirral")]
    [InlineData("free_leisure: { outreach: yes }", "Halton", "free_leisure: { outreach: yes }", "Sefton")]
    [InlineData("safe_crossings: {}", "Knowsley", "daily_mile: {}", "Cheshire East")]
    [InlineData("brief_advice: {}", "Warrington", "home_working: { home_days: 2 days/week }", "St Helens")]
    public void Levers_OnDisjointPeopleWhenNothingIsPassedOn_AddExactly(string first, string here, string second, string there)
    {
        string In(string written, string place) =>
            "  - " + written.Replace(": {", $": {{ name: '{place}', where: {place}, ", StringComparison.Ordinal).Replace(", }", " }", StringComparison.Ordinal) + "\n";
        using ModelRun none = runs.Run(NothingPassesOn, 35);
        using ModelRun one = runs.Run(NothingPassesOn + "interventions:\n" + In(first, here), 35);
        using ModelRun other = runs.Run(NothingPassesOn + "interventions:\n" + In(second, there), 35);
        using ModelRun both = runs.Run(NothingPassesOn + "interventions:\n" + In(first, here) + In(second, there), 35);

        (int ones, int others) = (0, 0);
        for (int row = 0; row < runs.Population.Residents.Layout.Rows; row++)
        {
            int[] before = Life(none, row);
            int[] byOne = Life(one, row);
            int[] byOther = Life(other, row);
            bool movedByOne = !byOne.AsSpan().SequenceEqual(before);
            bool movedByOther = !byOther.AsSpan().SequenceEqual(before);
            (movedByOne && movedByOther).ShouldBeFalse("the people are not disjoint");
            Life(both, row).ShouldBe(movedByOne ? byOne : movedByOther ? byOther : before);
            ones += movedByOne ? 1 : 0;
            others += movedByOther ? 1 : 0;
        }

        ones.ShouldBeGreaterThan(0);
        others.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Interventions_InAnotherOrder_GiveTheSameBits()
    {
        string[] parts =
        [
            "  - school_street: { reach: 50% }\n",
            "  - flexible_working: { reach: 40%, shift: 45 min, home_days: 1 day/week }\n",
            "  - brief_advice: { reach: 30%, phase_in: { over: 3 weeks } }\n",
            "  - safe_crossings: { where: Merseyside }\n",
            "  - speed_limit: { enforcement: { patrols: 2 per week } }\n",
            "  - exercise_referral: { reach: 20%, who: { activity: inactive } }\n",
        ];
        using ModelRun forwards = runs.Run("interventions:\n" + string.Concat(parts), 42);
        using ModelRun backwards = runs.Run("interventions:\n" + string.Concat(parts.Reverse()), 42);

        backwards.StateHash().ShouldBe(forwards.StateHash());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reach_OfElevenPerCent_ContainsThatOfTen(string kind)
    {
        HashSet<int> Reached(int percent) =>
            [.. ScenarioBinder.Deliver(RunFixture.Read($"exploratory: include\ninterventions:\n  - {kind}: {{ reach: {percent}%{Shift(kind)} }}\n"), runs.Population, new(), effects: false)[0].Delivery.Rows];
        for (int percent = 10; percent < 100; percent += 30)
        {
            HashSet<int> less = Reached(percent);
            HashSet<int> more = Reached(percent + 1);
            less.Except(more).ShouldBeEmpty();
        }

        Reached(100).Count.ShouldBeGreaterThan(Reached(10).Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_DeliveredToNobodyOrWithoutAnyDose_IsTheBaselineToTheBit(string kind)
    {
        string baseline = runs.Baseline(First, 28).StateHash();
        foreach (string nothing in new[] { "reach: 0%", "uptake: 0%", "adherence: 0%" })
        {
            using ModelRun run = runs.Run($"exploratory: include\ninterventions:\n  - {kind}: {{ {nothing}{Shift(kind)} }}\n", 28);
            run.StateHash().ShouldBe(baseline, $"{kind} with {nothing}");
        }
    }

    [Theory]
    [InlineData("stops at once", 0, 0.0)]
    [InlineData("fades over 6 weeks", 14, 0.36788)] // three time constants of 14 days
    [InlineData("half-life 2 weeks", 14, 0.5)]
    [InlineData("half-life 2 weeks", 28, 0.25)]
    public void Until_AndAfterItEnds_SayWhatIsLeftOnADay(string after, int daysLater, double left)
    {
        string text = $"interventions:\n  - community_hub: {{ until: 2026-09-30, after_it_ends: {after}, effect: {{ norm: 0.4, ramp: 5 days }} }}\n";
        int end = new DateOnly(2026, 10, 1).DayNumber - First.DayNumber;
        using ModelRun last = runs.Run(text, end);
        using ModelRun later = runs.Run(text, end + daysLater + 1);

        float reached = last.State.Levers[Lever.LeisureNorm]![0];
        reached.ShouldBe(0.4f * (1 - MathF.Exp(-(end - 1) / 5f)), 1e-4f);
        float risen = 0.4f * (1 - MathF.Exp(-end / 5f));
        later.State.Levers[Lever.LeisureNorm]![0].ShouldBe((float)(risen * left), 1e-4f);
    }

    [Fact]
    public void Until_ForPeople_EndsOnItsDay()
    {
        const string Text = "interventions:\n  - flexible_working: { until: 2026-09-14, shift: 45 min, home_days: 2 days/week }\n";
        using ModelRun last = runs.Run(Text, 14);
        using ModelRun after = runs.Run(Text, 15);

        last.State.Workers.ExtraFlex.Values.ToArray().Count(m => m > 0).ShouldBeGreaterThan(1000);
        after.State.Workers.ExtraFlex.Values.ToArray().ShouldAllBe(m => m == 0);
        after.State.Workers.ExtraHomeDays.Values.ToArray().ShouldAllBe(d => d == 0);
    }

    [Fact]
    public void Strata_OfLibraryFilesChangedAtRandom_SumToTheWhole()
    {
        int wanted = LongForm.Asked ? 60 : 4;
        for (int mutant = 0, held = 0; held < wanted; mutant++)
        {
            (ScenarioResult result, string told) = MutatedScenario.Read(mutant * 37);
            if (result.Scenario is not { } scenario || ScenarioBinder.Bind(scenario, runs.Population) is not { HasErrors: false } bound)
            {
                continue;
            }

            using ModelRun run = runs.Run(bound.Effects, scenario.Start, Math.Min(28, scenario.Days), scenario.ParameterOverrides, new SumsToTheWhole(told));
            held++;
        }
    }

    [Fact]
    public void Resolve_ReadBack_RunsToTheSameBits()
    {
        Scenario scenario = ScenarioReader.Read("school-run-together").Scenario!;
        Scenario again = ScenarioReader.ReadText(ResolvedText.Print(scenario), "again.yaml").Scenario!;
        using ModelRun one = runs.Run(runs.Bind(scenario), new DateOnly(2027, 1, 4), 35);
        using ModelRun other = runs.Run(runs.Bind(again), new DateOnly(2027, 1, 4), 35);

        other.StateHash().ShouldBe(one.StateHash());
        one.StateHash().ShouldNotBe(runs.Baseline(new DateOnly(2027, 1, 4), 35).StateHash());
    }

    // Without one of its own settings, flexible working is nothing to begin with.
    private static string Shift(string kind) => kind == "flexible_working" ? ", home_days: 1 day/week" : string.Empty;

    private static int[] Life(ModelRun run, int row) =>
    [
        run.State.Residents.Today[row], run.State.Residents.LeisureDays[row], run.State.Residents.TravelDays[row], run.State.Residents.Habit[row],
        run.State.Residents.Intention[row], .. run.State.Residents.WeekMinutes.Select(week => (int)week[row]),
    ];
}

/// <summary>Holds every week's counts of places, deciles, ages, sexes, disabilities and neighbourhoods to those of everybody.</summary>
internal sealed class SumsToTheWhole(string told) : ICountSink
{
    // Cars and schools are those of places, not of kinds of people.
    private static readonly CountKey[] OfPlaces = [CountKey.GateCars, CountKey.Schools];

    // What is counted of neighbourhoods, and of all that are made of whole ones.
    private static readonly CountKey[] OfNeighbourhoods = [CountKey.AdultSessions, CountKey.AdultsOfSessions, CountKey.StreetSpeed, CountKey.StreetResidents];

    private static readonly string[] KindsOfPeople = [Stratification.Age, Stratification.Sex, Stratification.Disability];

    public void Record(WeekCounts week)
    {
        Dictionary<string, Tally> sums = [];
        for (int i = 0; i < week.Strata.Count; i++)
        {
            Tally sum = sums.GetValueOrDefault(week.Strata[i].By);
            sum.Add(week.Tallies[i]);
            sums[week.Strata[i].By] = sum;
        }

        Tally whole = sums[Stratification.Everybody];
        sums.Count.ShouldBeGreaterThan(6);
        foreach ((string by, Tally sum) in sums)
        {
            foreach (CountKey key in Enum.GetValues<CountKey>().Where(k => Sums(k, by)))
            {
                sum[key].ShouldBe(whole[key], $"{key} by {by}, {week.Date}, {told}");
            }
        }
    }

    private static bool Sums(CountKey key, string by) =>
        key != CountKey.OpenDays
        && (!OfPlaces.Contains(key) || by == Stratification.Place)
        && (!OfNeighbourhoods.Contains(key) || !KindsOfPeople.Contains(by));
}
