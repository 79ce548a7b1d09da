using Simulation.Engine.Randomness;

namespace Simulation.Engine.Embedded.Making;

/// <summary>
/// Luck of the embedded default: a pure function of (seed, draw, index). Only +, −, ×, ÷ and square roots are used here and
/// throughout the embedded default, never exp, log or sine, whose last bit differs between processors.
/// </summary>
/// <param name="seed">Seed of the inputs.</param>
internal readonly struct Chance(ulong seed)
{
    /// <summary>Uniform on [0, 1).</summary>
    public double Uniform(Draw draw, int index)
    {
        ulong address = SplitMix64.Mix(((ulong)draw << 40) + (uint)index + SplitMix64.Golden);
        return SplitMix64.Unit(SplitMix64.Mix((seed ^ address) + SplitMix64.Golden));
    }

    /// <summary>About normal, mean 0 and variance 1, within ±3.5: the sum of four uniforms.</summary>
    public double Normal(Draw draw, int index)
    {
        double sum = -2;
        for (int k = 0; k < 4; k++)
        {
            sum += Uniform(draw, (index * 4) + k);
        }

        return sum * 1.7320508075688772;
    }

    /// <summary>A factor around 1 whose logarithm has standard deviation <paramref name="spread"/> (up to about 0.6).</summary>
    public double Factor(Draw draw, int index, double spread)
    {
        // ((1 + t) / (1 − t))² is e^(4t) within 2 % for |t| < 0.2, and a little further out beyond.
        double t = Math.Clamp(spread * Normal(draw, index) / 4, -0.5, 0.5);
        double ratio = (1 + t) / (1 - t);
        return ratio * ratio;
    }
}
