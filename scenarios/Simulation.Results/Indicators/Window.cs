using Simulation.Engine.Observation;

namespace Simulation.Results.Indicators;

/// <summary>How long the weeks are that figures stand for.</summary>
public enum WindowLength : byte
{
    /// <summary>The last 52 weeks, or the whole run when it is shorter: every season weighs what it does in a year.</summary>
    Year,

    /// <summary>The last 28 days in which there was something to measure.</summary>
    FourWeeks,
}

/// <summary>The weeks that a figure stands for, indicator by indicator.</summary>
/// <remarks>
/// A horizon of a year from September ends in the summer holidays, when nobody goes to school and children move least. So
/// the last four weeks are each indicator's own last weeks with something to measure, and the year is the usual choice.
/// </remarks>
public sealed class Window
{
    private const int FourWeeks = 4;
    private const int DaysOfYear = 364;

    private readonly Dictionary<string, HashSet<DateOnly>> weeks;

    private Window(Dictionary<string, HashSet<DateOnly>> weeks, WindowLength length)
    {
        this.weeks = weeks;
        Length = length;
    }

    /// <summary>How long the window is.</summary>
    public WindowLength Length { get; }

    /// <summary>The last weeks of each indicator in which all runs have something to measure.</summary>
    /// <param name="runs">The runs that are set side by side.</param>
    /// <param name="length">How long the window is.</param>
    public static Window Last(IReadOnlyList<IRunFigures> runs, WindowLength length = WindowLength.Year)
    {
        ArgumentNullException.ThrowIfNull(runs);
        Dictionary<string, HashSet<DateOnly>>? common = null;
        foreach (IRunFigures run in runs)
        {
            Dictionary<string, HashSet<DateOnly>> dates = new(StringComparer.Ordinal);
            foreach (IndicatorRow row in run.Read("all").Where(r => r.Count > 0 && double.IsFinite(r.Value)))
            {
                if (!dates.TryGetValue(row.Name, out HashSet<DateOnly>? days))
                {
                    dates.Add(row.Name, days = []);
                }

                days.Add(row.Date);
            }

            common = common is null ? dates : Intersect(common, dates);
        }

        common ??= [];
        DateOnly last = common.Values.SelectMany(d => d).DefaultIfEmpty().Max();
        foreach ((string name, HashSet<DateOnly> days) in common)
        {
            // A figure that covers 28 days by itself is taken once for the last 28 days; of those that cover a week, four are.
            common[name] = length == WindowLength.Year
                ? [.. days.Where(d => last.DayNumber - d.DayNumber < DaysOfYear)]
                : [.. days.OrderDescending().Take(Indicator.Find(name).Window == IndicatorWindow.FourWeeks ? 1 : FourWeeks)];
        }

        return new Window(common, length);
    }

    /// <summary>Indicators that can be compared, in printed order.</summary>
    public IReadOnlyList<string> Indicators =>
        [.. weeks.Where(w => w.Value.Count > 0).Select(w => w.Key).OrderBy(Order)];

    /// <summary>The weeks of an indicator, ascending.</summary>
    public IReadOnlyList<DateOnly> WeeksOf(string name) => weeks.TryGetValue(name, out HashSet<DateOnly>? days) ? [.. days.Order()] : [];

    /// <summary>Figures of one stratification over the window, by (indicator, stratum).</summary>
    /// <param name="run">The run.</param>
    /// <param name="by">Stratification.</param>
    public IReadOnlyDictionary<(string Name, string Stratum), Figure> Figures(IRunFigures run, string by)
    {
        ArgumentNullException.ThrowIfNull(run);
        DateOnly first = weeks.Values.SelectMany(d => d).DefaultIfEmpty().Min();
        Dictionary<(string Name, string Stratum), (double Sum, double Weight)> sums = [];
        foreach (IndicatorRow row in run.Read(by, from: first))
        {
            if (row.Count > 0 && double.IsFinite(row.Value) && weeks.TryGetValue(row.Name, out HashSet<DateOnly>? days) && days.Contains(row.Date))
            {
                (double sum, double weight) = sums.GetValueOrDefault((row.Name, row.Stratum));
                sums[(row.Name, row.Stratum)] = (sum + (row.Value * row.Count), weight + row.Count);
            }
        }

        return sums.ToDictionary(
            s => s.Key,
            s => new Figure(s.Value.Sum / s.Value.Weight, s.Value.Weight / weeks[s.Key.Name].Count));
    }

    private static int Order(string key)
    {
        int at = 0;
        while (at < Indicator.All.Count && Indicator.All[at].Key != key)
        {
            at++;
        }

        return at;
    }

    private static Dictionary<string, HashSet<DateOnly>> Intersect(
        Dictionary<string, HashSet<DateOnly>> first, Dictionary<string, HashSet<DateOnly>> second)
    {
        Dictionary<string, HashSet<DateOnly>> both = new(StringComparer.Ordinal);
        foreach ((string name, HashSet<DateOnly> days) in first)
        {
            if (second.TryGetValue(name, out HashSet<DateOnly>? others))
            {
                both.Add(name, [.. days.Intersect(others)]);
            }
        }

        return both;
    }
}
