namespace Simulation.Engine.Interventions;

/// <summary>
/// A dated effect: an amount on one lever, for some rows of the lever's table, each from its own start date.
/// The language produces effects; the engine applies them and knows nothing of where they came from.
/// </summary>
/// <remarks>
/// On day t a row that joined on day j ≤ t has ramp(t − j) = 1 − exp(−(t − j)/<see cref="RampDays"/>) of the amount (all of
/// it at once when <see cref="RampDays"/> is 0). From the row's end day on, what had been reached fades as
/// exp(−(t − end)/<see cref="FadeDays"/>) (at once when 0). Worker and resident levers step: they take the whole amount on
/// the join day and lose it on the end day; ramp and fade there come from the model's own dynamics (habit, intention).
/// </remarks>
public sealed class Effect
{
    /// <summary>Name for reports: the intervention's key and position, e.g. <c>school_street[1]</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The lever moved.</summary>
    public required Lever Lever { get; init; }

    /// <summary>Rows of the lever's table, ascending, without repeats.</summary>
    public required int[] Rows { get; init; }

    /// <summary>Amount for each row: one value for all, or one a row.</summary>
    public required float[] Amounts { get; init; }

    /// <summary>Day on which each row joins, a <see cref="DateOnly.DayNumber"/>. One value for all, or one a row.</summary>
    public required int[] Starts { get; init; }

    /// <summary>First day on which the effect no longer acts (DayNumber), or <see cref="int.MaxValue"/>.</summary>
    public int End { get; init; } = int.MaxValue;

    /// <summary>Time constant of the ramp in days; 0 = at once.</summary>
    public float RampDays { get; init; }

    /// <summary>Time constant of the fade after the end in days; 0 = at once.</summary>
    public float FadeDays { get; init; }

    /// <summary>Whom it admits, or null when it acts on all rows; for levers of workers and residents only.</summary>
    public Admission? Admission { get; init; }

    /// <summary>Amount of entry <paramref name="i"/> of <see cref="Rows"/>.</summary>
    public float AmountOf(int i) => Amounts.Length == 1 ? Amounts[0] : Amounts[i];

    /// <summary>Join day of entry <paramref name="i"/> of <see cref="Rows"/>.</summary>
    public int StartOf(int i) => Starts.Length == 1 ? Starts[0] : Starts[i];
}
