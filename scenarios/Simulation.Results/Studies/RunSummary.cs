using Simulation.Engine.Observation;
using Simulation.Results.Indicators;

namespace Simulation.Results.Studies;

/// <summary>A run in little: every indicator by stratum and year, as sums with what they rest on.</summary>
/// <remarks>
/// Rates are formed after adding up, never before, and over the years as over the strata: a week weighs what it rests on.
/// </remarks>
public sealed class RunSummary
{
    /// <summary>The last 52 weeks, or the whole run when it is shorter: what a headline stands for.</summary>
    public const int LastYear = 0;

    private const int DaysOfYear = 364;

    private readonly Dictionary<(string Name, string By, string Stratum, int Year), Figure> figures = [];
    private readonly Dictionary<string, List<string>> strata = new(StringComparer.Ordinal);

    private readonly Window window;

    private RunSummary(Window window) => this.window = window;

    /// <summary>Years of the horizon, counted from its first day; the last may be shorter than the others.</summary>
    public int Years { get; private set; } = 1;

    /// <summary>Residents of the region for each one simulated; 1 when all are.</summary>
    public double Scale { get; private init; } = 1;

    /// <summary>Indicators recorded.</summary>
    public IReadOnlyList<string> Indicators { get; private set; } = [];

    /// <summary>The strata of one kind, in the order in which the run recorded them.</summary>
    public IReadOnlyList<string> Strata(string by) => strata.TryGetValue(by, out List<string>? known) ? known : [];

    /// <summary>Sums a run up.</summary>
    /// <param name="run">The run.</param>
    /// <param name="stratifications">What it is broken down by, besides everybody; neighbourhoods are kept for the last year only.</param>
    public static RunSummary Of(IRunFigures run, IReadOnlyList<string> stratifications)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(stratifications);
        RunSummary summary = new(Window.Last([run])) { Scale = run.Manifest.Scale };
        DateOnly start = run.Manifest.Start;
        IReadOnlyList<IndicatorRow> rows = run.Read(Stratification.Everybody);
        DateOnly last = rows.Select(r => r.Date).DefaultIfEmpty(start).Max();
        int YearOf(DateOnly date) => 1 + ((date.DayNumber - start.DayNumber) / DaysOfYear);
        foreach (string by in (string[])[Stratification.Everybody, .. stratifications])
        {
            summary.strata.Add(by, [.. run.StrataOf(by)]);
            DateOnly? from = by == Stratification.Neighbourhood ? last.AddDays(1 - DaysOfYear) : null;
            Counted counted = new(run.Indicators, by, run.Counts(by, from), Figures.Groups(run, by, from));
            summary.Add(counted, LastYear, rows.Where(r => last.DayNumber - r.Date.DayNumber < DaysOfYear));
            if (by != Stratification.Neighbourhood)
            {
                foreach (IGrouping<int, IndicatorRow> year in rows.GroupBy(r => YearOf(r.Date)))
                {
                    summary.Add(counted, year.Key, year);
                }
            }
        }

        summary.Indicators = [.. rows.Select(r => r.Name).Distinct()];
        summary.Years = rows.Count == 0 ? 1 : YearOf(last);
        return summary;
    }

    /// <summary>An indicator of one stratum in one year; null where there was nobody to measure.</summary>
    /// <param name="name">Indicator.</param>
    /// <param name="by">Stratification, <c>all</c> for everybody.</param>
    /// <param name="stratum">Stratum, <c>all</c> for everybody.</param>
    /// <param name="year">Year of the horizon from 1, or <see cref="LastYear"/>.</param>
    public Figure? Find(string name, string by, string stratum, int year) =>
        figures.TryGetValue((name, by, stratum, year), out Figure found) ? found : null;

    /// <summary>Days of a week on which an indicator counts each resident: above 1 where it counts trips.</summary>
    public double DaysAWeek(string name) => window.DaysAWeek(name);

    private void Add(Counted counted, int year, IEnumerable<IndicatorRow> rows)
    {
        Dictionary<string, HashSet<DateOnly>> weeks = rows.GroupBy(r => r.Name).ToDictionary(g => g.Key, g => g.Select(r => r.Date).ToHashSet());
        foreach (((string name, string stratum), Figure figure) in Figures.Over(counted.Indicators, counted.Counts, counted.Groups, weeks))
        {
            figures.Add((name, counted.By, stratum, year), figure);
        }
    }

    // A stratification is read once for all years.
    private sealed record Counted(IReadOnlyList<Indicator> Indicators, string By, IReadOnlyList<StratumWeek> Counts, IReadOnlyList<StratumWeek> Groups);
}
