using MathNet.Numerics.Distributions;
using Simulation.Engine.Randomness;

namespace Simulation.Engine.Health;

/// <summary>
/// The uncertain inputs of one assessment: the central ones, or a draw over their ranges. A draw is the same for every arm.
/// </summary>
public sealed record HealthInputs
{
    // Beyond it a curve would pass one further than any published interval.
    private const double FurthestCurve = 2.5;
    private const double CostVariation = 0.2;
    private const double DecrementVariation = 0.15;
    private const double LagVariation = 0.3;

    /// <summary>
    /// Part of the logarithm of every relative risk that is taken as cause: part of the association is the sick being less
    /// active. Judgement: 0.85, 0.5–1.
    /// </summary>
    public double CausalShare { get; init; } = 0.85;

    /// <summary>Factor on the lags.</summary>
    public double LagFactor { get; init; } = 1;

    /// <summary>Factor on utilities lost.</summary>
    public double DecrementFactor { get; init; } = 1;

    /// <summary>Factor on health-care costs.</summary>
    public double HealthCareFactor { get; init; } = 1;

    /// <summary>Factor on social-care costs.</summary>
    public double SocialCareFactor { get; init; } = 1;

    /// <summary>Factor on informal care and production.</summary>
    public double SocietyFactor { get; init; } = 1;

    /// <summary>Whether effects on the heart and vessels fade from 70 on.</summary>
    public bool FadeWithAge { get; init; }

    /// <summary>Standard normal draw of a curve, by its key; 0 for the central curve.</summary>
    public Func<string, double> CurveDraw { get; init; } = _ => 0;

    /// <summary>Factor on the level of a condition's incidence.</summary>
    public Func<Condition, double> IncidenceFactor { get; init; } = _ => 1;

    /// <summary>The central inputs.</summary>
    public static HealthInputs Central { get; } = new();

    /// <summary>Draw <paramref name="number"/> of the ranges.</summary>
    /// <param name="number">From 1.</param>
    public static HealthInputs Draw(int number)
    {
        double Unit(string name) => Math.Clamp(
            SplitMix64.Unit(SplitMix64.Mix(SplitMix64.OfName(name) + (SplitMix64.Golden * (ulong)number))), 1e-9, 1 - 1e-9);
        double Standard(string name) => Normal.InvCDF(0, 1, Unit(name));
        double Cost(string name) => Gamma.InvCDF(1 / (CostVariation * CostVariation), 1 / (CostVariation * CostVariation), Unit(name));
        return new HealthInputs
        {
            // PERT 0.5, 0.85, 1.
            CausalShare = 0.5 + (0.5 * Beta.InvCDF(3.8, 2.2, Unit("causal share"))),
            LagFactor = Math.Exp(LagVariation * Standard("lag")),
            DecrementFactor = Math.Max(0, 1 + (DecrementVariation * Standard("decrement"))),
            HealthCareFactor = Cost("health care"),
            SocialCareFactor = Cost("social care"),
            SocietyFactor = Cost("society"),
            CurveDraw = key => Math.Clamp(Standard("curve " + key), -FurthestCurve, FurthestCurve),
            IncidenceFactor = condition => Math.Max(0, 1 + (condition.IncidenceRange / 2 * Standard("incidence " + condition.Key))),
        };
    }
}
