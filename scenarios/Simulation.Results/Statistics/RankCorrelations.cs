using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Simulation.Results.Statistics;

/// <summary>How strongly one parameter drives an answer, the others held.</summary>
/// <param name="Correlation">Partial rank correlation, −1 to 1.</param>
/// <param name="Probability">Two-sided probability of a correlation as strong with no relation.</param>
public readonly record struct PartialCorrelation(double Correlation, double Probability);

/// <summary>
/// Partial rank correlation coefficients (PRCC): what matters, for free, from the draws of a study. For monotone effects only
/// (Marino et al. 2008, Journal of Theoretical Biology 254:178).
/// </summary>
public static class RankCorrelations
{
    /// <summary>Fewer draws than this by parameter say too little.</summary>
    public const int LeastDrawsByParameter = 3;

    /// <summary>The correlation of each parameter with the answer.</summary>
    /// <param name="parameters">Values: <c>[parameter][draw]</c>.</param>
    /// <param name="answer">The answer in each draw.</param>
    /// <returns>One by parameter; NaN for a parameter that does not vary, for all when there are too few draws or the answer does not vary.</returns>
    public static PartialCorrelation[] Of(IReadOnlyList<IReadOnlyList<double>> parameters, IReadOnlyList<double> answer)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(answer);
        PartialCorrelation[] found = [.. parameters.Select(_ => new PartialCorrelation(double.NaN, double.NaN))];
        int[] varying = [.. Enumerable.Range(0, parameters.Count).Where(i => parameters[i].Distinct().Skip(1).Any())];
        int freedom = answer.Count - 2 - (varying.Length - 1);
        if (varying.Length == 0 || freedom < 1 || answer.Count < LeastDrawsByParameter * varying.Length || !answer.Distinct().Skip(1).Any())
        {
            return found;
        }

        double[][] ranks = [.. varying.Select(i => Ranks(parameters[i])), Ranks(answer)];
        Matrix<double> correlation = Matrix<double>.Build.Dense(ranks.Length, ranks.Length, (i, j) => Correlation(ranks[i], ranks[j]));

        // Two parameters that always go together make the matrix singular; the pseudo-inverse shares between them.
        Matrix<double> inverse = correlation.PseudoInverse();
        int y = ranks.Length - 1;
        for (int i = 0; i < varying.Length; i++)
        {
            double r = Math.Clamp(-inverse[i, y] / Math.Sqrt(inverse[i, i] * inverse[y, y]), -1, 1);
            double t = Math.Abs(r) * Math.Sqrt(freedom / Math.Max(1 - (r * r), 1e-15));
            found[varying[i]] = new PartialCorrelation(r, 2 * StudentT.CDF(0, 1, freedom, -t));
        }

        return found;
    }

    /// <summary>Ranks from 1; equal values share the mean of theirs.</summary>
    private static double[] Ranks(IReadOnlyList<double> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        double[] ranks = new double[values.Count];
        for (int from = 0; from < order.Length;)
        {
            int to = from;
            while (to < order.Length && values[order[to]] == values[order[from]])
            {
                to++;
            }

            for (int i = from; i < to; i++)
            {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }

            from = to;
        }

        return ranks;
    }

    private static double Correlation(double[] a, double[] b)
    {
        double ma = a.Average();
        double mb = b.Average();
        double ab = 0, aa = 0, bb = 0;
        for (int i = 0; i < a.Length; i++)
        {
            ab += (a[i] - ma) * (b[i] - mb);
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
        }

        return ab / Math.Sqrt(aa * bb);
    }
}
