using System.Globalization;
using Simulation.Engine.Observation;
using Simulation.Results.Sentences;
using Simulation.Scene.Composing;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>Makes the wall's pages of everybody: finding, curve, who is lit. Words are those of <see cref="Sentence"/>.</summary>
/// <param name="source">Where days and figures come from.</param>
/// <param name="scene">Its map.</param>
internal sealed class PageMaker(IWallSource source, SceneMap scene)
{
    private const string Everybody = NeighbourhoodChanges.Everybody;
    private const string Deprivation = "deprivation";

    /// <summary>Everybody, and whoever is lit on the last school day.</summary>
    /// <param name="day">The day shown.</param>
    /// <param name="shown">The last school day up to it, whose people are lit; null where single residents are not known.</param>
    /// <param name="indicator">What it is about.</param>
    /// <param name="place">Place that stands out, or −1.</param>
    public LightsPage Lights(int day, DayCount? shown, string indicator, int place = -1)
    {
        LitDay lit = shown?.Lit ?? LitDay.Nobody;
        bool ofTheDay = shown is not null && (indicator == Answers.First || place >= 0);
        Share about = shown is null ? default : place >= 0 ? shown.Places[place] : shown.All;
        Sentence? finding = ofTheDay ? Finding(indicator, about, day == shown!.Day) : OfTheWeek(indicator, day);
        return new LightsPage
        {
            Camera = Camera.Named("home"),
            Eyebrow = ofTheDay || finding is null ? DateWords(day, shown?.Day) : WeekWords(indicator, day),
            Sentence = finding is null ? [] : Coloured(finding),
            Second = finding is null ? [] : place >= 0 ? WithThePlan(finding, about) : ofTheDay ? PoorestAndGap(indicator, shown!) : PoorestAndGapOfTheWeek(indicator, day),
            Chart = place < 0 ? Curve(indicator, day) : null,
            Lit = Within(lit, place, day == shown?.Day ? 1 : Drawing.Number("changed.noSchool")),
            Place = place,
        };
    }

    /// <summary>The nine places in a table, over the last four weeks, beside everybody.</summary>
    /// <param name="day">The day shown.</param>
    /// <param name="shown">The last school day up to it; null where single residents are not known.</param>
    /// <param name="indicator">What it is about.</param>
    public LightsPage Places(int day, DayCount? shown, string indicator)
    {
        var changes = new NeighbourhoodChanges(source);
        IndicatorWords words = Words.All.Of(indicator)!;
        double times = NeighbourhoodChanges.Times(indicator);
        int good = GoodOf(indicator);
        TableRow[] rows = [.. source.Map.Places.Select(place =>
        {
            (double change, bool told, _) = changes.Of(day, indicator, "place", place);
            bool named = told && Math.Abs(change) >= Words.All.Region;
            return new TableRow(
                place,
                [Said(Arm.Baseline, place), Said(Arm.Scenario, place), named ? (change < 0 ? "−" : "+") + Tenths(Math.Abs(times * change)) : "can’t tell"],
                !named ? Tint.Quiet : Math.Sign(change) * good < 0 ? Tint.Against : Tint.For);
        })];
        LightsPage page = Lights(day, shown, indicator);
        return page with
        {
            Second = [],
            Chart = new TableChart(CurveTitle(indicator) + ", four weeks", ["without", "with", words.Unit.Length > 0 ? "more" : "of 100"], rows, "One run of each: no range yet."),
        };

        string Said(Arm arm, string place) => source.Figures.Mean(arm, indicator, "place", place, day, NeighbourhoodChanges.Weeks) is var mean && double.IsNaN(mean) ? "–" : Charts(times * mean);
        static string Tenths(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
    }

    /// <summary>The finding about some people on a day.</summary>
    public static Sentence Finding(string indicator, Share about, bool today) => Sentence.Of(new Finding(indicator, new Estimate(about.Change), about.People)
    {
        When = today ? "today" : "on the last school day",
        Past = true,
        Good = GoodOf(indicator),
        WithoutRange = NoRange.OneRun,
    });

    /// <summary>The finding of the last week up to a day; null before the first.</summary>
    public Sentence? OfTheWeek(string indicator, int day)
    {
        if (Words.All.Of(indicator) is null
            || source.Figures.Of(Arm.Scenario, indicator, Everybody, Everybody, day) is not { Count: > 0 } with
            || source.Figures.Of(Arm.Baseline, indicator, Everybody, Everybody, day) is not { Count: > 0 } without)
        {
            return null;
        }

        double change = with[^1].Value - without[^1].Value;
        Estimate estimate = source.Figures.Of(Arm.Interval, indicator, Everybody, Everybody, day) is { Count: > 0 } ranges
            ? new Estimate(change, change - (Answers.Likely * ranges[^1].Value), change + (Answers.Likely * ranges[^1].Value))
            : new Estimate(change);
        return Sentence.Of(new Finding(indicator, estimate, with[^1].Count / NeighbourhoodChanges.DaysOf(indicator)) { Good = GoodOf(indicator), WithoutRange = NoRange.OneRun });
    }

    /// <summary>How many more do it in the last week up to a day, in people, or in its own unit; 0 before the first.</summary>
    public double MoreInTheWeek(string indicator, int day) =>
        source.Figures.Of(Arm.Scenario, indicator, Everybody, Everybody, day) is { Count: > 0 } with
        && source.Figures.Of(Arm.Baseline, indicator, Everybody, Everybody, day) is { Count: > 0 } without
            ? (with[^1].Value - without[^1].Value) * (Words.All.Of(indicator)!.Unit.Length > 0 ? 1 : with[^1].Count / NeighbourhoodChanges.DaysOf(indicator))
            : 0;

    /// <summary>A sentence with its lit words in their colour.</summary>
    public static IReadOnlyList<Phrase> Coloured(Sentence sentence)
    {
        string text = sentence.Statement + ".";
        Tint tint = TintOf(sentence);
        return sentence.Lit.Length > 0 && text.StartsWith(sentence.Lit, StringComparison.Ordinal)
            ? [new(sentence.Lit, tint), new(text[sentence.Lit.Length..].Trim())]
            : [new(text)];
    }

    /// <summary>The finding below a sentence that says something else.</summary>
    private static IReadOnlyList<Phrase> WithThePlan(Sentence finding, Share about) => finding.Lit.Length == 0
        ? Coloured(finding)
        : [new("With the plan,"), new(char.ToLowerInvariant(finding.Lit[0]) + finding.Lit[1..], TintOf(finding)), new($"{finding.Statement[finding.Lit.Length..].Trim()}: {SpokenNumber.ShareOfChange(about.Change)}.")];

    /// <summary>The poorest fifth, and the gap.</summary>
    public static IReadOnlyList<Phrase> PoorestAndGap(string indicator, DayCount day)
    {
        return Fifths.Of(indicator, Of(day.ByFifth[0]), Of(day.ByFifth[^1])) is { } said ? [new(said.Text)] : [];

        static FifthChange Of(Share fifth) => new(fifth.Change, fifth.People == 0 ? 0 : fifth.Without / (double)fifth.People, fifth.People);
    }

    // Where the sentence is the week's, so are the fifths; replicates give them by fifths, with ranges.
    private IReadOnlyList<Phrase> PoorestAndGapOfTheWeek(string indicator, int day)
    {
        return Words.All.Of(indicator)?.Unit.Length == 0 && Of(["1", "2"], "1+2") is { } poorest && Of(["9", "10"], "9+10") is { } richest && Fifths.Of(indicator, poorest, richest) is { } said
            ? [new(said.Text)]
            : [];

        FifthChange? Of(string[] deciles, string fifth)
        {
            if (Mean(Arm.Scenario, deciles) is not { } with || Mean(Arm.Baseline, deciles) is not { } without)
            {
                return null;
            }

            double? half = source.Figures.Of(Arm.Interval, indicator, Deprivation, fifth, day) is { Count: > 0 } ranges ? Answers.Likely * ranges[^1].Value : null;
            return new FifthChange(with.Value - without.Value, without.Value, with.People / NeighbourhoodChanges.DaysOf(indicator), half);
        }

        (double Value, double People)? Mean(Arm arm, string[] deciles)
        {
            WeekFigure[] last = [.. deciles.Select(d => source.Figures.Of(arm, indicator, Deprivation, d, day)).Where(weeks => weeks.Count > 0).Select(weeks => weeks[^1])];
            double people = last.Sum(w => w.Count);
            return people > 0 ? (last.Sum(w => w.Value * w.Count) / people, people) : null;
        }
    }

    /// <summary>The curve of an indicator up to a day.</summary>
    public CurveChart? Curve(string indicator, int day)
    {
        IReadOnlyList<WeekFigure> with = source.Figures.Of(Arm.Scenario, indicator, Everybody, Everybody, day);
        if (with.Count == 0)
        {
            return null;
        }

        IReadOnlyList<WeekFigure> without = source.Figures.Of(Arm.Baseline, indicator, Everybody, Everybody, day);
        IReadOnlyList<WeekFigure> ranges = source.Figures.Of(Arm.Interval, indicator, Everybody, Everybody, day);
        double times = NeighbourhoodChanges.Times(indicator);
        IReadOnlyList<double>? low = null;
        IReadOnlyList<double>? high = null;
        if (ranges.Count == with.Count)
        {
            low = [.. with.Zip(ranges, (w, r) => times * (w.Value - (Answers.Likely * r.Value)))];
            high = [.. with.Zip(ranges, (w, r) => times * (w.Value + (Answers.Likely * r.Value)))];
        }

        Line Of(IReadOnlyList<WeekFigure> weeks, string label, IReadOnlyList<double>? a, IReadOnlyList<double>? b) =>
            new([.. weeks.Select(w => w.Day)], [.. weeks.Select(w => times * w.Value)], a, b, label);
        return new CurveChart(
            CurveTitle(indicator), source.About.Start, Of(with, "with the plan", low, high), without.Count == 0 ? null : Of(without, "without", null, null),
            double.NaN, double.NaN, Math.Max(day, with[^1].Day),
            low is null || high is null ? "one run, no range yet" : $"likely {Charts(low[^1])} to {Charts(high[^1])}");
    }

    /// <summary>"Tuesday 9 March 2027"; on a day without school it says so.</summary>
    public string DateWords(int day, int? schoolDay)
    {
        string date = source.About.Start.AddDays(Math.Max(1, day) - 1).ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
        return schoolDay is null || schoolDay == day ? date : date + ", no school";
    }

    /// <summary>"Week to 14 March 2027": what a figure of weeks is about.</summary>
    private string WeekWords(string indicator, int day)
    {
        IReadOnlyList<WeekFigure> weeks = source.Figures.Of(Arm.Scenario, indicator, Everybody, Everybody, day);
        return $"Week to {source.About.Start.AddDays(weeks[^1].Day - 1).ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";
    }

    private static int GoodOf(string indicator) => Indicator.Find(indicator)?.Better switch { Better.Higher => 1, Better.Lower => -1, _ => 0 };

    private static Tint TintOf(Sentence sentence) => (sentence.For != 0 ? sentence.For : sentence.Sign) < 0 ? Tint.Against : Tint.For;

    private static string Charts(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);

    private static string CurveTitle(string indicator)
    {
        IndicatorWords words = Words.All.Of(indicator)!;
        return words.Unit.Length > 0 ? $"{char.ToUpperInvariant(words.What[0])}{words.What[1..]}, {words.Unit}" : $"Of every 100 {words.People}, {words.Verb}";
    }

    private LitDay Within(LitDay lit, int place, float strength)
    {
        int[] Kept(int[] rows) => place < 0 ? rows : [.. rows.Where(row => PlaceOf(row) == place)];
        return new LitDay { For = Kept(lit.For), Against = Kept(lit.Against), Strength = strength, Children = lit.Children, WalkEitherWay = lit.WalkEitherWay };
    }

    private int PlaceOf(int row)
    {
        int n = Array.BinarySearch(scene.First, row);
        n = n < 0 ? ~n - 1 : n;
        while (scene.First[n + 1] <= row)
        {
            n++;
        }

        return scene.PlaceOf[n];
    }
}
