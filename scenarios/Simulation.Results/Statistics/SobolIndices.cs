using Simulation.Engine.Randomness;

namespace Simulation.Results.Statistics;

/// <summary>Shares of an answer's variance.</summary>
/// <param name="First">What each parameter explains alone.</param>
/// <param name="Total">What each explains with all others: 1 less what the others explain without it.</param>
/// <param name="Variance">The answer's variance.</param>
public sealed record SobolIndices(IReadOnlyList<double> First, IReadOnlyList<double> Total, double Variance)
{
    /// <summary>Estimates the indices of a function that costs little, such as an emulator.</summary>
    /// <remarks>
    /// Saltelli et al. 2010 (Computer Physics Communications 181:259) for the first order, Jansen for the total, on Latin
    /// hypercubes; the function is taken about its mean, without which the first-order estimator is needlessly rough.
    /// </remarks>
    /// <param name="function">The function, of points in [0, 1)ᵏ.</param>
    /// <param name="parameters">k.</param>
    /// <param name="points">Points of each of the two samples; the function is asked (k + 2) times as often.</param>
    /// <param name="seed">Address of the luck.</param>
    public static SobolIndices Of(Func<double[], double> function, int parameters, int points, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(function);
        double[][] sample = Hypercube(points, 2 * parameters, seed);
        double[] a = new double[points];
        double[] b = new double[points];
        for (int i = 0; i < points; i++)
        {
            a[i] = function(sample[i][..parameters]);
            b[i] = function(sample[i][parameters..]);
        }

        double mean = a.Concat(b).Average();
        double variance = a.Concat(b).Average(v => (v - mean) * (v - mean));
        double[] first = new double[parameters];
        double[] total = new double[parameters];
        for (int k = 0; k < parameters && variance > 0; k++)
        {
            double alone = 0;
            double together = 0;
            for (int i = 0; i < points; i++)
            {
                double[] mixed = sample[i][..parameters];
                mixed[k] = sample[i][parameters + k];
                double value = function(mixed);
                alone += (b[i] - mean) * (value - a[i]);
                together += (a[i] - value) * (a[i] - value);
            }

            first[k] = alone / points / variance;
            total[k] = together / (2.0 * points) / variance;
        }

        return new SobolIndices(first, total, variance);
    }

    /// <summary>Points whose every axis has one point in each of <paramref name="points"/> equal parts.</summary>
    private static double[][] Hypercube(int points, int axes, ulong seed)
    {
        double[][] sample = [.. Enumerable.Range(0, points).Select(_ => new double[axes])];
        int[] parts = new int[points];
        ulong[] keys = new ulong[points];
        for (int axis = 0; axis < axes; axis++)
        {
            ulong stream = SplitMix64.Mix(seed + ((ulong)(axis + 1) * SplitMix64.Golden));
            for (int i = 0; i < points; i++)
            {
                parts[i] = i;
                keys[i] = SplitMix64.Mix(stream ^ (ulong)i);
            }

            Array.Sort(keys, parts);
            for (int i = 0; i < points; i++)
            {
                sample[i][axis] = (parts[i] + SplitMix64.Unit(SplitMix64.Mix(keys[i] + SplitMix64.Golden))) / points;
            }
        }

        return sample;
    }
}
