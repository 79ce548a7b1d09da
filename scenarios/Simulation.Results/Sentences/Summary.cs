namespace Simulation.Results.Sentences;

/// <summary>
/// What a plan does, in a few sentences: for whom, in the poorest fifth and whether the gap narrows, where, what gets worse,
/// and whether more adults are active, which is what the region has set out to change.
/// </summary>
public static class Summary
{
    /// <summary>What a first sentence may be about: people and what they do, each told in one direction only.</summary>
    private static readonly string[] Leads =
    [
        "school_walk", "adults_active", "children_active", "active_travel_adults", "commute_walk", "commute_cycle", "school_cycle",
    ];

    /// <summary>What is always said, because the region has set itself a goal for it.</summary>
    private const string Goal = "adults_inactive";

    /// <summary>Says a plan.</summary>
    /// <param name="plan">The numbers.</param>
    /// <returns>At least one sentence, the most important first.</returns>
    public static IReadOnlyList<Sentence> Of(PlanFindings plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Changes.All(c => c.Change is { Value: 0, Low: null or 0, High: null or 0 }))
        {
            return [Plain("exactlyNothing", Certainty.NoChange)];
        }

        List<Sentence> said = [];
        Finding[] told = [.. plan.Changes.Where(c => Words.All.Of(c.Indicator) is { Unit: "" } && Sentence.Of(c).Certainty == Certainty.Known)];
        Finding? lead = told.Where(c => Leads.Contains(c.Indicator)).MaxBy(Affected)
            ?? told.Where(c => c.Good != 0).MaxBy(Affected);
        if (lead is null)
        {
            // That nothing is worth naming is itself a finding; what may be chance is none.
            bool known = plan.Changes.All(c => Sentence.Of(c).Certainty != Certainty.CannotTell);
            said.Add(known ? Plain("nothing", Certainty.NoChange, RangeOf(plan)) : Plain("nothingToTell", Certainty.CannotTell, RangeOf(plan)));
        }
        else
        {
            said.Add(Sentence.Of(lead));
            if (plan.Spreads.FirstOrDefault(s => s.Gap.Indicator == lead.Indicator) is { } spread)
            {
                AddSpread(said, spread);
            }

            AddPlaces(said, [.. plan.Places.Where(p => p.Finding.Indicator == lead.Indicator)]);
            AddOthers(said, told, lead);
        }

        if (plan.Changes.FirstOrDefault(c => c.Indicator == Goal) is { } goal && goal != lead && (lead is not null || Sentence.Of(goal).Certainty != Certainty.NoChange))
        {
            said.Add(Sentence.Of(goal));
        }

        return said;
    }

    /// <summary>
    /// The sentences as one text. What is true of all, that there is one run of each and no range yet, is said once, at the end.
    /// </summary>
    /// <param name="sentences">The sentences.</param>
    public static string Text(IReadOnlyList<Sentence> sentences) => string.Join(' ', Lines(sentences));

    /// <summary>The same, a line a sentence.</summary>
    /// <param name="sentences">The sentences.</param>
    public static IReadOnlyList<string> Lines(IReadOnlyList<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        string oneRun = Words.All.Range("oneRun");
        List<string> lines = [.. sentences.Select(s => s.Range == oneRun ? s.Statement + "." : s.Text)];
        if (sentences.Any(s => s.Range == oneRun))
        {
            lines.Add($"{char.ToUpperInvariant(oneRun[0])}{oneRun[1..]}.");
        }

        return lines;
    }

    private static void AddSpread(List<Sentence> said, SpreadFinding spread)
    {
        string indicator = spread.Gap.Indicator;
        string values = Words.All.Sentence("fifths")
            .Replace("{poorest}", Share(spread.Poorest), StringComparison.Ordinal)
            .Replace("{richest}", Share(spread.Richest), StringComparison.Ordinal);
        Sentence gap = Sentence.OfGap(spread.Gap);
        said.Add(gap);
        said.Add(new Sentence(values, WithoutRange(spread.Poorest, spread.Gap.WithoutRange), string.Empty, Certainty.Known, 0));
        if (spread.LevelsDown)
        {
            said.Add(Plain("levelsDown", Certainty.Known, WithoutRange(spread.Poorest, spread.Gap.WithoutRange), ("what", Words.All.Of(indicator)!.What)));
        }
    }

    private static void AddPlaces(List<Sentence> said, PlaceFinding[] places)
    {
        PlaceFinding[] told =
            [.. places.Where(p => Sentence.Of(p.Finding).Certainty == Certainty.Known).OrderByDescending(p => Math.Abs(p.Finding.Change.Value))];
        if (places.Length < 2)
        {
            return;
        }

        bool unchanged = places.All(p => Sentence.Of(p.Finding).Certainty is Certainty.Known or Certainty.NoChange);
        string range = WithoutRange(places[0].Finding.Change, places[0].Finding.WithoutRange);
        if (told.Length == 0)
        {
            said.Add(unchanged ? Plain("noPlace", Certainty.NoChange, range) : Plain("noPlaceToTell", Certainty.CannotTell, range));
            return;
        }

        string key = told.Length == 1 ? "onlyPlace" : told.Length < places.Length ? "somePlaces" : "places";
        said.Add(Plain(
            key, Certainty.Known, range,
            ("most", told[0].Place), ("mostNumber", Share(told[0].Finding.Change)),
            ("least", told[^1].Place), ("leastNumber", Share(told[^1].Finding.Change)),
            ("others", Words.All.Sentence(unchanged ? "shareNone" : "shareEither")),
            ("unchanged", $"{places.Length - told.Length}"), ("all", $"{places.Length}")));
    }

    /// <summary>What gets worse comes before what else gets better: nobody should have to look for it.</summary>
    private static void AddOthers(List<Sentence> said, Finding[] told, Finding lead)
    {
        const int Most = 2;
        Finding[] others = [.. told.Where(c => c != lead && c.Indicator != Goal && c.Good != 0).OrderByDescending(Affected)];
        bool Better(Finding c) => Math.Sign(c.Change.Value) == c.Good;
        said.AddRange(others.Where(c => !Better(c)).Take(Most).Concat(others.Where(Better).Take(Most)).Select(Sentence.Of));
    }

    private static double Affected(Finding finding) => Math.Abs(finding.Change.Value * finding.People);

    /// <summary>A share of a change with its range, or that there is nothing to be said.</summary>
    private static string Share(Estimate change) => change.Against(Words.All.Region) switch
    {
        Certainty.NoChange => Words.All.Sentence("shareNone"),
        Certainty.CannotTell => Words.All.Sentence("shareCannotTell"),
        _ when change is { Low: { } low, High: { } high } => SpokenNumber.ShareOfChange(change.Value) + ", " + Words.All.Range("likely")
            .Replace("{low}", SpokenNumber.Share(Math.Abs(low) < Math.Abs(high) ? low : high), StringComparison.Ordinal)
            .Replace("{high}", SpokenNumber.Share(Math.Abs(low) < Math.Abs(high) ? high : low), StringComparison.Ordinal),
        _ => SpokenNumber.ShareOfChange(change.Value),
    };

    private static string RangeOf(PlanFindings plan) => WithoutRange(plan.Changes[0].Change, plan.Changes[0].WithoutRange);

    private static string WithoutRange(Estimate change, NoRange without) =>
        change.HasRange ? string.Empty : Words.All.Range(without == NoRange.OneRun ? "oneRun" : "unknown");

    private static Sentence Plain(string key, Certainty certainty, string range = "", params (string Name, string Value)[] values)
    {
        string text = values.Aggregate(
            Words.All.Sentence(key), (sentence, value) => sentence.Replace($"{{{value.Name}}}", value.Value, StringComparison.Ordinal));
        return new Sentence(text, range, string.Empty, certainty, 0);
    }
}
