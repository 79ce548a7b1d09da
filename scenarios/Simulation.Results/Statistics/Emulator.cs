using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Simulation.Results.Statistics;

/// <summary>
/// A fast stand-in for the model: a Gaussian process over a straight plane, fitted to the answers of runs already made
/// (Kennedy and O'Hagan 2001, Journal of the Royal Statistical Society B 63:425).
/// </summary>
/// <remarks>
/// Squared-exponential correlation with a length by parameter, which has the prior LogNormal(0, 1) on inputs scaled to
/// [−1, 1], and a nugget for chance. Trust it only where <see cref="LeaveOneOut"/> says so.
/// </remarks>
public sealed class Emulator
{
    // Just enough that the matrix keeps its factor; without noise, little enough that the emulator goes through every run.
    private const double Jitter = 1e-8;
    private const double NoiselessJitter = 1e-12;
    private const int Iterations = 250;

    private readonly double[][] inputs;
    private readonly Fit fit;
    private readonly double scale;
    private readonly double centre;

    private Emulator(double[][] inputs, double[] values, Fit fit, double centre, double scale)
    {
        this.inputs = inputs;
        this.fit = fit;
        this.centre = centre;
        this.scale = scale;
        LeaveOneOut = fit.LeaveOneOut(values);
    }

    /// <summary>How well each run is foretold by the others: the share within two standard deviations, and the typical error as a share of the answers' range.</summary>
    public (double Within, double Error) LeaveOneOut { get; }

    /// <summary>Whether it foretells well enough to be used.</summary>
    public bool Holds => LeaveOneOut is { Within: >= 0.9, Error: < 0.15 };

    /// <summary>Fits an emulator.</summary>
    /// <param name="points">Inputs in [0, 1]: <c>[run][parameter]</c>.</param>
    /// <param name="answers">The answer of each run.</param>
    /// <param name="noisy">Whether the answers carry chance; without it the emulator goes through every one.</param>
    /// <exception cref="ArgumentException">There are fewer runs than twice the parameters and three.</exception>
    public static Emulator Of(IReadOnlyList<double[]> points, IReadOnlyList<double> answers, bool noisy = true)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(answers);
        int dimensions = points[0].Length;
        if (points.Count < (2 * dimensions) + 3)
        {
            throw new ArgumentException($"{points.Count} runs are too few for {dimensions} parameters.", nameof(points));
        }

        double[][] x = [.. points.Select(p => p.Select(v => (2 * v) - 1).ToArray())];
        double centre = answers.Average();
        double scale = Math.Sqrt(answers.Average(v => (v - centre) * (v - centre)));
        double[] y = [.. answers.Select(v => scale > 0 ? (v - centre) / scale : 0)];
        double[]? best = null;
        double least = double.PositiveInfinity;
        double Cost(Vector<double> at)
        {
            double[] logs = [.. at];
            double cost = Math.Min(Fit.Of(x, y, logs, noisy)?.Cost ?? 1e10, 1e10);
            if (cost < least)
            {
                least = cost;
                best = logs;
            }

            return cost;
        }

        foreach (double start in (double[])[0, 1, -0.7])
        {
            Vector<double> from = Vector<double>.Build.Dense(dimensions + (noisy ? 1 : 0), i => i < dimensions ? start : -4);
            try
            {
                NelderMeadSimplex.Minimum(ObjectiveFunction.Value(Cost), from, 1e-5, Iterations);
            }
            catch (OptimizationException)
            {
                // The search ends at its number of steps; the best point that it has seen is kept in any case.
            }
        }

        Fit fit = Fit.Of(x, y, best ?? new double[dimensions + 1], noisy)
            ?? throw new ArgumentException("The runs' answers cannot be emulated.", nameof(answers));
        return new Emulator(x, y, fit, centre, scale);
    }

    /// <summary>The answer expected at a point, and the standard deviation of what is not known of it.</summary>
    /// <param name="point">Inputs in [0, 1].</param>
    public (double Mean, double Deviation) Predict(double[] point)
    {
        ArgumentNullException.ThrowIfNull(point);
        double[] x = [.. point.Select(v => (2 * v) - 1)];
        double[] k = [.. inputs.Select(i => fit.Correlation(i, x))];
        return (centre + (scale * fit.Mean(x, k)), scale * Math.Sqrt(Math.Max(0, fit.Variance(x, k))));
    }

    /// <summary>The expected answer alone, which takes a fraction of the time.</summary>
    /// <param name="point">Inputs in [0, 1].</param>
    public double Mean(double[] point)
    {
        ArgumentNullException.ThrowIfNull(point);
        double[] x = [.. point.Select(v => (2 * v) - 1)];
        return centre + (scale * fit.Mean(x, [.. inputs.Select(i => fit.Correlation(i, x))]));
    }

    /// <summary>The process with its lengths and nugget fixed: everything that follows from them.</summary>
    private sealed class Fit
    {
        private readonly double[] lengths;
        private readonly Cholesky factor;
        private readonly Cholesky plane;
        private readonly double[] beta;
        private readonly double[] weights;
        private readonly double[][] solvedBasis;
        private readonly double variance;

        private Fit(
            double[] lengths, Cholesky factor, Cholesky plane, double[] beta, double[] weights, double[][] solvedBasis, double variance, double cost)
        {
            this.lengths = lengths;
            this.factor = factor;
            this.plane = plane;
            this.beta = beta;
            this.weights = weights;
            this.solvedBasis = solvedBasis;
            this.variance = variance;
            Cost = cost;
        }

        /// <summary>Minus the logarithm of the posterior density, but for a constant.</summary>
        public double Cost { get; }

        public static Fit? Of(double[][] x, double[] y, double[] logs, bool noisy)
        {
            int n = x.Length;
            int dimensions = x[0].Length;
            double[] lengths = [.. logs.Take(dimensions).Select(Math.Exp)];
            double nugget = noisy ? Jitter + Math.Exp(logs[dimensions]) : NoiselessJitter;
            double[][] k = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, i + 1)
                .Select(j => Correlation(lengths, x[i], x[j]) + (i == j ? nugget : 0)).ToArray())];
            if (Cholesky.Of(k) is not { } factor)
            {
                return null;
            }

            double[][] basis = [.. Enumerable.Range(0, dimensions + 1).Select(c => x.Select(p => Basis(p, c)).ToArray())];
            double[][] solved = [.. basis.Select(factor.Solve)];
            double[][] gram = [.. basis.Select((b, i) => solved.Take(i + 1).Select(s => Dot(b, s)).ToArray())];
            if (Cholesky.Of(gram) is not { } plane)
            {
                return null;
            }

            double[] beta = plane.Solve([.. solved.Select(s => Dot(s, y))]);
            double[] residual = [.. x.Select((p, i) => y[i] - Plane(beta, p))];
            double[] weights = factor.Solve(residual);
            int freedom = n - dimensions - 1;
            double variance = Math.Max(Dot(residual, weights) / freedom, 1e-12);
            double prior = logs.Take(dimensions).Sum(l => l * l / 2);
            double cost = (0.5 * ((freedom * Math.Log(variance)) + factor.LogDeterminant + plane.LogDeterminant)) + prior;
            return new Fit(lengths, factor, plane, beta, weights, solved, variance, cost);
        }

        public double Correlation(double[] a, double[] b) => Correlation(lengths, a, b);

        public double Mean(double[] x, double[] k) => Plane(beta, x) + Dot(k, weights);

        public double Variance(double[] x, double[] k)
        {
            double[] half = factor.Forward(k);
            double[] left = plane.Forward([.. solvedBasis.Select((s, c) => Basis(x, c) - Dot(s, k))]);
            return variance * (1 - Dot(half, half) + Dot(left, left));
        }

        public (double Within, double Error) LeaveOneOut(double[] y)
        {
            // Q = K⁻¹ − K⁻¹H(HᵀK⁻¹H)⁻¹HᵀK⁻¹: leaving run i out moves its forecast by (Qy)ᵢ/Qᵢᵢ, with variance s²/Qᵢᵢ.
            int within = 0;
            double squares = 0;
            for (int i = 0; i < y.Length; i++)
            {
                double[] unit = new double[y.Length];
                unit[i] = 1;
                double[] half = factor.Forward(unit);
                double[] left = plane.Forward([.. solvedBasis.Select(s => s[i])]);
                double q = Dot(half, half) - Dot(left, left);
                double miss = weights[i] / q;
                squares += miss * miss;
                within += Math.Abs(miss) <= 2 * Math.Sqrt(variance / q) ? 1 : 0;
            }

            double range = y.Max() - y.Min();
            return ((double)within / y.Length, range > 0 ? Math.Sqrt(squares / y.Length) / range : 0);
        }

        private static double Correlation(double[] lengths, double[] a, double[] b)
        {
            double sum = 0;
            for (int i = 0; i < a.Length; i++)
            {
                double d = (a[i] - b[i]) / lengths[i];
                sum += d * d;
            }

            return Math.Exp(-0.5 * sum);
        }

        private static double Basis(double[] x, int column) => column == 0 ? 1 : x[column - 1];

        private static double Plane(double[] beta, double[] x)
        {
            double sum = beta[0];
            for (int i = 0; i < x.Length; i++)
            {
                sum += beta[i + 1] * x[i];
            }

            return sum;
        }

        private static double Dot(double[] a, double[] b)
        {
            double sum = 0;
            for (int i = 0; i < a.Length; i++)
            {
                sum += a[i] * b[i];
            }

            return sum;
        }
    }
}
