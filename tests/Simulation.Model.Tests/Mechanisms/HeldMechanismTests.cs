using Simulation.Engine.Embedded;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;

namespace Simulation.Model.Tests.Mechanisms;

/// <summary>A mechanism that is held back goes as it would without the interventions, to the last bit, and what is left of them acts.</summary>
public sealed class HeldMechanismTests : IDisposable
{
    private const int Days = 42;
    private static readonly DateOnly Autumn = new(2026, 9, 1);

    // Three weeks before rows are laid anew.
    private static readonly DateOnly Summer = new(2027, 8, 11);

    private readonly Population village =
        PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(6_000), null, CancellationToken.None);

    public void Dispose() => village.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Held_WithoutEffects_IsTheBaselineOverATurnOfTheYear(int workers)
    {
        using ModelRun baseline = Run([], Mechanism.None, Summer, workers);
        using ModelRun held = Run([], HeldBack.Feedback, Summer, workers);

        held.Years.Count.ShouldBe(1);
        held.StateHash().ShouldBe(baseline.StateHash());
    }

    [Fact]
    public void HeldHabit_StaysTheBaselines_WhileTheRestActs()
    {
        Effect[] effects = [Everywhere(Lever.LeisureNorm, 1f), Everywhere(Lever.WalkNorm, 1f)];
        using ModelRun baseline = Run([], Mechanism.None, Autumn);
        using ModelRun whole = Run(effects, Mechanism.None, Autumn);
        using ModelRun held = Run(effects, Mechanism.Habit, Autumn);

        foreach (Func<ModelRun, ushort[]> habit in (Func<ModelRun, ushort[]>[])
            [r => [.. r.State.Residents.Habit.Values], r => [.. r.State.Residents.ErrandHabit.Values], r => [.. r.State.Pupils.Habit.Values], r => [.. r.State.Workers.Habit.Values]])
        {
            habit(held).ShouldBe(habit(baseline));
            habit(whole).ShouldNotBe(habit(baseline));
        }

        double without = LeisureDays(baseline);
        LeisureDays(held).ShouldBeGreaterThan(without);
        LeisureDays(whole).ShouldBeGreaterThan(LeisureDays(held));
    }

    [Fact]
    public void HeldCompany_LeavesThoseAsTheyWereWhomNothingReaches()
    {
        // One of each household is supported; the others see nothing but what that one does.
        int[] supported = [.. Households().Select(h => village.Households.FirstResident[h])];
        int[] others = [.. Households().SelectMany(h => Enumerable.Range(village.Households.FirstResident[h] + 1, village.Households.Size[h] - 1))];
        Effect effect = new() { Source = "support", Lever = Lever.LeisureSupport, Rows = supported, Amounts = [2f], Starts = [Autumn.DayNumber] };
        using ModelRun baseline = Run([], Mechanism.None, Autumn);
        using ModelRun whole = Run([effect], Mechanism.None, Autumn);
        using ModelRun held = Run([effect], Mechanism.Company, Autumn);

        Odds(held, others).ShouldBe(Odds(baseline, others));
        Odds(held, supported).ShouldNotBe(Odds(baseline, supported));
        Odds(whole, others).Zip(Odds(baseline, others)).Count(o => o.First > o.Second).ShouldBeGreaterThan(others.Length / 2);
    }

    [Fact]
    public void Left_KeepsEffectsOfTheOtherMechanisms_AndEveryLeverHasOne()
    {
        Effect[] all = [.. Enum.GetValues<Lever>().Select(lever => Everywhere(lever, 1f))];
        foreach (Mechanism mechanism in HeldBack.All.Where(m => !HeldBack.Feedback.HasFlag(m)))
        {
            IReadOnlyList<Effect> left = HeldBack.Left(all, mechanism);
            left.Count.ShouldBeInRange(1, all.Length - 1);
            left.ShouldAllBe(e => Levers.MechanismOf(e.Lever) != mechanism);
        }

        HeldBack.Left(all, HeldBack.Feedback).Count.ShouldBe(all.Length);
        HeldBack.Left(all, ~Mechanism.None).ShouldBeEmpty();
    }

    [Fact]
    public void StartFrom_ABaseline_IsTheHeldRunThatWasWarmedUpItself()
    {
        Effect[] effects = [Everywhere(Lever.LeisureNorm, 1f)];
        using ModelRun alone = Run(effects, HeldBack.Feedback, Autumn);
        using ModelRun baseline = Run([], Mechanism.None, Autumn, days: 0);
        using ModelRun fork = new(village, effects, Options(HeldBack.Feedback, Autumn, 2));
        fork.StartFrom(baseline);
        Go(fork, Days);

        fork.StateHash().ShouldBe(alone.StateHash());
        Should.Throw<InvalidOperationException>(() => fork.Resume("any.state"));
    }

    private IEnumerable<int> Households() => Enumerable.Range(0, village.Neighbourhoods.Count)
        .SelectMany(n => Enumerable.Range(village.Households.Layout.First(n), village.Households.Layout.UsedIn(n))).Where(h => village.Households.Size[h] > 1);

    private ModelRun Run(IReadOnlyList<Effect> effects, Mechanism held, DateOnly start, int workers = 2, int days = Days)
    {
        ModelRun run = new(village, effects, Options(held, start, workers));
        run.WarmUp(null, CancellationToken.None);
        Go(run, days);
        return run;
    }

    private static RunOptions Options(Mechanism held, DateOnly start, int workers) => new() { Start = start, Days = Days, Workers = workers, Held = held, Rebind = _ => [] };

    private static void Go(ModelRun run, int days)
    {
        while (run.DaysDone < days)
        {
            run.Step();
        }
    }

    private Effect Everywhere(Lever lever, float amount) => new()
    {
        Source = lever.ToString(),
        Lever = lever,
        Rows = [.. Enumerable.Range(0, village.Neighbourhoods.Count)],
        Amounts = [amount],
        Starts = [Autumn.DayNumber],
    };

    private static double LeisureDays(ModelRun run)
    {
        long days = 0;
        foreach (byte week in run.State.Residents.LeisureDays.Values)
        {
            days += System.Numerics.BitOperations.PopCount((uint)week & 0x7F);
        }

        return days;
    }

    private static float[] Odds(ModelRun run, int[] rows) => [.. rows.Select(row => run.State.Residents.LeisureOdds[row])];
}
