using Simulation.Reports.Charts;
using Simulation.Results.Sentences;

namespace Simulation.Reports.Pages;

/// <summary>Says of the fifths of deprivation who gains: by what the bars show, and only as far as the gap is known to change.</summary>
public static class FifthsTitle
{
    /// <summary>The title.</summary>
    /// <param name="gap">What becomes of the gap between the poorest and the richest fifth.</param>
    /// <param name="bars">The fifths, the poorest first.</param>
    public static string Of(GapChange gap, IReadOnlyList<RangeRow> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        double poorest = Benefit(bars[0]);
        double richest = Benefit(bars[^1]);
        return bars.All(b => b.State != Certainty.Known) ? "No fifth changes by an amount worth naming" : gap switch
        {
            GapChange.Unchanged when bars.Any(b => b.State == Certainty.Known && Benefit(b) < 0) => "The gap is unchanged",
            GapChange.Unchanged => "Every fifth gains much alike",
            GapChange.CannotTell => "Which fifth gains most can't be told",

            // A gap may be one in the good or in the ill, and either way widen for the better: the bars say who gains.
            _ when Math.Max(poorest, richest) <= 0 => poorest > richest ? "The richest fifth loses most" : "The poorest fifth loses most",
            _ => poorest > richest ? "The poorest fifth gains more than the richest" : "The richest fifth gains more than the poorest",
        };
    }

    /// <summary>The change as a gain: its size, with the sign of its being for the better.</summary>
    private static double Benefit(RangeRow bar) => Math.Abs(bar.Value) * bar.Good;
}
