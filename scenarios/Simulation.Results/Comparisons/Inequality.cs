using Simulation.Results.Indicators;

namespace Simulation.Results.Comparisons;

/// <summary>How an outcome is spread over a hierarchy of groups.</summary>
/// <remarks>
/// Person-weighted; <see cref="Figures.Slope"/> says over what the slope is taken.
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

        double mean = WeightedMean(groups);
        double slope = Figures.Slope([.. groups]);
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
