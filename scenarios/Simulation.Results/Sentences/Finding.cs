using Simulation.Engine.Observation;

namespace Simulation.Results.Sentences;

/// <summary>What a sentence about residents is made from: plain numbers, wherever they were worked out.</summary>
/// <param name="Indicator">Key of the indicator, e.g. <c>school_walk</c>.</param>
/// <param name="Change">Difference that the plan makes: of a share, or in minutes a week.</param>
/// <param name="People">How many residents it is about at a time (adults; children who go to school on a school day).</param>
public sealed record Finding(string Indicator, Estimate Change, double People)
{
    /// <summary>When it is so: "today", "on 9 March 2027"; null for what the indicator itself says, e.g. "on a school day".</summary>
    public string? When { get; init; }

    /// <summary>Whether it has happened, so that the sentence says "walked" for "walk".</summary>
    public bool Past { get; init; }

    /// <summary>The smallest difference worth naming; null for a region's.</summary>
    public double? Threshold { get; init; }

    /// <summary>1 where more is better, −1 where fewer is, 0 where neither is.</summary>
    public int Good { get; init; }

    /// <summary>What is said where there is no range.</summary>
    public NoRange WithoutRange { get; init; }
}

/// <summary>What a sentence about the gap between the poorest and the richest fifth is made from.</summary>
/// <param name="Indicator">Key of the indicator.</param>
/// <param name="Before">The gap without the plan: poorest fifth less richest fifth, in shares.</param>
/// <param name="Change">Difference that the plan makes to it.</param>
public sealed record GapFinding(string Indicator, double Before, Estimate Change)
{
    /// <summary>What is said where there is no range.</summary>
    public NoRange WithoutRange { get; init; }

    /// <summary>
    /// How much wider the gap gets. A gap may lie on either side of zero, and so may what a plan does to it: what counts is how
    /// far apart the two fifths are.
    /// </summary>
    public Estimate Wider => Change.Low is { } low && Change.High is { } high
        ? new Estimate(Width(Change.Value), Least(low, high), Math.Max(Width(low), Width(high)))
        : new Estimate(Width(Change.Value)) { Chance = Change.Chance };

    /// <summary>What may be said of it.</summary>
    public GapChange Says => Wider.Against(Words.All.Gap) switch
    {
        Certainty.NoChange => GapChange.Unchanged,
        Certainty.CannotTell => GapChange.CannotTell,
        _ when PoorestAhead => Wider.Value < 0 ? GapChange.LeadShrinks : GapChange.LeadGrows,
        _ => Wider.Value < 0 ? GapChange.Narrows : GapChange.Widens,
    };

    /// <summary>
    /// Whether the poorest fifth does better than the richest, with the plan and without: more of them walk to school. Then a wider gap
    /// is to nobody's disadvantage who is poor, and is not to be told as if it were.
    /// </summary>
    private bool PoorestAhead => Engine.Observation.Indicator.Find(Indicator)?.Better switch
    {
        Better.Higher => Before > 0 && Before + Change.Value > 0,
        Better.Lower => Before < 0 && Before + Change.Value < 0,
        _ => false,
    };

    private double Width(double change) => Math.Abs(Before + change) - Math.Abs(Before);

    // Within the range the two fifths may meet: then they are nearest there, not at one of its ends.
    private double Least(double low, double high) =>
        low <= -Before && high >= -Before ? -Math.Abs(Before) : Math.Min(Width(low), Width(high));
}

/// <summary>What a plan does to a gap.</summary>
public enum GapChange : byte
{
    /// <summary>Less than is worth naming.</summary>
    Unchanged,

    /// <summary>The two fifths come nearer.</summary>
    Narrows,

    /// <summary>The two fifths move apart.</summary>
    Widens,

    /// <summary>The poorest fifth does better than the richest, and by more than without the plan.</summary>
    LeadGrows,

    /// <summary>The poorest fifth does better than the richest, and by less than without the plan.</summary>
    LeadShrinks,

    /// <summary>The range allows for both.</summary>
    CannotTell,
}
