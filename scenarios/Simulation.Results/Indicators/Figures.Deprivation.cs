using Simulation.Engine.Observation;

namespace Simulation.Results.Indicators;

/// <content>What is formed over deprivation.</content>
public static partial class Figures
{
    /// <summary>
    /// The slope index of inequality: the person-weighted least-squares slope of the value on the ridit of the groups (the
    /// cumulative share of residents up to a group's midpoint, 0 the least, 1 the most deprived end). NaN with fewer than two
    /// groups that have people. Mackenbach and Kunst 1997, Social Science &amp; Medicine 44:757.
    /// </summary>
    /// <param name="groups">Groups from the least to the most deprived.</param>
    public static double Slope(ReadOnlySpan<GroupFigure> groups)
    {
        double total = 0;
        double mean = 0;
        for (int k = groups.Length - 1; k >= 0; k--)
        {
            total += groups[k].Count;
            mean += groups[k].Count > 0 ? groups[k].Count * groups[k].Value : 0;
        }

        mean /= total;
        double below = 0;
        double covariance = 0;
        double variance = 0;
        foreach (GroupFigure group in groups)
        {
            double ridit = (below + (group.Count / 2)) / total;
            below += group.Count;
            if (group.Count > 0)
            {
                // The mean ridit is a half whatever the sizes of the groups: Σ nₖ·midpointₖ is half the square of the total.
                covariance += group.Count * (ridit - 0.5) * (group.Value - mean);
                variance += group.Count * (ridit - 0.5) * (ridit - 0.5);
            }
        }

        return variance > 0 ? covariance / variance : double.NaN;
    }

    /// <summary>How an outcome is spread over a hierarchy.</summary>
    /// <param name="groups">Groups from least to most deprived, of any number; the fifths are the fifths of the list (deciles 1–2 and 9–10 of ten).</param>
    /// <exception cref="ArgumentException">There are fewer than two groups with residents.</exception>
    public static Inequality Spread(IReadOnlyList<GroupFigure> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count(g => g.Count > 0) < 2)
        {
            throw new ArgumentException("Inequality needs at least two groups with residents.", nameof(groups));
        }

        double mean = Joined(groups).Value;
        double slope = Slope([.. groups]);
        double top = mean + (slope / 2);
        double bottom = mean - (slope / 2);
        int fifth = Math.Max(1, groups.Count / 5);
        GroupFigure mostDeprived = Joined(groups.Skip(groups.Count - fifth));
        GroupFigure leastDeprived = Joined(groups.Take(fifth));
        return new Inequality(
            mean,
            slope,
            mean == 0 ? double.NaN : slope / mean,
            bottom > 0 && top > 0 ? top / bottom : double.NaN,
            mostDeprived.Value - leastDeprived.Value,
            mostDeprived.Value,
            leastDeprived.Value,
            mostDeprived.Count,
            leastDeprived.Count);
    }

    /// <summary>Groups as one: their residents, and the mean outcome of these; NaN where nobody is.</summary>
    /// <param name="groups">The groups.</param>
    public static GroupFigure Joined(IEnumerable<GroupFigure> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        double sum = 0;
        double count = 0;
        foreach (GroupFigure group in groups.Where(g => g.Count > 0))
        {
            sum += group.Count * group.Value;
            count += group.Count;
        }

        return new GroupFigure(count, count == 0 ? double.NaN : sum / count);
    }

    /// <summary>Figures of the fifths of deprivation, <c>1+2</c> to <c>9+10</c> (deciles), by date, then indicator, then fifth.</summary>
    /// <param name="run">The run.</param>
    /// <param name="key">One indicator, or null for all.</param>
    public static IReadOnlyList<IndicatorRow> ReadFifths(this IRunFigures run, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        Indicator[] wanted = [.. run.Indicators.Where(i => (key is null || i.Key == key) && i.Form == IndicatorForm.Ratio)];
        List<IndicatorRow> rows = [];
        foreach (IGrouping<DateOnly, StratumWeek> week in run.Counts(Stratification.Deprivation).GroupBy(c => c.Date))
        {
            StratumWeek[] fifths = [.. week.GroupBy(c => (c.Stratum.Decile!.Value + 1) / 2).OrderBy(f => f.Key).Select(f => Joined(f.Key, f))];
            AddRows(rows, wanted, fifths, new Hierarchies([]));
        }

        return rows;
    }

    private static StratumWeek Joined(int fifth, IEnumerable<StratumWeek> deciles)
    {
        Tally sum = default;
        DateOnly date = default;
        foreach (StratumWeek decile in deciles)
        {
            sum.Add(decile.Tally);
            date = decile.Date;
        }

        return new StratumWeek(date, new Stratum(Stratification.Deprivation, $"{(2 * fifth) - 1}+{2 * fifth}", $"deciles {(2 * fifth) - 1} and {2 * fifth}"), sum);
    }
}
