using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.State;

namespace Simulation.Model.Tests.Mechanisms;

/// <summary>Interventions for residents of some level of activity: settled on the day of joining, once for each.</summary>
public sealed class AdmissionTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    private const int JoinAfter = 10;

    private static readonly int Join = new DateOnly(2026, 9, 1).DayNumber + JoinAfter;

    [Fact]
    public void Admission_OnTheDayOfJoining_MovesThoseOfTheLevelAndNobodyElse()
    {
        using ModelRun before = test.Run(JoinAfter);
        using ModelRun after = test.Run(JoinAfter + 1, [Support(ActivityLevels.Inactive | ActivityLevels.FairlyActive, Everyone())]);

        int moved = 0;
        int left = 0;
        foreach (int row in Everyone())
        {
            bool meant = Level(before, row) is 1 or 2;
            (after.State.Levers[Lever.LeisureSupport]![row] > 0).ShouldBe(meant);
            moved += meant ? 1 : 0;
            left += meant ? 0 : 1;
        }

        moved.ShouldBeGreaterThan(20_000);
        left.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public void Admission_AfterTheEnd_LeavesNoTrace()
    {
        using ModelRun run = test.Run(JoinAfter + 20, [Support(ActivityLevels.Inactive, Everyone(), end: Join + 14)]);

        foreach (int row in Everyone())
        {
            run.State.Levers[Lever.LeisureSupport]![row].ShouldBe(0f);
        }
    }

    [Fact]
    public void Admission_OnceSettled_HoldsForWhatFollows()
    {
        int[] rows = Everyone();
        Admission admission = new("advice", ActivityLevels.Inactive, rows, Array.ConvertAll(rows, _ => Join));
        using ModelRun before = test.Run(JoinAfter);
        using ModelRun run = test.Run(JoinAfter + 57, [Impulse(admission, Join, 2f), Impulse(admission, Join + 56, 1f)]);

        // The second impulse comes to those who were inactive when they joined, many of whom no longer are.
        int grown = 0;
        foreach (int row in rows)
        {
            bool joined = Level(before, row) == 1;
            (run.State.Residents.Intention[row] > 4096).ShouldBe(joined);
            grown += joined && Level(run, row) > 1 ? 1 : 0;
        }

        grown.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Admission_OfNobody_IsTheBaselineToTheBit()
    {
        using ModelRun before = test.Run(JoinAfter);
        int[] others = [.. Everyone().Where(row => Level(before, row) != 1)];
        using ModelRun baseline = test.Run(JoinAfter + 14);
        using ModelRun run = test.Run(JoinAfter + 14, [Support(ActivityLevels.Inactive, others)]);

        run.StateHash().ShouldBe(baseline.StateHash());
    }

    [Fact]
    public void Admission_OfAllLevels_IsTheSameAsNoAdmission()
    {
        int[] rows = [.. Everyone().Where(row => test.Population.Residents.Age[row] >= 5)];
        Effect all = Support(ActivityLevels.Inactive | ActivityLevels.FairlyActive | ActivityLevels.Active, rows);
        Effect none = new() { Source = all.Source, Lever = all.Lever, Rows = all.Rows, Amounts = all.Amounts, Starts = all.Starts };
        using ModelRun one = test.Run(JoinAfter + 7, [all]);
        using ModelRun other = test.Run(JoinAfter + 7, [none]);

        // The one remembers whom it admitted, and is otherwise the other.
        foreach ((Column mine, Column theirs) in one.State.Tables.SelectMany(t => t.Present).Zip(other.State.Tables.SelectMany(t => t.Present)))
        {
            mine.Bytes().SequenceEqual(theirs.Bytes()).ShouldBeTrue(mine.Info.Key);
        }
    }

    [Theory]
    [InlineData(1, 16)]
    [InlineData(3, 1)]
    public void Admission_AnyWorkersAndLanes_GivesTheSameBits(int workers, int lanes)
    {
        Effect effect = Support(ActivityLevels.FairlyActive, Everyone());
        using ModelRun one = test.Run(JoinAfter + 7, [effect]);
        using ModelRun other = test.Run(JoinAfter + 7, [effect], workers: workers, lanes: lanes);

        other.StateHash().ShouldBe(one.StateHash());
    }

    [Fact]
    public void ReplaceEffects_AfterPeopleJoined_LeavesThemAsTheyWereSettled()
    {
        int[] rows = Everyone();
        Effect early = Support(ActivityLevels.Inactive, rows, end: Join + 30);
        Effect late = new() { Source = "other", Lever = Lever.LeisureNorm, Rows = [3], Amounts = [1f], Starts = [Join + 12] };
        using ModelRun whole = test.Run(JoinAfter + 35, [early, late]);
        using ModelRun steered = test.Run(JoinAfter + 10, [early]);
        steered.ReplaceEffects([Support(ActivityLevels.Inactive, rows, end: Join + 30), late]);
        for (int day = 0; day < 25; day++)
        {
            steered.Step();
        }

        steered.StateHash().ShouldBe(whole.StateHash());
    }

    [Fact]
    public void Admission_ExpectedNumber_IsWhatTheRunAdmits()
    {
        InterventionKind kind = InterventionCatalogue.Find("brief_advice")!;
        foreach ((ActivityLevels level, int shown) in new[] { (ActivityLevels.Inactive, 1), (ActivityLevels.FairlyActive, 2), (ActivityLevels.Active, 3) })
        {
            Delivery delivery = kind.Deliver(
                new InterventionRequest { Source = "advice", Owner = "nhs", Who = Who.Adults with { Activity = level }, PhaseIn = new PhaseIn(Join, 0) }, test.Population);
            using ModelRun before = test.Run(JoinAfter);
            int admitted = delivery.Rows.Count(row => Level(before, row) == shown);

            // Early September is not the mean of a year, so the year's shares are met to a few points.
            ((double)delivery.Reached / delivery.Rows.Length).ShouldBe((double)admitted / delivery.Rows.Length, 0.03);
        }
    }

    private static int Level(ModelRun run, int row) => (run.State.Residents.Today[row] >> DayCode.CategoryShift) & DayCode.CategoryMask;

    private static Effect Impulse(Admission admission, int day, float amount) => new()
    {
        Source = admission.Source,
        Lever = Lever.Intention,
        Rows = [.. admission.Residents],
        Amounts = [amount],
        Starts = [day],
        Admission = admission,
    };

    private static Effect Support(ActivityLevels levels, int[] rows, int end = int.MaxValue) => new()
    {
        Source = "support",
        Lever = Lever.LeisureSupport,
        Rows = rows,
        Amounts = [1f],
        Starts = [Join],
        End = end,
        Admission = new Admission("support", levels, rows, Array.ConvertAll(rows, _ => Join)),
    };

    private int[] Everyone() =>
        [.. Enumerable.Range(0, test.Population.Neighbourhoods.Count)
            .SelectMany(n => Enumerable.Range(test.Population.Residents.Layout.First(n), test.Population.Residents.Layout.UsedIn(n)))];
}
