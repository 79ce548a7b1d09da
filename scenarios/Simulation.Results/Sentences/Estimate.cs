namespace Simulation.Results.Sentences;

/// <summary>A difference and how far it can be relied on: the range that holds it in 8 of 10 draws, or no range yet.</summary>
/// <param name="Value">The difference, in the indicator's own unit: a share between −1 and 1, or minutes a week.</param>
/// <param name="Low">Lower end of the range; null where there is none.</param>
/// <param name="High">Upper end of the range; null where there is none.</param>
public readonly record struct Estimate(double Value, double? Low = null, double? High = null)
{
    /// <summary>What chance alone may make of it, where it comes from one run of each and has no range; see <see cref="OneRun"/>.</summary>
    public double Chance { get; init; }

    /// <summary>Whether there is a range.</summary>
    public bool HasRange => Low is not null && High is not null;

    /// <summary>The same difference the other way round.</summary>
    public Estimate Negated => new(-Value, -High, -Low) { Chance = Chance };

    /// <summary>What may be said of it.</summary>
    /// <param name="threshold">The smallest difference worth naming, above 0.</param>
    public Certainty Against(double threshold) =>
        Low is not { } low || High is not { } high
            ? Math.Abs(Value) >= Math.Max(threshold, Chance) ? Certainty.Known : Chance > threshold ? Certainty.CannotTell : Certainty.NoChange
            : low >= -threshold && high <= threshold ? Certainty.NoChange
            : low <= 0 && high >= 0 ? Certainty.CannotTell
            : Certainty.Known;
}

/// <summary>What may be said of a difference.</summary>
public enum Certainty : byte
{
    /// <summary>It differs from zero and is worth naming (of one run: it is worth naming, and no range says how sure it is).</summary>
    Known,

    /// <summary>Its range holds zero and reaches beyond what is worth naming.</summary>
    CannotTell,

    /// <summary>All of its range lies within what is not worth naming.</summary>
    NoChange,

    /// <summary>It rests on fewer than ten residents.</summary>
    TooFew,
}

/// <summary>Why a sentence has no range.</summary>
public enum NoRange : byte
{
    /// <summary>There is one run of each only.</summary>
    OneRun,

    /// <summary>No draws say how sure it is.</summary>
    Unknown,
}
