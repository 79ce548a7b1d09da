using MathNet.Numerics.Distributions;
using Simulation.Results.Indicators;

namespace Simulation.Viewer.Replay;

/// <summary>What several pairs of runs with different luck say together: means, and how sure the differences are.</summary>
internal static class Uncertainty
{
    private const double Confidence = 0.95;
    private const string Deprivation = "deprivation";

    /// <summary>The mean of each figure over runs.</summary>
    /// <param name="runs">Rows of each run.</param>
    public static IEnumerable<IndicatorRow> Means(IReadOnlyList<IReadOnlyList<IndicatorRow>> runs)
    {
        if (runs.Count == 1)
        {
            return runs[0];
        }

        List<Dictionary<Key, IndicatorRow>> found = [.. runs.Select(ByKey)];
        return runs[0].Select(row => row with { Value = found.Average(run => run.TryGetValue(Key.Of(row), out IndicatorRow same) ? same.Value : double.NaN) });
    }

    /// <summary>
    /// Half the width of the 95 % interval on each difference: rows whose value is the half-width and whose count is the number
    /// of pairs. Deprivation comes in fifths too (<c>1+2</c> to <c>9+10</c>), because an interval cannot be joined afterwards.
    /// </summary>
    /// <param name="scenarios">Rows of each scenario run.</param>
    /// <param name="baselines">Rows of the baseline run with the same luck, in the same order.</param>
    public static IEnumerable<IndicatorRow> HalfWidths(
        IReadOnlyList<IReadOnlyList<IndicatorRow>> scenarios, IReadOnlyList<IReadOnlyList<IndicatorRow>> baselines)
    {
        List<Dictionary<Key, IndicatorRow>> after = [.. scenarios.Select(rows => ByKey([.. rows, .. Fifths(rows)]))];
        List<Dictionary<Key, IndicatorRow>> before = [.. baselines.Select(rows => ByKey([.. rows, .. Fifths(rows)]))];
        foreach ((Key key, IndicatorRow row) in after[0])
        {
            double[] differences = [.. after.Zip(before, (a, b) =>
                a.TryGetValue(key, out IndicatorRow x) && b.TryGetValue(key, out IndicatorRow y) ? x.Value - y.Value : double.NaN)];
            yield return row with { Value = HalfWidth(differences), Count = differences.Length };
        }
    }

    /// <summary>Half the width of the 95 % interval on a mean, by Student's t; NaN when a value is missing.</summary>
    public static double HalfWidth(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        double variance = values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
        double t = StudentT.InvCDF(0, 1, values.Count - 1, (1 + Confidence) / 2);
        return t * Math.Sqrt(variance / values.Count);
    }

    private static IEnumerable<IndicatorRow> Fifths(IEnumerable<IndicatorRow> rows) => rows
        .Where(row => row.By == Deprivation)
        .GroupBy(row => (row.Date, row.Name, Fifth: (int.Parse(row.Stratum, System.Globalization.CultureInfo.InvariantCulture) + 1) / 2))
        .Select(group => group.First() with
        {
            Stratum = $"{(2 * group.Key.Fifth) - 1}+{2 * group.Key.Fifth}",
            Value = group.Sum(row => row.Value * row.Count) / group.Sum(row => row.Count),
            Count = group.Sum(row => row.Count),
        });

    private static Dictionary<Key, IndicatorRow> ByKey(IEnumerable<IndicatorRow> rows) => rows.ToDictionary(Key.Of);

    private readonly record struct Key(DateOnly Date, string Name, string Stratum)
    {
        public static Key Of(IndicatorRow row) => new(row.Date, row.Name, row.Stratum);
    }
}
