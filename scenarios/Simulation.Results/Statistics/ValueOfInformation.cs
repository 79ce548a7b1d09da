using MathNet.Numerics.LinearAlgebra;

namespace Simulation.Results.Statistics;

/// <summary>What knowing more would be worth before choosing among options, from draws already run.</summary>
/// <remarks>
/// Any benefit will do, larger being better: pounds of net benefit, or residents active. The value for single parameters
/// needs no runs inside runs: it regresses the benefit on the parameter (Strong, Oakley and Brennan 2014, Medical Decision
/// Making 34:311), here on a natural cubic spline.
/// </remarks>
public static class ValueOfInformation
{
    private const int Knots = 4;

    /// <summary>Expected value of perfect information: the mean of the best choice in each draw less the best choice on average.</summary>
    /// <param name="benefits">Benefit: <c>[option][draw]</c>. Doing nothing is an option of zeros.</param>
    public static double Perfect(IReadOnlyList<IReadOnlyList<double>> benefits)
    {
        ArgumentNullException.ThrowIfNull(benefits);
        int draws = benefits[0].Count;
        double informed = 0;
        for (int draw = 0; draw < draws; draw++)
        {
            informed += benefits.Max(option => option[draw]);
        }

        return Math.Max(0, (informed / draws) - benefits.Max(option => option.Average()));
    }

    /// <summary>Expected value of knowing one parameter exactly.</summary>
    /// <param name="benefits">Benefit: <c>[option][draw]</c>.</param>
    /// <param name="parameter">The parameter's value in each draw.</param>
    public static double Partial(IReadOnlyList<IReadOnlyList<double>> benefits, IReadOnlyList<double> parameter)
    {
        ArgumentNullException.ThrowIfNull(benefits);
        ArgumentNullException.ThrowIfNull(parameter);
        if (!parameter.Distinct().Skip(1).Any())
        {
            return 0;
        }

        Matrix<double> basis = NaturalSpline(parameter);
        return Perfect([.. benefits.Select(option =>
            (IReadOnlyList<double>)(basis * basis.Svd().Solve(Vector<double>.Build.DenseOfEnumerable(option))).ToArray())]);
    }

    /// <summary>How often an option is the best.</summary>
    public static double[] ProbabilityBest(IReadOnlyList<IReadOnlyList<double>> benefits)
    {
        ArgumentNullException.ThrowIfNull(benefits);
        int draws = benefits[0].Count;
        double[] best = new double[benefits.Count];
        for (int draw = 0; draw < draws; draw++)
        {
            double most = benefits.Max(option => option[draw]);
            int[] tied = [.. Enumerable.Range(0, best.Length).Where(o => benefits[o][draw] == most)];
            foreach (int option in tied)
            {
                best[option] += 1.0 / tied.Length / draws;
            }
        }

        return best;
    }

    /// <summary>Basis of a natural cubic spline with knots at quantiles (Hastie, Tibshirani and Friedman 2009, § 5.2.1).</summary>
    private static Matrix<double> NaturalSpline(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        double width = Math.Max(values.Max() - values.Min(), double.Epsilon);
        double[] x = [.. values.Select(v => (v - mean) / width)];
        double[] sorted = [.. x.Order()];
        double[] knots = [.. Enumerable.Range(0, Knots)
            .Select(k => sorted[(int)Math.Round((0.05 + (0.9 * k / (Knots - 1))) * (sorted.Length - 1))]).Distinct()];
        int columns = knots.Length < 3 ? 2 : knots.Length;
        return Matrix<double>.Build.Dense(x.Length, columns, (row, column) => column switch
        {
            0 => 1,
            1 => x[row],
            _ => Truncated(x[row], knots[column - 2], knots[^1]) - Truncated(x[row], knots[^2], knots[^1]),
        });
    }

    private static double Truncated(double x, double knot, double last)
    {
        static double Cube(double v) => v > 0 ? v * v * v : 0;
        return (Cube(x - knot) - Cube(x - last)) / (last - knot);
    }
}
