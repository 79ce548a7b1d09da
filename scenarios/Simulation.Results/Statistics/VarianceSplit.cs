namespace Simulation.Results.Statistics;

/// <summary>How much of the spread of differences is chance, and how much is what the studies leave open.</summary>
/// <remarks>
/// One-way components of variance: Δ = μ + a(draw) + e(draw, seed). The estimates by the method of moments allow for draws
/// with unequal numbers of seeds (Searle, Casella and McCulloch, Variance Components, 1992, § 3.6). Seeds are nested in
/// draws: with the same seeds in every draw, chance would be common to all of them and could not be seen.
/// </remarks>
/// <param name="Mean">Mean of the draws' means.</param>
/// <param name="Chance">σ²: variance between seeds within a draw; NaN when no draw has two seeds.</param>
/// <param name="Parameters">τ²: variance between the draws' true differences; with <see cref="Chance"/> unknown, all of the spread; NaN with fewer than two draws.</param>
/// <param name="Draws">Number of draws.</param>
/// <param name="Pairs">Number of pairs of runs.</param>
public sealed record VarianceSplit(double Mean, double Chance, double Parameters, int Draws, int Pairs)
{
    /// <summary>Chance as a share of the spread of one realised future; NaN where either part is unknown, 0 where nothing varies.</summary>
    public double ChanceShare => Chance + Parameters == 0 ? 0 : Chance / (Chance + Parameters);

    /// <summary>Splits the spread of <paramref name="differences"/>.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static VarianceSplit Of(IReadOnlyList<PairedDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        if (differences.Count == 0)
        {
            throw new ArgumentException("There is no pair of runs to measure.", nameof(differences));
        }

        double[][] draws = [.. differences.GroupBy(d => d.Draw).OrderBy(g => g.Key).Select(g => g.Select(d => d.Value).ToArray())];
        int n = differences.Count;
        int p = draws.Length;
        double[] means = [.. draws.Select(d => d.Average())];
        double within = draws.Zip(means, (d, m) => d.Sum(v => (v - m) * (v - m))).Sum();
        double chance = n > p ? within / (n - p) : double.NaN;
        double parameters = double.NaN;
        if (p > 1)
        {
            double grand = differences.Average(d => d.Value);
            double between = draws.Zip(means, (d, m) => d.Length * (m - grand) * (m - grand)).Sum() / (p - 1);
            double size = (n - (draws.Sum(d => (double)d.Length * d.Length) / n)) / (p - 1);
            parameters = Math.Max(0, (between - (double.IsNaN(chance) ? 0 : chance)) / size);
        }

        return new VarianceSplit(means.Average(), chance, parameters, p, n);
    }
}
