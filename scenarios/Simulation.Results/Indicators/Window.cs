using Simulation.Engine.Observation;
using Simulation.Engine.Time;

namespace Simulation.Results.Indicators;

/// <summary>How long the weeks are that figures stand for.</summary>
public enum WindowLength : byte
{
    /// <summary>The last 52 weeks, or the whole run when it is shorter: every season weighs what it does in a year.</summary>
    Year,

    /// <summary>The last four weeks of school, the same for every indicator; the last four of all where no four were.</summary>
    FourWeeks,
}

/// <summary>The weeks that a figure stands for, indicator by indicator.</summary>
/// <remarks>
/// A horizon of a year from September ends in the summer holidays, when nobody goes to school and children move least. So
/// the last four weeks are the last four on end in which schools were open, for every indicator the same ones, and the year
/// is the usual choice.
/// </remarks>
public sealed class Window
{
    private const int FourWeeks = 4;
    private const int DaysOfYear = 364;
    private const int DaysOfWeek = 7;

    // A week in which most schools are shut says little of the others.
    private const double WeekOfTerm = 2;

    private readonly Dictionary<string, HashSet<DateOnly>> weeks;

    private readonly DateOnly start;

    private Window(Dictionary<string, HashSet<DateOnly>> weeks, WindowLength length, DateOnly start)
    {
        this.weeks = weeks;
        this.start = start;
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
            foreach (IndicatorRow row in run.Read(Stratification.Everybody))
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
        DateOnly end = length == WindowLength.FourWeeks ? EndOfTerm(common, last) : last;
        foreach ((string name, HashSet<DateOnly> days) in common)
        {
            // A figure that covers 28 days by itself is taken once, at the end of the four weeks; of those that cover a week, four are.
            common[name] = length == WindowLength.Year
                ? [.. days.Where(d => last.DayNumber - d.DayNumber < DaysOfYear)]
                : [.. days.Where(d => d <= end).OrderDescending().Take(Indicator.Find(name).Window == IndicatorWindow.FourWeeks ? 1 : FourWeeks)];
        }

        return new Window(common, length, runs.Select(r => r.Manifest.Start).DefaultIfEmpty().Max());
    }

    /// <summary>Indicators that can be compared, in printed order.</summary>
    public IReadOnlyList<string> Indicators =>
        [.. weeks.Where(w => w.Value.Count > 0).Select(w => w.Key).OrderBy(Order)];

    /// <summary>First and last day of all weeks of the window; null when nothing was measured.</summary>
    public (DateOnly First, DateOnly Last)? Span
    {
        get
        {
            DateOnly[] ends = [.. weeks.Values.SelectMany(d => d)];
            int days = ends.Length > 0 && Length == WindowLength.FourWeeks && weeks.Values.All(w => w.Count <= 1) ? 7 * FourWeeks : 7;
            return ends.Length == 0 ? null : (ends.Min().AddDays(1 - days), ends.Max());
        }
    }

    /// <summary>
    /// Days of a week, mean over the window, on which an indicator counts each of those it is about: school days for trips to
    /// school; seven for trips to work, which people make on any day; 1 for what is counted once.
    /// </summary>
    public double DaysAWeek(string name)
    {
        Indicator indicator = Indicator.Find(name);
        if (indicator.Of == "work days")
        {
            return DaysOfWeek;
        }

        if (indicator.Of != "pupil days")
        {
            return 1;
        }

        IReadOnlyList<DateOnly> ends = WeeksOf(name);
        return ends.Count == 0 ? 1 : Math.Max(1, ends.Sum(end => SchoolDays(end, start)) / ends.Count);
    }

    /// <summary>The weeks of an indicator, ascending.</summary>
    public IReadOnlyList<DateOnly> WeeksOf(string name) => weeks.TryGetValue(name, out HashSet<DateOnly>? days) ? [.. days.Order()] : [];

    /// <summary>Figures of one stratification over the window, by (indicator, stratum).</summary>
    /// <param name="run">The run.</param>
    /// <param name="by">Stratification.</param>
    public IReadOnlyDictionary<(string Name, string Stratum), Figure> Figures(IRunFigures run, string by)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Simulation.Results.Indicators.Figures.Over(run, by, weeks);
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

    /// <summary>The last day of the last four weeks on end that had school; of all weeks where no four had.</summary>
    private static DateOnly EndOfTerm(Dictionary<string, HashSet<DateOnly>> dates, DateOnly last)
    {
        HashSet<DateOnly> known = [.. dates.Values.SelectMany(d => d)];
        DateOnly first = known.DefaultIfEmpty().Min();
        for (DateOnly end = last; end.DayNumber - first.DayNumber >= (FourWeeks - 1) * DaysOfWeek; end = end.AddDays(-DaysOfWeek))
        {
            if (known.Contains(end) && Enumerable.Range(0, FourWeeks).All(week => SchoolDays(end.AddDays(-DaysOfWeek * week), DateOnly.MinValue) >= WeekOfTerm))
            {
                return end;
            }
        }

        return last;
    }

    /// <summary>School days of a week, mean of the councils: their terms differ.</summary>
    private static double SchoolDays(DateOnly end, DateOnly from) =>
        Enumerable.Range(0, DaysOfWeek).Select(day => end.AddDays(-day)).Where(day => day >= from)
            .Sum(day => SchoolCalendar.Councils.Count(council => SchoolCalendar.IsSchoolDay(council, day))) / (double)SchoolCalendar.Councils.Count;

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
