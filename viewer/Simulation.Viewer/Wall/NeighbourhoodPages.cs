using System.Globalization;
using Simulation.Results.Sentences;
using Simulation.Scene.Composing;
using Simulation.Scene.Labels;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>Makes pages that colour neighbourhoods: what changed, what stands, and one of two packages.</summary>
/// <param name="source">Where days and figures come from.</param>
/// <param name="scene">Its map.</param>
/// <param name="theme">Dark or light.</param>
internal sealed class NeighbourhoodPages(IWallSource source, SceneMap scene, Theme theme)
{
    private const int CanNotTell = 4;

    // Metres between two marks that are to be told apart.
    private const double FarEnough = 9000;
    private readonly NeighbourhoodChanges changes = new(source);
    private readonly Palette palette = Palette.Of(theme);

    private Rgb Grey => palette.Ramp("change")[CanNotTell];

    /// <summary>Change by neighbourhood over the last four school weeks. What chance could explain stays grey and is counted as such.</summary>
    public ValuesPage Change(int day, string indicator)
    {
        Changes here = changes.Of(day, indicator);
        double times = NeighbourhoodChanges.Times(indicator);
        double[] wanted = here.Wanted;
        IReadOnlyList<double> breaks = changes.Breaks(indicator, "breaks");
        IReadOnlyList<Rgb> ramp = palette.Ramp("for");
        IndicatorWords words = Words.All.Of(indicator)!;
        List<HistogramRow> rows = Classed(wanted.Where(v => v > 0), times, breaks, ramp);
        if (wanted.Any(v => v < 0))
        {
            rows.Add(new HistogramRow(here.LessIsBetter ? "more" : "fewer", wanted.Count(v => v < 0), palette.Ramp("change")[2]));
        }

        rows.Add(new HistogramRow("can’t tell", wanted.Count(v => v == 0), Grey, Apart: true));
        return new ValuesPage
        {
            Camera = Camera.Named("change"),
            Eyebrow = $"Four school weeks to {DateWords(day)}",
            Sentence = here.Up + here.Down == 0 && here.Near >= here.All.Length - (here.All.Length / 20)
                ? [new($"No change worth naming in {words.What}.")]
                : here.Up + here.Down == 0
                ? [new($"{(here.HasRanges ? "We" : "One run")} can’t tell where {(IsPeople(words) ? $"the number of {words.People} who {words.Verb}" : words.What)} changed.")]
                : [new(Capital(words.What), here.Mostly > 0 ? Tint.For : Tint.Against), new($"{here.Verb} in {Where(here)}.")],
            Chart = new HistogramChart(
                $"{(here.LessIsBetter ? "Fewer" : "More")} {Of(words)} (bars count neighbourhoods)", rows,
                "Brightness: how many people live there.\n" + (here.HasRanges ? "Changes that chance could explain stay grey." : "One run: what chance could explain stays grey.")),
            Colours = Colours(wanted, times, breaks, ramp),
            Marks = Marks(here.All, wanted, times),
            Small = [.. new[] { "school_cycle", "adults_inactive" }.Where(other => other != indicator).Select(other => Small(day, other, breaks))],
        };
    }

    /// <summary>A burden or a good as it stands.</summary>
    public ValuesPage Level(int day, string indicator)
    {
        IndicatorWords about = Words.All.Of(indicator)!;
        double times = NeighbourhoodChanges.Times(indicator);
        double[] level = [.. source.Map.Codes.Select(code => source.Figures.Mean(Arm.Scenario, indicator, FigureBook.Neighbourhood, code, day, NeighbourhoodChanges.Weeks))];
        IReadOnlyList<double> breaks = changes.Breaks(indicator, "levelBreaks");
        IReadOnlyList<Rgb> ramp = palette.Ramp(changes.FamilyOf(indicator));
        List<HistogramRow> rows = Classed(level.Where(v => !double.IsNaN(v)), times, breaks, ramp);
        if (level.Any(double.IsNaN))
        {
            rows.Add(new HistogramRow("too few", level.Count(double.IsNaN), Grey, Apart: true));
        }

        return new ValuesPage
        {
            Camera = Camera.Named("home"),
            Eyebrow = $"Four weeks to {DateWords(day)}",
            Chart = new HistogramChart($"{(about.Unit.Length > 0 ? $"{Capital(about.What)}, {about.Unit}" : $"{Capital(about.People)} who {about.Verb}, of every 100")} (bars count neighbourhoods)", rows, "Brightness: how many people live there."),
            Colours = [.. level.Select(v => double.IsNaN(v) ? Grey : ramp[NeighbourhoodChanges.Class(times * v, breaks)])],
        };
    }

    /// <summary>This plan as one of two on a page: its number, and its neighbourhoods on the scale of packages.</summary>
    /// <param name="day">The day shown.</param>
    /// <param name="indicator">What it is about.</param>
    /// <param name="number">How many more or fewer do it, with its sign.</param>
    /// <param name="numberWords">What the number counts.</param>
    public PackageHalf Package(int day, string indicator, string number, string numberWords)
    {
        double[] wanted = changes.Of(day, indicator).Wanted;
        double times = NeighbourhoodChanges.Times(indicator);
        IReadOnlyList<double> breaks = changes.Breaks(indicator, "packageBreaks");
        IReadOnlyList<Rgb> ramp = palette.Ramp("packages");
        IReadOnlyList<Rgb> down = palette.Ramp("against5");
        return new PackageHalf(
            source.About.Title.Replace(" - ", ": ", StringComparison.Ordinal), Joined(source.Levers), number, numberWords,
            [.. wanted.Select(v => v == 0 ? Grey : v > 0 ? ramp[NeighbourhoodChanges.Class(times * v, breaks)] : down[Math.Min(4, NeighbourhoodChanges.Class(-times * v, breaks))])]);
    }

    /// <summary>Numbers between the colours of packages.</summary>
    public IReadOnlyList<string> PackageBreaks(string indicator) => [.. changes.Breaks(indicator, "packageBreaks").Select(b => b.ToString("0", CultureInfo.InvariantCulture))];

    private static string Joined(IReadOnlyList<string> parts)
    {
        string[] small = [.. parts.Select(p => p.Length > 1 && char.IsLower(p[1]) ? char.ToLowerInvariant(p[0]) + p[1..] : p)];
        return small.Length < 2 ? string.Concat(small) : $"{string.Join(", ", small[..^1])} and {small[^1]}";
    }

    private static bool IsPeople(IndicatorWords words) => words.What.StartsWith("how many", StringComparison.Ordinal);

    private static string Of(IndicatorWords words) => words.Unit.Length > 0 ? words.Unit : $"{words.People} of every 100";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // Neighbourhoods by class, the highest first.
    private static List<HistogramRow> Classed(IEnumerable<double> values, double times, IReadOnlyList<double> breaks, IReadOnlyList<Rgb> ramp)
    {
        ILookup<int, double> classes = values.ToLookup(v => NeighbourhoodChanges.Class(times * v, breaks));
        return [.. Enumerable.Range(0, ramp.Count).Reverse().Select(c => new HistogramRow(Label(c, breaks), classes[c].Count(), ramp[c]))];
    }

    private static string Label(int c, IReadOnlyList<double> breaks) =>
        c == breaks.Count ? $"{breaks[^1]:0} or more" : c == 0 ? $"under {breaks[0]:0}" : $"{breaks[c - 1]:0} to {breaks[c]:0}";

    // Changes the way the plan wants are above 0, the other way below, and what cannot be told is 0.
    private IReadOnlyList<Rgb> Colours(double[] wanted, double times, IReadOnlyList<double> breaks, IReadOnlyList<Rgb> ramp)
    {
        IReadOnlyList<Rgb> down = palette.Ramp("against5");
        return [.. wanted.Select(v => v == 0 ? Grey : v > 0 ? ramp[NeighbourhoodChanges.Class(times * v, breaks)] : down[Math.Min(4, NeighbourhoodChanges.Class(-times * v, breaks) + 2)])];
    }

    private static string Where(Changes changes)
    {
        int most = Math.Max(changes.Up, changes.Down);
        int all = changes.All.Length;
        return most == all ? "every neighbourhood"
            : 100 * most / all >= 1 ? $"{100 * most / all}\u00a0of 100 neighbourhoods"
            : most == 1 ? "one neighbourhood" : $"{most}\u00a0neighbourhoods";
    }

    // On the scale of the large map, so that as bright means as much; its own words say how much.
    private SmallMap Small(int day, string indicator, IReadOnlyList<double> breaks)
    {
        Changes here = changes.Of(day, indicator);
        double times = NeighbourhoodChanges.Times(indicator);
        IndicatorWords words = Words.All.Of(indicator)!;
        int few = here.All.Length / 20;
        (double overall, bool told, _) = changes.Of(day, indicator, NeighbourhoodChanges.Everybody, NeighbourhoodChanges.Everybody);
        Tint tint = (overall < 0) == here.LessIsBetter ? Tint.For : Tint.Against;
        bool little = Math.Abs(times * overall) < breaks[0];

        // How many people there are of a kind neither rises nor falls in a sentence: more or fewer of them are.
        bool people = IsPeople(words);
        string what = people ? $"{Capital(words.People)} who {words.Verb}" : Capital(words.What);
        IReadOnlyList<Phrase> caption = here.Near >= here.All.Length - few
            ? [new($"{what}: no change worth naming", Tint.Quiet)]
            : here.Up + here.Down > few && people
                ? [new($"{(little ? "Slightly " : string.Empty)}{((here.Up > here.Down) ? (little ? "more" : "More") : little ? "fewer" : "Fewer")} {words.People} {words.Verb}", here.Mostly > 0 ? Tint.For : Tint.Against), new($"in {Where(here)}", Tint.Quiet)]
            : here.Up + here.Down > few
                ? [new(what, here.Mostly > 0 ? Tint.For : Tint.Against), new($"{here.Verb}{(little ? " a little" : string.Empty)} in {Where(here)}", Tint.Quiet)]
                : told && Math.Abs(overall) >= Words.All.Region
                    ? [new(what, tint), new($"{(overall < 0 ? "fell" : "rose")} by {SpokenNumber.Share(overall)}; where, one run can’t tell", Tint.Quiet)]
                    : [new($"{what}: one run can’t tell", Tint.Quiet)];
        return new SmallMap(Colours(here.Wanted, times, breaks, palette.Ramp("for")), caption);
    }

    private IReadOnlyList<LabelWish> Marks(double[] change, double[] wanted, double times)
    {
        // By middle-layer area, which has a name: two where it rose most, one where least, of those where anything can be told.
        var told = new HashSet<string>();
        var sums = new Dictionary<string, (double Sum, int Count, double X, double Y)>();
        for (int n = 0; n < change.Length; n++)
        {
            string name = scene.Names[n];
            if (double.IsNaN(change[n]) || name.Length < 2 || !GroundMap.Instance.NeighbourhoodNames.TryGetValue(name[..^1], out string? area))
            {
                continue;
            }

            if (wanted[n] != 0)
            {
                told.Add(area);
            }

            int residents = scene.First[n + 1] - scene.First[n];
            int middle = (scene.First[n] + scene.First[n + 1]) / 2;
            (double x, double y) = scene.Metres(scene.Positions[2 * middle], scene.Positions[(2 * middle) + 1]);
            (double sum, int count, double sx, double sy) = sums.GetValueOrDefault(area);
            sums[area] = (sum + (change[n] * residents), count + residents, sx + (x * residents), sy + (y * residents));
        }

        var order = sums.Where(s => told.Contains(s.Key)).Select(s => (s.Key, Change: s.Value.Sum / s.Value.Count, X: s.Value.X / s.Value.Count, Y: s.Value.Y / s.Value.Count))
            .OrderByDescending(s => s.Change).ThenBy(s => s.Key, StringComparer.Ordinal).ToArray();
        if (order.Length < 3)
        {
            return [];
        }

        int second = Math.Max(1, Array.FindIndex(order, 1, s => Math.Abs(s.X - order[0].X) + Math.Abs(s.Y - order[0].Y) > FarEnough));
        return [.. new[] { order[0], order[second], order[^1] }.Where(m => Math.Abs(times * m.Change) >= 0.5).Select(m => new LabelWish(
            $"{m.Key} {(m.Change >= 0 ? "+" : "−")}{Math.Abs(times * m.Change):0}", (float)m.X, (float)m.Y, 2e9, LabelStyle.Mark))];
    }

    private string DateWords(int day) => source.About.Start.AddDays(day - 1).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
