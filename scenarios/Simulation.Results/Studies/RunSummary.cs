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
    private const string Neighbourhood = "neighbourhood";

    private readonly Dictionary<(string Name, string By, string Stratum, int Year), (double Sum, double Weight, int Weeks)> sums = [];
    private readonly Dictionary<string, List<string>> strata = new(StringComparer.Ordinal);

    private RunSummary()
    {
    }

    /// <summary>Years of the horizon, counted from its first day; the last may be shorter than the others.</summary>
    public int Years { get; private set; } = 1;

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
        RunSummary summary = new();
        DateOnly start = run.Manifest.Start;
        DateOnly last = start;
        foreach (string by in (string[])["all", .. stratifications])
        {
            summary.strata.Add(by, [.. run.Strata(by)]);
            foreach (IndicatorRow row in run.Read(by))
            {
                if (by == "all" && row.Date > last)
                {
                    last = row.Date;
                }

                if (row.Count <= 0 || !double.IsFinite(row.Value))
                {
                    continue;
                }

                if (by != Neighbourhood)
                {
                    summary.Add(row, 1 + ((row.Date.DayNumber - start.DayNumber) / DaysOfYear));
                }

                if (last.DayNumber - row.Date.DayNumber < DaysOfYear && by != "all")
                {
                    summary.Add(row, LastYear);
                }
            }

            if (by == "all")
            {
                // The last date is known only now.
                foreach (IndicatorRow row in run.Read(by, from: last.AddDays(1 - DaysOfYear)).Where(r => r.Count > 0 && double.IsFinite(r.Value)))
                {
                    summary.Add(row, LastYear);
                }
            }
        }

        summary.Indicators = [.. summary.sums.Keys.Where(k => k.By == "all").Select(k => k.Name).Distinct()];
        summary.Years = summary.sums.Keys.Max(k => (int?)k.Year) ?? 1;
        return summary;
    }

    /// <summary>An indicator of one stratum in one year; null where there was nobody to measure.</summary>
    /// <param name="name">Indicator.</param>
    /// <param name="by">Stratification, <c>all</c> for everybody.</param>
    /// <param name="stratum">Stratum, <c>all</c> for everybody.</param>
    /// <param name="year">Year of the horizon from 1, or <see cref="LastYear"/>.</param>
    public Figure? Find(string name, string by, string stratum, int year) =>
        sums.TryGetValue((name, by, stratum, year), out (double Sum, double Weight, int Weeks) found)
            ? new Figure(found.Sum / found.Weight, found.Weight / found.Weeks)
            : null;

    private void Add(in IndicatorRow row, int year)
    {
        ref (double Sum, double Weight, int Weeks) sum = ref System.Runtime.InteropServices.CollectionsMarshal
            .GetValueRefOrAddDefault(sums, (row.Name, row.By, row.Stratum, year), out _);
        sum = (sum.Sum + (row.Value * row.Count), sum.Weight + row.Count, sum.Weeks + 1);
    }
}
