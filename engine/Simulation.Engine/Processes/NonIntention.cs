using System.Runtime.CompilerServices;
using Simulation.Engine.Numerics;
using Simulation.Engine.Randomness;

namespace Simulation.Engine.Processes;

/// <summary>Who does not mean to be active: a lasting rank from the same word as the propensity.</summary>
internal static class NonIntention
{
    // The propensity is the sum of the word's bytes; the top bits of its product with an odd number (2^32/φ) are free of it.
    private const int Scramble = unchecked((int)0x9E3779B1);

    /// <summary>Rank 0–1 of one resident's propensity word.</summary>
    public static float Rank(uint word) => Rank<F1, I1>(new I1((int)word)).V;

    /// <summary>Ranks 0–1 of propensity words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Rank<F, I>(I word)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F> =>
        F.FromInt((word * I.All(Scramble)) >>> 8) * F.All(1f / 16777216f);

    /// <summary>A second nearly normal number of a word, free of <see cref="Luck.Normal{F, I}(I)"/> (correlation 0.001).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Other<F, I>(I word)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F> =>
        Luck.Normal<F, I>(word * I.All(Scramble));
}
