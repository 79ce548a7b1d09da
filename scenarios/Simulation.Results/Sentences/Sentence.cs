namespace Simulation.Results.Sentences;

/// <summary>
/// One finding in words. Terminal, report, page and wall print these and write none of their own, so that all say the same of
/// the same numbers, and none says a number without its range.
/// </summary>
/// <param name="Statement">The sentence without its end: no full stop, no range.</param>
/// <param name="Range">"likely 53 to 57", "one run, no range yet"; empty where the statement says itself that nothing can be told.</param>
/// <param name="Lit">The words of the statement that name those who live differently, for a screen to colour; may be empty.</param>
/// <param name="Certainty">What may be said.</param>
/// <param name="Sign">1 more (or wider, or a larger lead), −1 fewer (or narrower, or a smaller lead), 0 neither or not to be told.</param>
public sealed record Sentence(string Statement, string Range, string Lit, Certainty Certainty, int Sign)
{
    /// <summary>1 the way the plan wants, −1 against, 0 neither or not to be told: the side of the colours.</summary>
    public int For { get; init; }

    /// <summary>The whole sentence: statement, range and full stop.</summary>
    public string Text => Range.Length == 0 ? Statement + "." : $"{Statement} ({Range}).";

    /// <summary>The sentence about residents: how many more or fewer do what, and when.</summary>
    /// <param name="finding">The numbers.</param>
    /// <exception cref="ArgumentException">No words are known for the indicator.</exception>
    public static Sentence Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        Words words = Words.All;
        IndicatorWords about = WordsOf(finding.Indicator);
        bool counts = about.Unit.Length == 0;
        // A quantity has no share to hold against the threshold of a share: a minute a week is what can be named.
        double threshold = finding.Threshold ?? (counts ? words.Region : 1);
        Certainty certainty = finding.People < words.Few ? Certainty.TooFew : finding.Change.Against(threshold);
        string Number(double change) => counts ? SpokenNumber.Count(change * finding.People) : SpokenNumber.Quantity(change);
        bool few = counts && Math.Abs(finding.Change.Value * finding.People) < words.Few;

        Dictionary<string, string> values = new()
        {
            ["people"] = about.People,
            ["verb"] = finding.Past ? about.Past : about.Verb,
            ["what"] = about.What,
            ["unit"] = about.Unit,
            ["when"] = finding.When ?? about.When,
            ["number"] = few ? words.Range("few") : Number(finding.Change.Value),
        };
        if (finding.Change is { Low: { } low, High: { } high })
        {
            values["low"] = Number(low);
            values["high"] = Number(high);
        }

        string key = certainty switch
        {
            Certainty.TooFew => "tooFew",
            Certainty.NoChange => "none",
            Certainty.CannotTell when !finding.Change.HasRange => "mayBeChance",
            Certainty.CannotTell => counts ? "cannotTell" : "cannotTellMinutes",
            _ when counts => finding.Change.Value < 0 ? "fewer" : "more",
            _ => finding.Change.Value < 0 ? "minutesFewer" : "minutesMore",
        };
        bool told = certainty == Certainty.Known;
        return new Sentence(
            Capital(Filled(words.Sentence(key), values)),
            certainty is Certainty.Known or Certainty.NoChange
                ? RangeOf(finding.Change, told, finding.WithoutRange, Number, change => counts && Math.Abs(change * finding.People) < words.Few)
                : string.Empty,
            told && counts ? Capital(Filled(finding.Change.Value < 0 ? "{number} fewer {people}" : "{number} more {people}", values)) : string.Empty,
            certainty,
            told ? Math.Sign(finding.Change.Value) : 0)
        {
            For = told ? Math.Sign(finding.Change.Value) * finding.Good : 0,
        };
    }

    /// <summary>The sentence about the gap between the poorest and the richest fifth.</summary>
    /// <param name="finding">The numbers.</param>
    /// <exception cref="ArgumentException">No words are known for the indicator.</exception>
    public static Sentence OfGap(GapFinding finding) => OfGap(finding, brief: false);

    /// <summary>The same; brief where the sentence before it has named what the gap is in.</summary>
    internal static Sentence OfGap(GapFinding finding, bool brief)
    {
        ArgumentNullException.ThrowIfNull(finding);
        Words words = Words.All;
        (string key, Certainty certainty, int sign) = finding.Says switch
        {
            GapChange.Narrows => ("gapNarrows", Certainty.Known, -1),
            GapChange.Widens => ("gapWidens", Certainty.Known, 1),
            GapChange.LeadGrows => ("leadGrows", Certainty.Known, 1),
            GapChange.LeadShrinks => ("leadShrinks", Certainty.Known, -1),
            GapChange.CannotTell => ("gapCannotTell", Certainty.CannotTell, 0),
            _ => ("gapNone", Certainty.NoChange, 0),
        };
        Dictionary<string, string> values = new()
        {
            ["what"] = WordsOf(finding.Indicator).What,
            ["number"] = SpokenNumber.Share(finding.Wider.Value),
        };
        return new Sentence(
            Capital(Filled(words.Sentence(brief ? "brief" + Capital(key) : key), values)),
            certainty == Certainty.CannotTell
                ? string.Empty
                : RangeOf(finding.Wider, certainty == Certainty.Known, finding.WithoutRange, SpokenNumber.Share, _ => false),
            string.Empty,
            certainty,
            sign)
        {
            For = finding.Says is GapChange.LeadGrows or GapChange.LeadShrinks ? 0 : -sign,
        };
    }

    /// <summary>A word or two for a table: narrows, widens, unchanged, can't tell; lead grows or shrinks where the poorest fifth is ahead.</summary>
    public static string WordFor(GapChange change) => Words.All.GapWord(change switch
    {
        GapChange.Narrows => "narrows",
        GapChange.Widens => "widens",
        GapChange.LeadGrows => "leadGrows",
        GapChange.LeadShrinks => "leadShrinks",
        GapChange.CannotTell => "cannotTell",
        _ => "unchanged",
    });

    private static IndicatorWords WordsOf(string indicator) =>
        Words.All.Of(indicator) ?? throw new ArgumentException($"No words are known for the indicator '{indicator}'.", nameof(indicator));

    private static string RangeOf(Estimate change, bool told, NoRange without, Func<double, string> number, Func<double, bool> few)
    {
        Words words = Words.All;
        if (change is not { Low: { } low, High: { } high })
        {
            return words.Range(without == NoRange.OneRun ? "oneRun" : "unknown");
        }

        if (!told)
        {
            return string.Empty;
        }

        // Both ends lie on the same side of zero, or the sentence would say that nothing can be told.
        (double near, double far) = Math.Abs(low) <= Math.Abs(high) ? (low, high) : (high, low);
        if (number(near) == number(far))
        {
            return words.Range("hardly");
        }

        return Filled(words.Range(few(near) ? "upTo" : "likely"), new() { ["low"] = number(near), ["high"] = number(far) });
    }

    private static string Filled(string template, Dictionary<string, string> values)
    {
        string text = template;
        foreach (string number in (ReadOnlySpan<string>)["number", "low", "high"])
        {
            // A number stays on the line of the word that it counts.
            text = text.Replace($"{{{number}}} ", $"{{{number}}}{SpokenNumber.NoBreak}", StringComparison.Ordinal);
        }

        foreach ((string name, string value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text.Trim();
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
