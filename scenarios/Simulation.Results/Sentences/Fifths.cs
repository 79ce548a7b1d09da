namespace Simulation.Results.Sentences;

/// <summary>What a plan does in one fifth of neighbourhoods.</summary>
/// <param name="Change">Difference of shares that it makes there.</param>
/// <param name="Without">The share without it.</param>
/// <param name="People">Residents of the fifth whom the share is about at a time.</param>
/// <param name="Half">Half the width of the range of the difference that holds it in 8 of 10 draws; null for one run of each.</param>
public readonly record struct FifthChange(double Change, double Without, double People, double? Half = null);

/// <summary>
/// What follows the first sentence on every screen: what the plan does in the poorest fifth, and to the gap. Page, wall and pictures say
/// it with this call, of the same numbers, so that they cannot differ.
/// </summary>
/// <param name="Poorest">The sentence about the poorest fifth.</param>
/// <param name="Gap">The sentence about the gap, brief: what it is in has been said.</param>
/// <param name="Says">What is said of the gap.</param>
public sealed record Fifths(Sentence Poorest, Sentence Gap, GapChange Says)
{
    /// <summary>Both, as they follow one another.</summary>
    public string Text => $"{Poorest.Statement}. {Gap.Statement}.";

    /// <summary>The two sentences; null where a fifth has nobody.</summary>
    /// <param name="indicator">Key of the indicator, a share.</param>
    /// <param name="poorest">The poorest fifth.</param>
    /// <param name="richest">The richest fifth.</param>
    public static Fifths? Of(string indicator, FifthChange poorest, FifthChange richest)
    {
        if (poorest.People <= 0 || richest.People <= 0)
        {
            return null;
        }

        double change = poorest.Change - richest.Change;
        var gap = new GapFinding(
            indicator, poorest.Without - richest.Without,
            poorest.Half is { } a && richest.Half is { } b ? Within(change, Math.Sqrt((a * a) + (b * b))) : new Estimate(change) { Chance = OneRun.ChanceOfGap(poorest.Change, poorest.People, richest.Change, richest.People) })
        {
            WithoutRange = NoRange.OneRun,
        };
        return new Fifths(OfPoorest(poorest), Sentence.OfGap(gap, brief: true), gap.Says);
    }

    private static Sentence OfPoorest(FifthChange fifth)
    {
        Words words = Words.All;
        Estimate change = fifth.Half is { } half ? Within(fifth.Change, half) : new Estimate(fifth.Change) { Chance = OneRun.Chance(fifth.Change, fifth.People) };
        Certainty certainty = change.Against(words.Region);
        string said = certainty switch
        {
            Certainty.Known => SpokenNumber.ShareOfChange(fifth.Change),
            Certainty.CannotTell => words.Sentence("shareCannotTell"),
            _ => words.Sentence("shareNone"),
        };
        return new Sentence(
            words.Sentence("poorest").Replace("{change}", said, StringComparison.Ordinal),
            change.HasRange || certainty == Certainty.CannotTell ? string.Empty : words.Range("oneRun"),
            string.Empty,
            certainty,
            certainty == Certainty.Known ? Math.Sign(fifth.Change) : 0);
    }

    private static Estimate Within(double value, double half) => new(value, value - half, value + half);
}
