using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>
/// An intervention brought to the population: which rows it reaches and from which day each. Shared by all kinds, so that
/// reach, uptake, adherence and roll-out mean the same thing everywhere.
/// </summary>
public sealed class Delivery
{
    private readonly double[]? dose;

    internal Delivery(
        InterventionKind kind, InterventionRequest request, Population population, Selection selection)
    {
        Kind = kind;
        Request = request;
        Population = population;
        Rows = selection.Rows;
        Starts = selection.Starts;
        Eligible = selection.Eligible;
        Chances = selection.Chances;
        Scale = selection.Scale;
        Admission = Admission.Of(kind, request, population, selection);
        dose = selection.Dose;
    }

    /// <summary>The kind delivered.</summary>
    public InterventionKind Kind { get; }

    /// <summary>What was asked.</summary>
    public InterventionRequest Request { get; }

    /// <summary>The population reached.</summary>
    public Population Population { get; }

    /// <summary>Rows reached (and taking it up, where people are counted), ascending, of the table that <see cref="InterventionKind.Reaches"/> names.</summary>
    public int[] Rows { get; }

    /// <summary>Join day of each of <see cref="Rows"/>.</summary>
    public int[] Starts { get; }

    /// <summary>Units that were eligible: within <c>where</c> and <c>who</c>; with a level of activity, as many as are expected to be.</summary>
    public int Eligible { get; }

    /// <summary>Chance that each of <see cref="Rows"/> is of the level of activity asked for when it would join; null when none is asked for.</summary>
    public double[]? Chances { get; }

    /// <summary>Units reached; with a level of activity, as many as are expected to be admitted.</summary>
    public int Reached => Chances is null ? Rows.Length : (int)Math.Round(Chances.Sum());

    /// <summary>When it acts.</summary>
    public Timing Timing => Kind.TimingOf(Request);

    /// <summary>
    /// Units of the region for each unit reached: schools and neighbourhoods are all in every population, residents and
    /// employees are as many fewer as the population is smaller than the region, employers only where they are too small for it.
    /// </summary>
    public double Scale { get; }

    /// <summary>A number of <see cref="Rows"/> as one of the region's units: what is printed is never the sample's.</summary>
    public long OfRegion(double units) => (long)Math.Round(units * Scale);

    /// <summary>The level of activity asked for, settled in the run; null when none is.</summary>
    public Admission? Admission { get; }

    /// <summary>Value of the kind's own parameter <paramref name="key"/>, canonical unit.</summary>
    public double Value(string key)
    {
        if (Request.Values.TryGetValue(key, out double value))
        {
            return value;
        }

        foreach (ParameterSpec spec in Kind.Parameters)
        {
            if (spec.Key == key)
            {
                return spec.Default;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(key), key, $"{Kind.Key} has no such parameter.");
    }

    /// <summary>Default effect <c>KIND.name</c>: from the scenario's <c>effect</c>, its parameters, or the registry.</summary>
    public double Effect(string name) =>
        Request.Effect.TryGetValue(name, out double local) ? local : Parameter($"{Kind.Key}.{name}");

    /// <summary>A log-odds effect, discounted for the design of its study unless the scenario gives local evidence.</summary>
    public double LogOdds(string name) =>
        Request.Effect.TryGetValue(name, out double local) ? local
        : Parameter($"{Kind.Key}.{name}") * (Kind.Evidence.WeightParameter is { } weight ? Parameter(weight) : 1);

    /// <summary>An effect that moves <paramref name="lever"/> for all rows reached.</summary>
    /// <param name="lever">A lever of the table that the kind reaches.</param>
    /// <param name="amount">Full amount, before adherence and (for places and schools) uptake.</param>
    /// <param name="rampDays">Time constant of the ramp, days.</param>
    /// <param name="fadeDays">Time constant of the fade when the scenario gives none, days.</param>
    public Effect Move(Lever lever, double amount, double rampDays = 0, double fadeDays = 0) =>
        Move(lever, Rows, Starts, dose is null ? [(float)(amount * Adherence)] : [.. dose.Select(d => (float)(amount * d * Adherence))], rampDays, fadeDays);

    /// <summary>An effect on rows of the kind's choosing; adherence has to be in the amounts.</summary>
    public Effect Move(Lever lever, int[] rows, int[] starts, float[] amounts, double rampDays = 0, double fadeDays = 0) => new()
    {
        Source = Request.Source,
        Lever = lever,
        Rows = rows,
        Starts = starts.Length > 1 && Array.TrueForAll(starts, s => s == starts[0]) ? [starts[0]] : starts,
        Amounts = amounts.Length > 1 && Array.TrueForAll(amounts, a => a == amounts[0]) ? [amounts[0]] : amounts,
        End = Request.End,
        RampDays = (float)rampDays,
        FadeDays = (float)(Request.FadeDays ?? fadeDays),
        Admission = Admission,
    };

    /// <summary>
    /// Effects that last for each row as long as its service does (a loan, a referral, a campaign): one effect for each join
    /// day, because an effect has a single end.
    /// </summary>
    public IEnumerable<Effect> MoveFor(Lever lever, double amount, double rampDays = 0, double fadeDays = 0)
    {
        foreach (IGrouping<int, int> group in Enumerable.Range(0, Rows.Length).GroupBy(i => Starts[i]).OrderBy(g => g.Key))
        {
            int[] entries = [.. group];
            yield return new Effect
            {
                Source = Request.Source,
                Lever = lever,
                Rows = [.. entries.Select(i => Rows[i])],
                Starts = [group.Key],
                Amounts = dose is null ? [(float)(amount * Adherence)] : [.. entries.Select(i => (float)(amount * dose[i] * Adherence))],
                End = Timing.EndOf(group.Key),
                RampDays = (float)rampDays,
                FadeDays = (float)(Request.FadeDays ?? fadeDays),
                Admission = Admission,
            };
        }
    }

    /// <summary>Share of the full dose delivered.</summary>
    public double Adherence => Request.Adherence ?? Kind.DefaultAdherence;

    /// <summary>Dose of entry <paramref name="i"/>: adherence × uptake of the place, 0–1.</summary>
    public double DoseOf(int i) => Adherence * (dose is null ? 1 : dose[i]);

    /// <summary>A number of the model by its registry name, as the scenario has it.</summary>
    public double Parameter(string name) =>
        Request.Parameters.TryGetValue(name, out double value) ? value : ParameterRegistry.Get(name).Value;
}
