using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// Moves the levers to where the interventions have them this morning. School and neighbourhood levers follow ramps and
/// fades; worker and resident levers step on the day that each row joins and again on the day the effect ends.
/// </summary>
internal sealed class InterventionProcess : IDayProcess
{
    // A ramp or fade is over after seven time constants (99.9 %); from then on it is taken as complete.
    private const float Complete = 7;

    private readonly ModelState state;
    private readonly Admissions admissions;
    private readonly List<Step> steps = [];
    private (Lever Lever, Effect[] Effects)[] fields = [];
    private int nextStep;
    private bool active;

    /// <summary>Sorts effects by what they need each day.</summary>
    public InterventionProcess(ModelState state, IReadOnlyList<Effect> effects)
    {
        this.state = state;
        admissions = new Admissions(state);
        Sort(effects);
    }

    /// <summary>
    /// Takes other effects from <paramref name="day"/> on. They must agree with the old ones about every day before it:
    /// then the run goes on to the same bits as one that had them from the start.
    /// </summary>
    public void Replace(IReadOnlyList<Effect> effects, int day)
    {
        Sort(effects);
        admissions.SkipTo(day);
        nextStep = steps.FindIndex(step => step.Day >= day);
        nextStep = nextStep < 0 ? steps.Count : nextStep;
    }

    private void Sort(IReadOnlyList<Effect> effects)
    {
        steps.Clear();
        admissions.Take(effects);
        fields = [.. effects
            .Where(effect => Levers.TableOf(effect.Lever) is LeverTable.School or LeverTable.Neighbourhood)
            .GroupBy(effect => effect.Lever)
            .OrderBy(group => group.Key)
            .Select(group => (group.Key, group.ToArray()))];
        foreach (Effect effect in effects)
        {
            if (Levers.TableOf(effect.Lever) is LeverTable.Worker or LeverTable.Resident)
            {
                AddSteps(effect);
            }
        }

        steps.Sort((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Order.CompareTo(b.Order));
    }

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Interventions",
        "dawn",
        "daily",
        "dated effects of the scenario; activity as counted on Sunday",
        "levers of schools, neighbourhoods, workers, residents",
        "Effects ramp up from each row's own start, end when they say and fade; who has to be of some level of activity is settled on joining; whoever is touched is worked out anew at once.");

    /// <summary>Lets effects act; before, in the warm-up, none does.</summary>
    public void Activate() => active = true;

    /// <inheritdoc/>
    public void Run(DayContext context)
    {
        if (!active)
        {
            return;
        }

        int today = context.Day.Number;
        foreach ((Lever lever, Effect[] effects) in fields)
        {
            if (effects.Any(effect => Moves(effect, today)))
            {
                Combine(lever, effects, today, context);
            }
        }

        TakeSteps(today, context);
    }

    private static bool Moves(Effect effect, int today)
    {
        int firstStart = effect.Starts.Min();
        int lastStart = effect.Starts.Max();
        bool rising = today >= firstStart && today <= lastStart + (Complete * effect.RampDays) + 1;
        bool fading = today >= effect.End && today <= effect.End + (Complete * effect.FadeDays) + 1;
        return rising || fading;
    }

    private void Combine(Lever lever, Effect[] effects, int today, DayContext context)
    {
        Column<float> column = state.Levers.Require(lever);
        column.Values.Fill(LeverState.Neutral(lever));
        LeverCombination combination = Levers.CombinationOf(lever);
        foreach (Effect effect in effects)
        {
            for (int i = 0; i < effect.Rows.Length; i++)
            {
                int row = effect.Rows[i];
                float amount = effect.AmountOf(i) * Strength(effect, effect.StartOf(i), today);
                ref float value = ref column[row];
                value = combination switch
                {
                    LeverCombination.Add => value + amount,
                    LeverCombination.Multiply => value * (1 + amount),
                    _ => Math.Max(value, amount),
                };
                // No amount, no touch: odds worked out off their turn would differ, if only by this week's company.
                bool stepped = effect.AmountOf(i) != 0 && ((effect.RampDays <= 0 && effect.StartOf(i) == today) || (effect.FadeDays <= 0 && effect.End == today));
                if (stepped)
                {
                    context.Touched.Mark(lever, row);
                }
            }
        }
    }

    private static float Strength(Effect effect, int start, int today)
    {
        if (today < start || start >= effect.End)
        {
            return 0;
        }

        if (today < effect.End)
        {
            return Risen(effect.RampDays, today - start);
        }

        float days = today - effect.End;
        float left = effect.FadeDays <= 0 || days > Complete * effect.FadeDays ? 0 : Scalar.Exp(-days / effect.FadeDays);
        return left * Risen(effect.RampDays, effect.End - start);
    }

    private static float Risen(float rampDays, float days) =>
        rampDays <= 0 || days > Complete * rampDays ? 1 : 1 - Scalar.Exp(-days / rampDays);

    private void AddSteps(Effect effect)
    {
        ushort admission = admissions.NumberOf(effect);
        for (int i = 0; i < effect.Rows.Length; i++)
        {
            int start = effect.StartOf(i);
            if (start >= effect.End || effect.AmountOf(i) == 0)
            {
                continue;
            }

            steps.Add(new Step(start, effect.Rows[i], steps.Count, effect.Lever, admission, effect.AmountOf(i)));
            if (effect.End != int.MaxValue && effect.Lever != Lever.Intention)
            {
                steps.Add(new Step(effect.End, effect.Rows[i], steps.Count, effect.Lever, admission, -effect.AmountOf(i)));
            }
        }
    }

    private void TakeSteps(int today, DayContext context)
    {
        admissions.Settle(today);
        while (nextStep < steps.Count && steps[nextStep].Day <= today)
        {
            Step step = steps[nextStep++];
            if (step.Admission != Admissions.Everyone && !admissions.Admits(step.Admission, ResidentOf(step)))
            {
                continue;
            }

            Take(step);
            List<int> touched = Levers.TableOf(step.Lever) == LeverTable.Worker ? context.Touched.WorkerRows : context.Touched.ResidentRows;
            touched.Add(step.Row);
            if (step.Lever == Lever.HomeDays)
            {
                // Time saved on the commute is leisure time: the worker as a resident is touched too.
                context.Touched.ResidentRows.Add(ResidentOf(step));
            }
        }

        Tidy(context.Touched.WorkerRows);
        Tidy(context.Touched.ResidentRows);
    }

    private int ResidentOf(Step step) =>
        Levers.TableOf(step.Lever) == LeverTable.Worker ? state.Population.Workers.Resident[step.Row] : step.Row;

    private void Take(Step step)
    {
        if (step.Lever == Lever.Intention)
        {
            ref ushort intention = ref state.Residents.Intention[step.Row];
            intention = (ushort)Math.Clamp(intention + (int)MathF.Round(step.Amount * 4096), 0, ushort.MaxValue);
            return;
        }

        ref float value = ref state.Levers.Require(step.Lever)[step.Row];
        value += step.Amount;
        if (step.Lever == Lever.FlexMinutes)
        {
            state.Workers.ExtraFlex[step.Row] = (byte)Math.Clamp((int)MathF.Round(value), 0, 255);
        }
        else if (step.Lever == Lever.HomeDays)
        {
            state.Workers.ExtraHomeDays[step.Row] = (byte)Math.Clamp((int)MathF.Round(value), 0, 5);
        }
    }

    // Ascending and without repeats: several effects may reach one row on one day.
    private static void Tidy(List<int> rows)
    {
        if (rows.Count < 2)
        {
            return;
        }

        rows.Sort();
        int kept = 1;
        for (int i = 1; i < rows.Count; i++)
        {
            if (rows[i] != rows[kept - 1])
            {
                rows[kept++] = rows[i];
            }
        }

        rows.RemoveRange(kept, rows.Count - kept);
    }

    private readonly record struct Step(int Day, int Row, int Order, Lever Lever, ushort Admission, float Amount);
}
