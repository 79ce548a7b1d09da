using System.Runtime.CompilerServices;

namespace Simulation.Engine.Numerics;

/// <summary>
/// exp, log and the functions made of them, as polynomials in plain IEEE arithmetic: the same bits at every width and on
/// every processor, which the platform's own mathematical library does not promise.
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
public static class Polynomials<F, I>
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    // 1.5 · 2^23: adding it to a float below 2^22 rounds to the nearest integer and leaves that integer in the low bits.
    private const float RoundingShift = 12582912f;
    private const int RoundingShiftBits = 0x4B400000;

    /// <summary>e^x for x in [−87, 88]; beyond, the value at the end of that range. Error below 2 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Exp(F x)
    {
        // x = n·ln 2 + r with |r| ≤ ln 2 / 2; ln 2 in two parts keeps r exact. Coefficients: Cephes expf (Moshier 1992).
        x = F.Min(F.Max(x, F.All(-87f)), F.All(88f));
        F shifted = (x * F.All(1.44269504088896341f)) + F.All(RoundingShift);
        I n = I.FromBits(shifted) - I.All(RoundingShiftBits);
        F whole = shifted - F.All(RoundingShift);
        F r = x - (whole * F.All(0.693359375f)) - (whole * F.All(-2.12194440e-4f));
        F p = F.All(1.9875691500e-4f);
        p = (p * r) + F.All(1.3981999507e-3f);
        p = (p * r) + F.All(8.3334519073e-3f);
        p = (p * r) + F.All(4.1665795894e-2f);
        p = (p * r) + F.All(1.6666665459e-1f);
        p = (p * r) + F.All(5.0000001201e-1f);
        F y = (p * (r * r)) + r + F.All(1f);
        return F.FromBits(I.FromBits(y) + (n << 23));
    }

    /// <summary>Natural logarithm of a normal positive float. Error below 2 units in the last place (absolute 1e−7 near 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Log(F x)
    {
        // x = 2^e · m with m in [√½, √2); coefficients: Cephes logf (Moshier 1992).
        I bits = I.FromBits(x);
        I e = ((bits - I.All(0x3F3504F3)) >>> 23);
        // The difference is negative for x < √½: bring the shifted-in zeros back to a signed exponent.
        e = I.Select(I.Less(bits, I.All(0x3F3504F3)), e - I.All(512), e);
        F m = F.FromBits(bits - (e << 23));
        F exponent = F.FromInt(e);
        F r = m - F.All(1f);
        F z = r * r;
        F p = F.All(7.0376836292e-2f);
        p = (p * r) + F.All(-1.1514610310e-1f);
        p = (p * r) + F.All(1.1676998740e-1f);
        p = (p * r) + F.All(-1.2420140846e-1f);
        p = (p * r) + F.All(1.4249322787e-1f);
        p = (p * r) + F.All(-1.6668057665e-1f);
        p = (p * r) + F.All(2.0000714765e-1f);
        p = (p * r) + F.All(-2.4999993993e-1f);
        p = (p * r) + F.All(3.3333331174e-1f);
        F y = p * r * z;
        y = y + (exponent * F.All(-2.12194440e-4f));
        y = y - (z * F.All(0.5f));
        return r + y + (exponent * F.All(0.693359375f));
    }

    /// <summary>1 / (1 + e^−x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Logistic(F x)
    {
        F odds = Exp(x);
        return odds / (F.All(1f) + odds);
    }

    /// <summary>The nearest integer of a float in [−2²², 2²²].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I Round(F x) => I.FromBits(x + F.All(RoundingShift)) - I.All(RoundingShiftBits);

    /// <summary>The largest integer not above a float in [−2²², 2²²].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I Floor(F x)
    {
        I nearest = Round(x);
        return nearest + F.Less(x, F.FromInt(nearest));
    }
}

/// <summary>The same functions for single numbers, for set-up and for small tables.</summary>
public static class Scalar
{
    /// <summary>e^x; see <see cref="Polynomials{F, I}.Exp"/>.</summary>
    public static float Exp(float x) => Polynomials<F1, I1>.Exp(new F1(x)).V;

    /// <summary>Natural logarithm; see <see cref="Polynomials{F, I}.Log"/>.</summary>
    public static float Log(float x) => Polynomials<F1, I1>.Log(new F1(x)).V;

    /// <summary>1 / (1 + e^−x).</summary>
    public static float Logistic(float x) => Polynomials<F1, I1>.Logistic(new F1(x)).V;
}
