using System.Runtime.InteropServices;
using Simulation.Engine.Observation;

namespace Simulation.Results.Indicators;

/// <summary>
/// Where counts become figures: every ratio, every slope, every fifth and every spread over deprivation is formed here and
/// nowhere else. Counts of several weeks or strata are summed first and divided once.
/// </summary>
public static partial class Figures
{
    private const int Deciles = 10;

    /// <summary>The ratio that an indicator is of some counts; null when there was nobody to measure.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="counts">Counts of a week, or their sum over <paramref name="weeks"/>.</param>
    /// <param name="weeks">Weeks summed.</param>
    public static Figure? Ratio(Indicator indicator, in Tally counts, int weeks = 1)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        long below = counts.Sum(indicator.Denominator);
        return below == 0 ? null : new Figure(counts.Sum(indicator.Numerator) / (double)indicator.Per / below, (double)counts.Sum(indicator.RestsOn) / weeks);
    }

    /// <summary>The figures of one week, by indicator, then stratum.</summary>
    public static IReadOnlyList<IndicatorRow> OfWeek(WeekCounts week)
    {
        List<StratumWeek> counts = new(week.Strata.Count);
        for (int i = 0; i < week.Strata.Count; i++)
        {
            counts.Add(new StratumWeek(week.Date, week.Strata[i], week.Tallies[i]));
        }

        Hierarchies hierarchies = new(counts);
        List<IndicatorRow> rows = [];
        AddRows(rows, week.Indicators, CollectionsMarshal.AsSpan(counts), hierarchies);
        return rows;
    }

    /// <summary>Figures by date, then indicator, then stratum.</summary>
    /// <param name="run">The run.</param>
    /// <param name="by">Stratification, e.g. <c>all</c> or <c>neighbourhood</c>.</param>
    /// <param name="key">One indicator, or null for all.</param>
    /// <param name="from">First date, or null for the start.</param>
    /// <param name="to">Last date, or null for the end.</param>
    public static IReadOnlyList<IndicatorRow> Read(this IRunFigures run, string by, string? key = null, DateOnly? from = null, DateOnly? to = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        Indicator[] wanted = [.. run.Indicators.Where(i => key is null || i.Key == key)];
        StratumWeek[] counts = [.. run.Counts(by, from, to)];
        Hierarchies hierarchies = wanted.Any(i => i.Form == IndicatorForm.Slope) ? new(Groups(run, by, from, to)) : Hierarchies.None;
        List<IndicatorRow> rows = [];
        for (int start = 0; start < counts.Length;)
        {
            int end = start;
            while (end < counts.Length && counts[end].Date == counts[start].Date)
            {
                end++;
            }

            AddRows(rows, wanted, counts.AsSpan(start, end - start), hierarchies);
            start = end;
        }

        return rows;
    }

    /// <summary>Keys of the strata of one kind, in the order of the run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="by">Stratification, e.g. <c>place</c>.</param>
    public static IReadOnlyList<string> StrataOf(this IRunFigures run, string by)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [.. run.Strata.Where(s => s.By == by).Select(s => s.Key)];
    }

    /// <summary>Figures of one stratification over some weeks, by (indicator, stratum): counts are summed, then divided.</summary>
    /// <param name="run">The run.</param>
    /// <param name="by">Stratification.</param>
    /// <param name="weeks">The weeks of each indicator wanted.</param>
    internal static IReadOnlyDictionary<(string Name, string Stratum), Figure> Over(IRunFigures run, string by, IReadOnlyDictionary<string, HashSet<DateOnly>> weeks)
    {
        DateOnly first = weeks.Values.SelectMany(d => d).DefaultIfEmpty().Min();
        DateOnly last = weeks.Values.SelectMany(d => d).DefaultIfEmpty().Max();
        return Over(run.Indicators, run.Counts(by, first, last), Groups(run, by, first, last), weeks);
    }

    /// <summary>Figures over some weeks from counts that are read already, by (indicator, stratum).</summary>
    /// <param name="indicators">The run's indicators.</param>
    /// <param name="counts">Counts of one stratification, of these weeks and perhaps others.</param>
    /// <param name="groups">What <see cref="Groups"/> gives for it.</param>
    /// <param name="weeks">The weeks of each indicator wanted.</param>
    internal static IReadOnlyDictionary<(string Name, string Stratum), Figure> Over(
        IReadOnlyList<Indicator> indicators, IReadOnlyList<StratumWeek> counts, IReadOnlyList<StratumWeek> groups, IReadOnlyDictionary<string, HashSet<DateOnly>> weeks)
    {
        // Most indicators are asked for over the same weeks, which are summed once.
        List<(HashSet<DateOnly> Days, List<StratumWeek> Sums, Lazy<Hierarchies> Slopes)> spells = [];
        Dictionary<(string Name, string Stratum), Figure> figures = [];
        foreach (Indicator indicator in indicators)
        {
            if (!weeks.TryGetValue(indicator.Key, out HashSet<DateOnly>? days) || days.Count == 0)
            {
                continue;
            }

            int at = spells.FindIndex(s => s.Days.SetEquals(days));
            if (at < 0)
            {
                at = spells.Count;
                spells.Add((days, Sum(counts, days), new(() => new Hierarchies(Sum(groups, days)))));
            }

            Hierarchies hierarchies = indicator.Form == IndicatorForm.Slope ? spells[at].Slopes.Value : Hierarchies.None;
            foreach (StratumWeek sum in spells[at].Sums)
            {
                if (Form(indicator, sum, hierarchies, days.Count) is { } figure)
                {
                    figures.Add((indicator.Key, sum.Stratum.Key), figure);
                }
            }
        }

        return figures;
    }

    private static void AddRows(List<IndicatorRow> rows, IEnumerable<Indicator> indicators, ReadOnlySpan<StratumWeek> week, Hierarchies hierarchies)
    {
        foreach (Indicator indicator in indicators)
        {
            foreach (ref readonly StratumWeek counts in week)
            {
                if (Form(indicator, counts, hierarchies, 1) is { } figure)
                {
                    rows.Add(new IndicatorRow(counts.Date, indicator.Key, counts.Stratum.By, counts.Stratum.Key, figure.Value, (long)figure.Count));
                }
            }
        }
    }

    private static Figure? Form(Indicator indicator, in StratumWeek counts, Hierarchies hierarchies, int weeks)
    {
        if (Ratio(indicator, counts.Tally, weeks) is not { } ratio)
        {
            return null;
        }

        if (indicator.Form == IndicatorForm.Ratio)
        {
            return ratio;
        }

        double slope = hierarchies.Of(indicator, counts.Date, counts.Stratum) is { } groups ? Slope(groups) : double.NaN;
        return double.IsNaN(slope) ? null : ratio with { Value = slope };
    }

    /// <summary>Counts of the groups over which the slopes of a stratification are formed: none where there is no such slope.</summary>
    internal static IReadOnlyList<StratumWeek> Groups(IRunFigures run, string by, DateOnly? from = null, DateOnly? to = null) => by switch
    {
        Stratification.Everybody => run.Counts(Stratification.Deprivation, from, to, OfSlopes(run.Indicators)),
        Stratification.Place => run.Counts(Stratification.PlaceDeprivation, from, to, OfSlopes(run.Indicators)),
        _ => [],
    };

    private static CountKey[] OfSlopes(IEnumerable<Indicator> indicators) =>
        [.. indicators.Where(i => i.Form == IndicatorForm.Slope).SelectMany(i => i.Numerator.Concat(i.Denominator).Concat(i.RestsOn)).Distinct()];

    private static List<StratumWeek> Sum(IReadOnlyList<StratumWeek> counts, HashSet<DateOnly> days)
    {
        List<Stratum> strata = [];
        List<Tally> sums = [];
        Dictionary<Stratum, int> at = new(ReferenceEqualityComparer.Instance);
        foreach (StratumWeek week in counts)
        {
            if (!days.Contains(week.Date))
            {
                continue;
            }

            if (!at.TryGetValue(week.Stratum, out int i))
            {
                at.Add(week.Stratum, i = sums.Count);
                strata.Add(week.Stratum);
                sums.Add(default);
            }

            CollectionsMarshal.AsSpan(sums)[i].Add(week.Tally);
        }

        return [.. strata.Select((stratum, i) => new StratumWeek(default, stratum, sums[i]))];
    }

    /// <summary>Deciles of everybody and of places.</summary>
    private sealed class Hierarchies(IEnumerable<StratumWeek> counts)
    {
        private readonly ILookup<(DateOnly Date, string? Place), StratumWeek> deciles = counts
            .Where(c => c.Stratum.By is Stratification.Deprivation or Stratification.PlaceDeprivation)
            .ToLookup(c => (c.Date, c.Stratum.Place));

        /// <summary>No slopes are asked for.</summary>
        public static Hierarchies None { get; } = new([]);

        /// <summary>The groups over which a stratum's slope is formed, least deprived first; null when it has none.</summary>
        public GroupFigure[]? Of(Indicator indicator, DateOnly date, Stratum stratum)
        {
            if (stratum.By is not (Stratification.Everybody or Stratification.Place) || !deciles.Contains((date, stratum.Place)))
            {
                return null;
            }

            GroupFigure[] groups = new GroupFigure[Deciles];
            foreach (StratumWeek week in deciles[(date, stratum.Place)])
            {
                if (Ratio(indicator, week.Tally) is { } figure)
                {
                    groups[Deciles - week.Stratum.Decile!.Value] = new GroupFigure(figure.Count, figure.Value);
                }
            }

            return groups;
        }
    }
}
