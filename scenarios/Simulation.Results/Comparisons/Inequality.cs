namespace Simulation.Results.Comparisons;

/// <summary>One group of the hierarchy.</summary>
/// <param name="Count">Residents in it.</param>
/// <param name="Value">Their mean outcome, e.g. the share inactive.</param>
public readonly record struct GroupFigure(double Count, double Value);

/// <summary>How an outcome is spread over a hierarchy of groups.</summary>
/// <remarks>
/// Person-weighted. The ridit of a group is the cumulative share of residents up to its midpoint, 0 = least deprived end,
/// 1 = most deprived end; the slope is the weighted least-squares slope of the outcome on the ridit (Mackenbach and Kunst
/// 1997, Social Science &amp; Medicine 44:757, the form used by IMPACT_NCD England).
/// </remarks>
/// <param name="Mean">Mean over everybody.</param>
/// <param name="Slope">Slope index of inequality: fitted value at the most deprived end less that at the least deprived end.</param>
/// <param name="Relative">Relative index: the slope over the mean; NaN when the mean is 0.</param>
/// <param name="Ratio">Fitted value at the most deprived end over that at the least deprived end; NaN when the line crosses zero.</param>
/// <param name="Gap">Most deprived fifth less least deprived fifth.</param>
/// <param name="MostDeprived">Outcome in the most deprived fifth.</param>
/// <param name="LeastDeprived">Outcome in the least deprived fifth.</param>
/// <param name="MostDeprivedCount">Residents in the most deprived fifth.</param>
public sealed record Inequality(
    double Mean, double Slope, double Relative, double Ratio, double Gap, double MostDeprived, double LeastDeprived, double MostDeprivedCount)
{
    /// <summary>Measures a hierarchy.</summary>
    /// <param name="groups">Groups from least to most deprived, of any number; the fifths are the fifths of the list (deciles 1–2 and 9–10 of ten).</param>
    /// <exception cref="ArgumentException">There are fewer than two groups with residents.</exception>
    public static Inequality Measure(IReadOnlyList<GroupFigure> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count(g => g.Count > 0) < 2)
        {
            throw new ArgumentException("Inequality needs at least two groups with residents.", nameof(groups));
        }

        double total = groups.Sum(g => g.Count);
        double mean = WeightedMean(groups);
        // The mean ridit is a half whatever the sizes of the groups: Σ nₖ·midpointₖ is half the square of the total.
        const double MeanRidit = 0.5;
        double below = 0;
        double covariance = 0;
        double variance = 0;
        foreach (GroupFigure group in groups.Where(g => g.Count > 0))
        {
            double deviation = ((below + (group.Count / 2)) / total) - MeanRidit;
            below += group.Count;
            covariance += group.Count * deviation * (group.Value - mean);
            variance += group.Count * deviation * deviation;
        }

        double slope = covariance / variance;
        double top = mean + (slope / 2);
        double bottom = mean - (slope / 2);
        int fifth = Math.Max(1, groups.Count / 5);
        List<GroupFigure> most = [.. groups.Skip(groups.Count - fifth)];
        double mostDeprived = WeightedMean(most);
        double leastDeprived = WeightedMean([.. groups.Take(fifth)]);
        return new Inequality(
            mean,
            slope,
            mean == 0 ? double.NaN : slope / mean,
            bottom > 0 && top > 0 ? top / bottom : double.NaN,
            mostDeprived - leastDeprived,
            mostDeprived,
            leastDeprived,
            most.Sum(g => g.Count));
    }

    private static double WeightedMean(IReadOnlyList<GroupFigure> groups)
    {
        double sum = 0;
        double count = 0;
        foreach (GroupFigure group in groups.Where(g => g.Count > 0))
        {
            sum += group.Count * group.Value;
            count += group.Count;
        }

        return count == 0 ? double.NaN : sum / count;
    }
}
