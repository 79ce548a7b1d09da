using MathNet.Numerics.Statistics;

namespace Simulation.Results.Statistics;

/// <summary>Why a study stopped, or that it goes on.</summary>
public enum StopReason : byte
{
    /// <summary>It goes on.</summary>
    None,

    /// <summary>The size of the difference is known well enough.</summary>
    SizeKnown,

    /// <summary>The difference is smaller than what matters.</summary>
    NothingThatMatters,

    /// <summary>The most pairs that were asked for have been run.</summary>
    MostPairs,
}

/// <summary>When a study has run enough pairs.</summary>
/// <param name="Matters">Smallest difference that matters, in the figure's unit.</param>
/// <param name="Most">Most pairs.</param>
/// <param name="Arms">Scenarios watched at once; the risk of error is shared among them (Bonferroni).</param>
public sealed record StoppingRule(double Matters, int Most, int Arms = 1)
{
    /// <summary>Fewer pairs than this never stop a study: their standard deviation is not known.</summary>
    public const int Least = 8;

    private const double Alpha = 0.05;
    private const double Share = 0.1;

    /// <summary>Whether to stop after <paramref name="values"/>, differences of one pair each, in order.</summary>
    /// <returns>The reason, and the interval as it stands.</returns>
    public (StopReason Reason, Interval Interval) Next(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < Least)
        {
            return (values.Count >= Most ? StopReason.MostPairs : StopReason.None, new Interval(double.NegativeInfinity, double.PositiveInfinity));
        }

        double alpha = Alpha / Arms;
        double mean = values.Average();
        double half = ConfidenceSequence.HalfWidth(
            values.StandardDeviation(), values.Count, alpha, ConfidenceSequence.Tuning(Math.Min(Most, 50), alpha));
        Interval interval = new(mean - half, mean + half);
        StopReason reason =
            Math.Max(Math.Abs(interval.Low), Math.Abs(interval.High)) < Matters ? StopReason.NothingThatMatters
            : half < Math.Max(Share * Math.Abs(mean), Matters) ? StopReason.SizeKnown
            : values.Count >= Most ? StopReason.MostPairs
            : StopReason.None;
        return (reason, interval);
    }
}
