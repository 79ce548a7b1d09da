using System.Globalization;
using System.Text.Json;
using Simulation.Engine.Observation;
using Simulation.Results.Sentences;
using Simulation.Scene.Composing;
using Simulation.Scene.Labels;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>Makes the wall's pages of a source: findings, curves, colours. Words are those of <see cref="Sentence"/>.</summary>
/// <param name="source">Where days and figures come from.</param>
/// <param name="scene">Its map.</param>
/// <param name="theme">Dark or light.</param>
internal sealed class PageMaker(IWallSource source, SceneMap scene, Theme theme)
{
    private const int FourWeeks = 4;
    private const double DaysOfAWeek = 5;
    private const string Everybody = "all";
    private readonly JsonElement layers = JsonDocument.Parse(LookFiles.Text("layers.json")).RootElement;

    /// <summary>Key of the indicator that a screen opens on.</summary>
    public string FirstIndicator => layers.GetProperty("first").GetString()!;

    /// <summary>Everybody, and whoever is lit on the last school day.</summary>
    /// <param name="day">The day shown.</param>
    /// <param name="shown">The last school day up to it, whose people are lit.</param>
    /// <param name="indicator">What it is about.</param>
    /// <param name="place">Place that stands out, or −1.</param>
    public LightsPage Lights(int day, DayCount? shown, string indicator, int place = -1)
    {
        LitDay lit = shown?.Lit ?? LitDay.Nobody;
        Share about = shown is null ? default : place >= 0 ? shown.Places[place] : shown.All;
        Sentence? finding = shown is null ? null : Finding(indicator, about, day == shown.Day);
        return new LightsPage
        {
            Camera = Camera.Named("home"),
            Eyebrow = DateWords(day, shown?.Day),
            Sentence = finding is null ? [] : Coloured(finding),
            Second = finding is null ? [] : place >= 0 ? WithThePlan(finding, about) : PoorestAndGap(indicator, shown!),
            Chart = place < 0 ? Curve(indicator, day) : null,
            Lit = Within(lit, place, day == shown?.Day ? 1 : Drawing.Number("changed.noSchool")),
            Place = place,
        };
    }

    /// <summary>The finding about some people on a day.</summary>
    public static Sentence Finding(string indicator, Share about, bool today) => Sentence.Of(new Finding(indicator, new Estimate(about.Change), about.People)
    {
        When = today ? "today" : "on the last school day",
        Past = true,
        WithoutRange = NoRange.OneRun,
    });

    /// <summary>A sentence with its lit words in their colour.</summary>
    public static IReadOnlyList<Phrase> Coloured(Sentence sentence)
    {
        string text = sentence.Statement + ".";
        Tint tint = sentence.Sign < 0 ? Tint.Against : Tint.For;
        return sentence.Lit.Length > 0 && text.StartsWith(sentence.Lit, StringComparison.Ordinal)
            ? [new(sentence.Lit, tint), new(text[sentence.Lit.Length..].Trim())]
            : [new(text)];
    }

    /// <summary>The finding below a sentence that says something else.</summary>
    private static IReadOnlyList<Phrase> WithThePlan(Sentence finding, Share about) => finding.Lit.Length == 0
        ? Coloured(finding)
        : [new("With the plan,"), new(finding.Lit, finding.Sign < 0 ? Tint.Against : Tint.For), new($"{finding.Statement[finding.Lit.Length..].Trim()}: {SpokenNumber.ShareOfChange(about.Change)}.")];

    /// <summary>The poorest fifth, and the gap.</summary>
    public static IReadOnlyList<Phrase> PoorestAndGap(string indicator, DayCount day)
    {
        return Fifths.Of(indicator, Of(day.ByFifth[0]), Of(day.ByFifth[^1])) is { } said ? [new(said.Text)] : [];

        static FifthChange Of(Share fifth) => new(fifth.Change, fifth.People == 0 ? 0 : fifth.Without / (double)fifth.People, fifth.People);
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
        IReadOnlyList<double>? low = null;
        IReadOnlyList<double>? high = null;
        if (ranges.Count == with.Count)
        {
            low = [.. with.Zip(ranges, (w, r) => 100 * (w.Value - r.Value))];
            high = [.. with.Zip(ranges, (w, r) => 100 * (w.Value + r.Value))];
        }

        Line Of(IReadOnlyList<WeekFigure> weeks, string label, IReadOnlyList<double>? a, IReadOnlyList<double>? b) =>
            new([.. weeks.Select(w => w.Day)], [.. weeks.Select(w => 100 * w.Value)], a, b, label);
        return new CurveChart(
            CurveTitle(indicator), source.About.Start, Of(with, "with the plan", low, high), without.Count == 0 ? null : Of(without, "without", null, null),
            double.NaN, double.NaN, Math.Max(day, with[^1].Day),
            low is null || high is null ? "one run, no range yet" : $"likely {Charts(low[^1])} to {Charts(high[^1])}");
    }

    /// <summary>Change by neighbourhood over the last four school weeks. What chance could explain stays grey and is counted as such.</summary>
    public ValuesPage Change(int day, string indicator)
    {
        Changes changes = ChangesOf(day, indicator);
        double[] wanted = changes.Wanted;
        IReadOnlyList<double> breaks = Breaks(indicator, "breaks");
        IReadOnlyList<Rgb> ramp = Palette.Of(theme).Ramp("for");
        IndicatorWords words = Words.All.Of(indicator)!;
        var rows = new List<HistogramRow>();
        for (int i = ramp.Count - 1; i >= 0; i--)
        {
            int c = i;
            string label = c == ramp.Count - 1 ? $"{breaks[^1]:0} or more" : c == 0 ? $"under {breaks[0]:0}" : $"{breaks[c - 1]:0} to {breaks[c]:0}";
            rows.Add(new HistogramRow(label, wanted.Count(v => v > 0 && Class(100 * v, breaks) == c), ramp[c]));
        }

        if (wanted.Any(v => v < 0))
        {
            rows.Add(new HistogramRow(changes.LessIsBetter ? "more" : "fewer", wanted.Count(v => v < 0), Palette.Of(theme).Ramp("change")[2]));
        }

        rows.Add(new HistogramRow("can’t tell", wanted.Count(v => v == 0), Palette.Of(theme).Ramp("change")[4], Apart: true));
        return new ValuesPage
        {
            Camera = Camera.Named("change"),
            Eyebrow = $"Four school weeks to {DateOnlyWords(day)}",
            Sentence = changes.Up + changes.Down == 0
                ? [new($"No change worth naming in {words.What}.")]
                : [new(Capital(words.What), changes.Mostly > 0 ? Tint.For : Tint.Against), new($"{changes.Verb} in {Where(changes)}.")],
            Chart = new HistogramChart(
                $"{(changes.LessIsBetter ? "Fewer" : "More")} {words.People} of every 100 (bars count neighbourhoods)", rows,
                "Brightness: how many people live there.\n" + (changes.HasRanges ? "Changes that chance could explain stay grey." : "One run: what chance could explain stays grey.")),
            Colours = Colours(wanted, breaks, ramp),
            Marks = Marks(changes.All),
            Small = [Small(day, "school_cycle"), Small(day, "adults_inactive")],
        };
    }

    /// <summary>A burden or a good as it stands, by neighbourhood.</summary>
    public ValuesPage Level(int day, string indicator)
    {
        IndicatorWords about = Words.All.Of(indicator)!;
        double[] level = [.. source.Map.Codes.Select(code => source.Figures.Mean(Arm.Scenario, indicator, "neighbourhood", code, day, FourWeeks))];
        IReadOnlyList<double> breaks = Breaks(indicator, "levelBreaks");
        string family = layers.GetProperty("quantities").GetProperty(indicator).GetProperty("family").GetString()!;
        IReadOnlyList<Rgb> ramp = Palette.Of(theme).Ramp(family);
        var rows = new List<HistogramRow>();
        for (int i = ramp.Count - 1; i >= 0; i--)
        {
            int c = i;
            string label = c == ramp.Count - 1 ? $"{breaks[^1]:0} or more" : c == 0 ? $"under {breaks[0]:0}" : $"{breaks[c - 1]:0} to {breaks[c]:0}";
            rows.Add(new HistogramRow(label, level.Count(v => !double.IsNaN(v) && Class(100 * v, breaks) == c), ramp[c]));
        }

        if (level.Any(double.IsNaN))
        {
            rows.Add(new HistogramRow("too few", level.Count(double.IsNaN), Palette.Of(theme).Ramp("change")[4], Apart: true));
        }

        return new ValuesPage
        {
            Camera = Camera.Named("home"),
            Eyebrow = $"Four weeks to {DateOnlyWords(day)}",
            Chart = new HistogramChart($"{Capital(about.People)} who {about.Verb}, of every 100 (bars count neighbourhoods)", rows, "Brightness: how many people live there."),
            Colours = [.. level.Select(v => double.IsNaN(v) ? Palette.Of(theme).Ramp("change")[4] : ramp[Class(100 * v, breaks)])],
        };
    }

    /// <summary>A street: children near a school and how they went.</summary>
    public LightsPage Street(int day, DayCount shown, int school, string placeName)
    {
        ViewSchool at = source.Map.Schools[school];
        (double x, double y) = scene.Metres(at.X, at.Y);
        Camera camera = Camera.Street(x + 50, y - 40);
        var view = new View(camera, 1920, 1080, theme);
        int[] inView = [.. shown.Lit.For.Where(row => InView(view, row))];
        SchoolMark[] schools = [.. Enumerable.Range(0, source.Map.Schools.Count)
            .Where(s => InView(view, source.Map.Schools[s].X, source.Map.Schools[s].Y, 60))
            .Select(s => new SchoolMark(s, Closed(s, day)))];
        int driven = inView.Count(row => (source.Without[row] & Protocol.StateByte.ModeMask) >> Protocol.StateByte.ModeShift == (int)Protocol.DayMode.Car);
        return new LightsPage
        {
            Camera = camera,
            Eyebrow = $"{placeName} · {DateWords(day, shown.Day)}",
            Sentence = [new($"{SpokenNumber.Count(inView.Length)}\u00a0children", Tint.For), new("walked who would not have.")],
            Second = [new($"{SpokenNumber.Count(driven)}\u00a0of them would have gone by car. Lines lead to the schools in view; pale dots walk either way.")],
            Lit = shown.Lit,
            Schools = schools,
            Ways = [.. inView.Select(row => (row, source.SchoolOf(row))).Where(w => schools.Any(s => s.School == w.Item2)).Take(60)],
        };
    }

    /// <summary>"Tuesday 9 March 2027"; on a day without school it says so.</summary>
    public string DateWords(int day, int? schoolDay)
    {
        string date = source.About.Start.AddDays(Math.Max(1, day) - 1).ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
        return schoolDay is null || schoolDay == day ? date : date + ", no school";
    }

    private static string Charts(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string CurveTitle(string indicator)
    {
        IndicatorWords words = Words.All.Of(indicator)!;
        return $"Of every 100 {words.People}, {words.Verb}";
    }

    private static int Class(double value, IReadOnlyList<double> breaks)
    {
        int c = 0;
        while (c < breaks.Count && value >= breaks[c])
        {
            c++;
        }

        return c;
    }

    // Changes the way the plan wants are above 0, the other way below, and what cannot be told is 0.
    private IReadOnlyList<Rgb> Colours(double[] wanted, IReadOnlyList<double> breaks, IReadOnlyList<Rgb> ramp)
    {
        Rgb grey = Palette.Of(theme).Ramp("change")[4];
        IReadOnlyList<Rgb> down = Palette.Of(theme).Ramp("against5");
        return [.. wanted.Select(v => v == 0 ? grey : v > 0 ? ramp[Class(100 * v, breaks)] : down[Math.Min(4, Class(-100 * v, breaks) + 2)])];
    }

    private Changes ChangesOf(int day, string indicator)
    {
        bool less = Indicator.Find(indicator).Better == Better.Lower;
        double delta = layers.GetProperty("deltas").GetProperty("neighbourhood").GetDouble();
        var all = new double[source.Map.Codes.Length];
        var wanted = new double[all.Length];
        bool ranges = false;
        int near = 0;
        for (int n = 0; n < all.Length; n++)
        {
            (all[n], bool told, bool range) = ChangeOf(day, indicator, FigureBook.Neighbourhood, source.Map.Codes[n]);
            ranges |= range;
            near += double.IsNaN(all[n]) || Math.Abs(all[n]) <= delta ? 1 : 0;
            wanted[n] = told && Math.Abs(all[n]) > delta ? (less ? -all[n] : all[n]) : 0;
        }

        return new Changes(all, wanted, less, ranges, near);
    }

    // With several runs a change counts from the end of its range; one run of each has none.
    private (double Change, bool Told, bool HasRange) ChangeOf(int day, string indicator, string by, string stratum)
    {
        double change = source.Figures.Mean(Arm.Scenario, indicator, by, stratum, day, FourWeeks) - source.Figures.Mean(Arm.Baseline, indicator, by, stratum, day, FourWeeks);
        if (double.IsNaN(change))
        {
            return (change, false, false);
        }

        if (source.Figures.Of(Arm.Interval, indicator, by, stratum, day) is { Count: > 0 } ranges)
        {
            return (change, Math.Abs(change) > ranges[^1].Value, true);
        }

        Indicator about = Indicator.Find(indicator);
        double residents = source.Figures.Of(Arm.Scenario, indicator, by, stratum, day)[^1].Count / (about.Of.EndsWith(" days", StringComparison.Ordinal) ? DaysOfAWeek : 1);
        return (change, OneRun.Tells(change, residents), false);
    }

    private static string Where(Changes changes)
    {
        int most = Math.Max(changes.Up, changes.Down);
        int all = changes.All.Length;
        return most == all ? "every neighbourhood"
            : 100 * most / all >= 1 ? $"{100 * most / all}\u00a0of 100 neighbourhoods"
            : most == 1 ? "one neighbourhood" : $"{most}\u00a0neighbourhoods";
    }

    private SmallMap Small(int day, string indicator)
    {
        Changes changes = ChangesOf(day, indicator);
        IndicatorWords words = Words.All.Of(indicator)!;
        string what = Capital(words.What);
        int few = changes.All.Length / 20;
        (double overall, bool told, _) = ChangeOf(day, indicator, Everybody, Everybody);
        Tint tint = (overall < 0) == changes.LessIsBetter ? Tint.For : Tint.Against;
        IReadOnlyList<Phrase> caption = changes.Near >= changes.All.Length - few
            ? [new($"{what}: no change worth naming", Tint.Quiet)]
            : changes.Up + changes.Down > few
                ? [new(what, changes.Mostly > 0 ? Tint.For : Tint.Against), new($"{changes.Verb} a little in {Where(changes)}", Tint.Quiet)]
                : told && Math.Abs(overall) >= Words.All.Region
                    ? [new(what, tint), new($"{(overall < 0 ? "fell" : "rose")} by {SpokenNumber.Share(overall)}; where, one run can’t tell", Tint.Quiet)]
                    : [new($"{what}: one run can’t tell", Tint.Quiet)];
        return new SmallMap(Colours(changes.Wanted, Breaks(indicator, "breaks"), Palette.Of(theme).Ramp("for")), caption);
    }

    private IReadOnlyList<LabelWish> Marks(double[] change)
    {
        // By middle-layer area, which has a name: two where it rose most, one where least.
        var sums = new Dictionary<string, (double Sum, int Count, double X, double Y)>();
        for (int n = 0; n < change.Length; n++)
        {
            string name = scene.Names[n];
            if (double.IsNaN(change[n]) || name.Length < 2 || !GroundMap.Instance.NeighbourhoodNames.TryGetValue(name[..^1], out string? area))
            {
                continue;
            }

            int residents = scene.First[n + 1] - scene.First[n];
            int middle = (scene.First[n] + scene.First[n + 1]) / 2;
            (double x, double y) = scene.Metres(scene.Positions[2 * middle], scene.Positions[(2 * middle) + 1]);
            (double sum, int count, double sx, double sy) = sums.GetValueOrDefault(area);
            sums[area] = (sum + (change[n] * residents), count + residents, sx + (x * residents), sy + (y * residents));
        }

        var order = sums.Select(s => (s.Key, Change: s.Value.Sum / s.Value.Count, X: s.Value.X / s.Value.Count, Y: s.Value.Y / s.Value.Count))
            .OrderByDescending(s => s.Change).ThenBy(s => s.Key, StringComparer.Ordinal).ToArray();
        if (order.Length < 3)
        {
            return [];
        }

        var second = order.Skip(1).First(s => Math.Abs(s.X - order[0].X) + Math.Abs(s.Y - order[0].Y) > 9000);
        return [.. new[] { order[0], second, order[^1] }.Select(m => new LabelWish(
            $"{m.Key} {(m.Change >= 0 ? "+" : "−")}{Math.Abs(100 * m.Change):0}", (float)m.X, (float)m.Y, 2e9, LabelStyle.Mark))];
    }

    private IReadOnlyList<double> Breaks(string indicator, string kind) =>
        [.. layers.GetProperty("quantities").GetProperty(indicator).GetProperty(kind).EnumerateArray().Select(e => e.GetDouble())];

    private string DateOnlyWords(int day) => source.About.Start.AddDays(day - 1).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

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

    private bool InView(View view, int row) => InView(view, scene.Positions[2 * row], scene.Positions[(2 * row) + 1], 0);

    private bool InView(View view, ushort x, ushort y, double margin)
    {
        (double mx, double my) = scene.Metres(x, y);
        (double px, double py) = view.Pixel(mx, my);
        return px >= margin && px < view.Width - margin && py >= margin && py < view.Height - margin;
    }

    private string Closed(int school, int day)
    {
        ClosedStreet? street = source.Streets.FirstOrDefault(s => s.School == school && s.From <= day && (s.To is null || day < s.To));
        return street is null ? string.Empty
            : $"school street since {source.About.Start.AddDays(street.From - 1).ToString("d MMM", CultureInfo.InvariantCulture)}";
    }
}
