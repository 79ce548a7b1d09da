namespace Simulation.Engine.Health;

/// <summary>A body remembers: an effect that holds from one day on is reached by and by.</summary>
/// <param name="Constant">Years to 63 in 100 of the effect.</param>
public readonly record struct Lag(double Constant)
{
    /// <summary>What is reached when <paramref name="target"/> has held for <paramref name="years"/> more years.</summary>
    public double After(double reached, double target, double years) =>
        Constant <= 0 ? target : target + ((reached - target) * Math.Exp(-years / Constant));

    /// <summary>The mean over these years.</summary>
    public double Mean(double reached, double target, double years) => Constant <= 0 || years <= 0
        ? target
        : target + ((reached - target) * (Constant / years) * (1 - Math.Exp(-years / Constant)));
}
