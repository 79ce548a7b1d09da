namespace Simulation.Results.Statistics;

/// <summary>
/// An interval that may be looked at after every pair of runs: it holds the mean at all times at once, so that a study may
/// stop when it likes what it sees.
/// </summary>
/// <remarks>
/// Robbins' normal mixture (Robbins 1970, Annals of Mathematical Statistics 41:1397; Howard et al. 2021, Annals of Statistics
/// 49:1055), with the standard deviation estimated, hence exact only for many pairs (Waudby-Smith et al., arXiv 2103.06476).
/// </remarks>
public static class ConfidenceSequence
{
    /// <summary>Half of the interval's width.</summary>
    /// <param name="deviation">Standard deviation of one pair.</param>
    /// <param name="pairs">Pairs so far.</param>
    /// <param name="alpha">Probability of ever missing the mean.</param>
    /// <param name="tuning">ρ of <see cref="Tuning"/>.</param>
    public static double HalfWidth(double deviation, int pairs, double alpha, double tuning)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        double n = pairs + tuning;
        return deviation * Math.Sqrt(n * Math.Log(n / (tuning * alpha * alpha))) / pairs;
    }

    /// <summary>ρ that makes the interval narrowest at <paramref name="expected"/> pairs (0.122 × pairs for 95 %).</summary>
    public static double Tuning(double expected, double alpha)
    {
        // The minimum over x = ρ/n of (1 + x)·ln((1 + x)/(x α²)) lies where ln((1 + x)/(x α²)) = 1/x.
        double x = 0.12;
        for (int i = 0; i < 50; i++)
        {
            x = 1 / Math.Log((1 + x) / (x * alpha * alpha));
        }

        return x * expected;
    }
}
