using MathNet.Numerics.Distributions;
using Simulation.Engine.Parameters;

namespace Simulation.Scenarios.Sweeps;

/// <summary>How open a number is, by how it was come by.</summary>
/// <remarks>
/// Read in a study: its value and the ends of its range are the median and the 2.5 and 97.5 per cent points of two halves of
/// normal curves. Computed from such: the same, half as wide again. A judgement: a triangle on its range, highest at the
/// value. Not checked against a source: anywhere in its range alike. Ratios are drawn on the scale of their logarithm. None
/// leaves its range.
/// </remarks>
internal sealed class Distribution
{
    private const double Tail = 0.025;
    private const double DerivedWidth = 1.5;

    private static readonly double End = Normal.InvCDF(0, 1, 1 - Tail);

    private readonly Func<double, double> quantile;

    private Distribution(Func<double, double> quantile) => this.quantile = quantile;

    /// <summary>The distribution of a number of the registry.</summary>
    public static Distribution Of(Parameter parameter)
    {
        bool ratio = parameter.Unit.EndsWith("ratio", StringComparison.Ordinal) && parameter.Minimum > 0;
        Func<double, double> scale = ratio ? Math.Log : v => v;
        double value = scale(parameter.Value);
        double low = scale(parameter.Minimum);
        double high = scale(parameter.Maximum);
        Func<double, double> drawn = low >= high ? _ => value : parameter.Grade switch
        {
            EvidenceGrade.Verified => u => TwoHalves(u, value, low, high, 1),
            EvidenceGrade.Derived => u => TwoHalves(u, value, low, high, DerivedWidth),
            EvidenceGrade.Judgement => u => Triangular.InvCDF(low, high, Math.Clamp(value, low, high), u),
            EvidenceGrade.Unverified => u => low + ((high - low) * u),
            _ => _ => value,
        };
        return new Distribution(ratio ? u => Math.Exp(drawn(u)) : drawn);
    }

    /// <summary>The distribution of local evidence given with its interval.</summary>
    public static Distribution Measured(double value, double low, double high) => new(u => TwoHalves(u, value, low, high, 1));

    /// <summary>The value at <paramref name="unit"/> in [0, 1).</summary>
    public double At(double unit) => quantile(unit);

    private static double TwoHalves(double u, double value, double low, double high, double width)
    {
        double z = Normal.InvCDF(0, 1, Tail + ((1 - (2 * Tail)) * u));
        double side = z < 0 ? value - low : high - value;
        return Math.Clamp(value + (width * side * z / End), low, high);
    }
}
