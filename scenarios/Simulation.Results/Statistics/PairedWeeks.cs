using Simulation.Engine.Observation;
using Simulation.Results.Indicators;

namespace Simulation.Results.Statistics;

/// <summary>Runs with different luck, week by week: the mean of each figure, and how sure the paired difference is.</summary>
public static class PairedWeeks
{
    /// <summary>The mean of each figure over runs; a figure that one of them lacks is left out.</summary>
    /// <param name="runs">The runs, one or more.</param>
    /// <param name="by">Stratification.</param>
    /// <param name="key">One indicator, or null for all.</param>
    public static IReadOnlyList<IndicatorRow> Means(IReadOnlyList<IRunFigures> runs, string by, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(runs);
        IReadOnlyList<IndicatorRow> first = runs[0].Read(by, key);
        if (runs.Count == 1)
        {
            return first;
        }

        List<Dictionary<Cell, IndicatorRow>> all = [.. runs.Select(run => ByCell(run.Read(by, key)))];
        return [.. first.Where(row => all.TrueForAll(run => run.ContainsKey(Cell.Of(row)))).Select(row => row with { Value = all.Average(run => run[Cell.Of(row)].Value) })];
    }

    /// <summary>
    /// Half the width of the 95 % range of each paired difference: rows whose value is the half-width and whose count is the
    /// number of pairs. Deprivation comes in fifths too (<c>1+2</c> to <c>9+10</c>), because a range cannot be joined afterwards.
    /// </summary>
    /// <param name="pairs">Runs with the same luck, two pairs or more.</param>
    /// <param name="by">Stratification.</param>
    /// <param name="key">One indicator, or null for all.</param>
    public static IReadOnlyList<IndicatorRow> HalfWidths(IReadOnlyList<(IRunFigures Baseline, IRunFigures Scenario)> pairs, string by, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        List<Dictionary<Cell, IndicatorRow>> before = [.. pairs.Select(pair => ByCell(Rows(pair.Baseline, by, key)))];
        List<Dictionary<Cell, IndicatorRow>> after = [.. pairs.Select(pair => ByCell(Rows(pair.Scenario, by, key)))];
        List<IndicatorRow> rows = [];
        foreach ((Cell cell, IndicatorRow row) in after[0])
        {
            PairedDifference[] differences =
            [
                .. pairs.Select((pair, i) => (pair, i)).Where(p => before[p.i].ContainsKey(cell) && after[p.i].ContainsKey(cell))
                    .Select(p => new PairedDifference(0, p.pair.Scenario.Manifest.Seed, before[p.i][cell].Value, after[p.i][cell].Value)),
            ];
            if (differences.Length == pairs.Count && PairedEstimate.Of(differences).Wide is { } range)
            {
                rows.Add(row with { Value = range.HalfWidth, Count = differences.Length });
            }
        }

        return rows;
    }

    private static IEnumerable<IndicatorRow> Rows(IRunFigures run, string by, string? key) =>
        by == Stratification.Deprivation ? run.Read(by, key).Concat(run.ReadFifths(key)) : run.Read(by, key);

    private static Dictionary<Cell, IndicatorRow> ByCell(IEnumerable<IndicatorRow> rows) => rows.ToDictionary(Cell.Of);

    private readonly record struct Cell(DateOnly Date, string Name, string Stratum)
    {
        public static Cell Of(IndicatorRow row) => new(row.Date, row.Name, row.Stratum);
    }
}
