using System.Runtime.CompilerServices;
using Simulation.Engine.Numerics;

namespace Simulation.Engine.Processes;

/// <summary>Small pieces that several kernels share.</summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal static class Kernels<F, I>
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private const float Half = 1f / 65535f;

    /// <summary>Bits set in the low byte of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I CountByte(I x)
    {
        x = (x & I.All(0x55)) + ((x >>> 1) & I.All(0x55));
        x = (x & I.All(0x33)) + ((x >>> 2) & I.All(0x33));
        return (x + (x >>> 4)) & I.All(0x0F);
    }

    /// <summary>Bits set in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I CountWord(I x)
    {
        x = x - ((x >>> 1) & I.All(0x55555555));
        x = (x & I.All(0x33333333)) + ((x >>> 2) & I.All(0x33333333));
        return (((x + (x >>> 4)) & I.All(0x0F0F0F0F)) * I.All(0x01010101)) >>> 24;
    }

    /// <summary>The decision of design rule 6: true where u·(1 + o) &lt; o.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I Decide(F u, F odds) => F.Less(u * (F.All(1f) + odds), odds);

    /// <summary>A 16-bit share as a number 0–1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F FromShare(I share) => F.FromInt(share) * F.All(Half);

    /// <summary>A number 0–1 as a 16-bit share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I ToShare(F value) =>
        Polynomials<F, I>.Round(F.Min(F.Max(value, F.All(0f)), F.All(1f)) * F.All(65535f));

    /// <summary>
    /// Habit after a week: every performance closes a share <paramref name="gain"/> of the gap to the ceiling, every cued day
    /// without it multiplies it by e^<paramref name="logKeep"/> (Lally and others 2010).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F WeekOfHabit(F habit, F ceiling, F gain, float logKeep, F done, F missed)
    {
        F left = Polynomials<F, I>.Exp(done * Polynomials<F, I>.Log(F.All(1f) - gain));
        F risen = F.Max(habit, ceiling - ((ceiling - habit) * left));
        return risen * Polynomials<F, I>.Exp(missed * F.All(logKeep));
    }
}
