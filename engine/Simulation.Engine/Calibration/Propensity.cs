using MathNet.Numerics.Distributions;

namespace Simulation.Engine.Calibration;

/// <summary>
/// A stratum's propensity for leisure: a bell curve of those who mean to be active, and the same curve a gap lower for those
/// who do not.
/// </summary>
/// <param name="Mean">Mean of those who mean to be active, logit a day.</param>
/// <param name="NonIntenders">Share of those who do not.</param>
/// <param name="Spread">Standard deviation of both, logit.</param>
/// <param name="Gap">How much lower the second curve lies, logit.</param>
internal sealed record Propensity(double Mean, double NonIntenders, double Spread, double Gap)
{
    /// <summary>
    /// The mean and share that would bring the simulated shares of less and more active residents to their targets, as far
    /// as the bounds on the scale of propensity stay where this curve puts them.
    /// </summary>
    /// <param name="low">Simulated share below the lower bound.</param>
    /// <param name="high">Simulated share at or above the upper bound.</param>
    /// <param name="wantedLow">Target share below the lower bound.</param>
    /// <param name="wantedHigh">Target share at or above the upper bound.</param>
    public (double Mean, double NonIntenders) Move(double low, double high, double wantedLow, double wantedHigh)
    {
        double lower = Bisect(-25, 25, x => Below(Mean, NonIntenders, x) - low);
        double upper = Bisect(-25, 25, x => Below(Mean, NonIntenders, x) - (1 - high));
        // Up to where everybody below the upper bound is a non-intender, more of them means more below the lower bound.
        double share = Bisect(0.001, 1 - wantedHigh, s => Below(MeanFor(s), s, lower) - wantedLow);
        return (MeanFor(share), share);

        // The mean that puts the wanted share above the upper bound; the more non-intenders, the further up the others.
        double MeanFor(double s) => Bisect(-12, 12, mean => 1 - wantedHigh - Below(mean, s, upper));
    }

    private double Below(double mean, double share, double x) =>
        ((1 - share) * Normal.CDF(mean, Spread, x)) + (share * Normal.CDF(mean - Gap, Spread, x));

    // The root of an increasing function, or the end of the interval nearest to it.
    private static double Bisect(double from, double to, Func<double, double> f)
    {
        for (int i = 0; i < 60; i++)
        {
            double middle = (from + to) / 2;
            if (f(middle) < 0)
            {
                from = middle;
            }
            else
            {
                to = middle;
            }
        }

        return (from + to) / 2;
    }
}
