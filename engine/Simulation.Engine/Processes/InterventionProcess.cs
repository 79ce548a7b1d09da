using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// Moves the levers of schools and neighbourhoods to where the interventions have them this morning: they follow ramps and
/// fades. Those of workers and residents step, and <see cref="JoiningProcess"/> moves them.
/// </summary>
internal sealed class InterventionProcess : IDayProcess
{
    // A ramp or fade is over after seven time constants (99.9 %); from then on it is taken as complete.
    private const float Complete = 7;

    private readonly RunState state;
    private Field[] fields = [];
    private IReadOnlyList<Effect> effects;

    /// <summary>The effects of a run; none acts before <see cref="Activate"/>.</summary>
    public InterventionProcess(RunState state, IReadOnlyList<Effect> effects)
    {
        this.state = state;
        this.effects = effects;
        Admissions = new Admissions(state);
        WorkerSteps = new StepCalendar(state.Population.Workers.Layout);
        ResidentSteps = new StepCalendar(state.Population.Residents.Layout);
        Description = new ProcessDescription(
            "Interventions",
            "dawn",
            "daily",
            "Effects ramp up from each row's own start, end when they say and fade; who has to be of some level of activity is settled on joining; whoever is touched is worked out anew at once.")
        {
            Reads =
            [
                state.Residents.Today,
            ],
            Writes =
            [
                .. state.Levers.Of(LeverTable.School), .. state.Levers.Of(LeverTable.Neighbourhood),
            ],
            Takes = "dated effects of the scenario",
            Gives = "who is admitted; who is worked out anew today",
        };
    }

    /// <summary>Who is admitted to what.</summary>
    public Admissions Admissions { get; }

    /// <summary>Steps of workers' levers.</summary>
    public StepCalendar WorkerSteps { get; }

    /// <summary>Steps of residents' levers.</summary>
    public StepCalendar ResidentSteps { get; }

    /// <summary>Whether effects act; in the warm-up none does.</summary>
    public bool Active => state.Clock.Active;

    /// <summary>The effects as last taken.</summary>
    public IReadOnlyList<Effect> Effects => effects;

    /// <summary>Lets effects act from <paramref name="day"/> on; what began before begins then.</summary>
    public void Activate(int day)
    {
        Sort(day, catchUp: true);
        state.Clock.Active = true;
    }

    /// <summary>
    /// Takes other effects from <paramref name="day"/> on. They must agree with the old ones about every day before it:
    /// then the run goes on to the same bits as one that had them from the start.
    /// </summary>
    public void Replace(IReadOnlyList<Effect> others, int day)
    {
        effects = others;
        Sort(day, catchUp: false);
        Admissions.SkipTo(day);
    }

    private void Sort(int day, bool catchUp)
    {
        Admissions.Take(effects);
        fields = [.. effects
            .Where(effect => effect.Rows.Length > 0 && Levers.TableOf(effect.Lever) is LeverTable.School or LeverTable.Neighbourhood)
            .GroupBy(effect => effect.Lever)
            .OrderBy(group => group.Key)
            .Select(group => new Field(group.Key, [.. group.Select(effect => new Span(effect, effect.Starts.Min(), effect.Starts.Max()))]))];
        foreach (Effect effect in effects)
        {
            // Made here, not when first moved: workers move levers side by side.
            if (effect.Rows.Length > 0 && Levers.TableOf(effect.Lever) is LeverTable.Worker or LeverTable.Resident && effect.Lever != Lever.Intention)
            {
                state.Levers.Require(effect.Lever);
            }

            if (effect.Lever == Lever.HomeDays)
            {
                state.Residents.FreedHours.Require();
            }
        }

        WorkerSteps.Take(() => Steps(LeverTable.Worker), day, catchUp);
        ResidentSteps.Take(() => Steps(LeverTable.Resident), day, catchUp);
    }

    /// <inheritdoc/>
    public ProcessDescription Description { get; }

    /// <inheritdoc/>
    public void Run(DayContext context)
    {
        if (!Active)
        {
            return;
        }

        int today = context.Day.Number;
        Admissions.Settle(today);
        foreach (Field field in fields)
        {
            if (Array.Exists(field.Spans, span => span.MovesOn(today)))
            {
                Combine(field, today, context);
            }
        }
    }

    private void Combine(Field field, int today, DayContext context)
    {
        Lever lever = field.Lever;
        Column<float> column = state.Levers.Require(lever);
        column.Values.Fill(LeverState.Neutral(lever));
        LeverCombination combination = Levers.CombinationOf(lever);
        foreach ((Effect effect, _, _) in field.Spans)
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

    // The steps of one table's effects, effect by effect.
    private IEnumerable<(int Day, Step Step)> Steps(LeverTable table)
    {
        foreach (Effect effect in effects)
        {
            if (Levers.TableOf(effect.Lever) != table)
            {
                continue;
            }

            ushort admission = Admissions.NumberOf(effect);
            for (int i = 0; i < effect.Rows.Length; i++)
            {
                int start = effect.StartOf(i);
                float amount = effect.AmountOf(i);
                if (start >= effect.End || amount == 0)
                {
                    continue;
                }

                yield return (start, new Step(effect.Rows[i], effect.Lever, admission, amount));
                if (effect.End != int.MaxValue && effect.Lever != Lever.Intention)
                {
                    yield return (effect.End, new Step(effect.Rows[i], effect.Lever, admission, -amount));
                }
            }
        }
    }

    /// <summary>A lever of schools or neighbourhoods and all that moves it.</summary>
    private sealed record Field(Lever Lever, Span[] Spans);

    /// <summary>An effect with the first and the last day on which a row joins.</summary>
    private sealed record Span(Effect Effect, int FirstStart, int LastStart)
    {
        public bool MovesOn(int day)
        {
            bool rising = day >= FirstStart && day <= LastStart + (Complete * Effect.RampDays) + 1;
            bool fading = day >= Effect.End && day <= Effect.End + (Complete * Effect.FadeDays) + 1;
            return rising || fading;
        }
    }
}
