using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulation.Scene.Painting;

/// <summary>Logarithms and powers of eight numbers at once, to some six digits: a picture has 256 steps.</summary>
internal static class FastMath
{
    private const float Ln2 = 0.693147181f;

    /// <summary>Binary logarithm of positive numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log2(Vector256<float> x)
    {
        Vector256<int> bits = x.AsInt32();

        // Mantissas from √½ to √2, so that the series below is short.
        Vector256<int> shifted = bits - Vector256.Create(0x3F3504F3);
        Vector256<float> exponent = Vector256.ConvertToSingle(shifted >> 23);
        Vector256<float> m = ((shifted & Vector256.Create(0x007FFFFF)) + Vector256.Create(0x3F3504F3)).AsSingle();
        Vector256<float> t = (m - Vector256<float>.One) / (m + Vector256<float>.One);
        Vector256<float> t2 = t * t;
        Vector256<float> series = t * (Vector256.Create(2.885390082f) + (t2 * (Vector256.Create(0.961796694f) + (t2 * (Vector256.Create(0.577078016f) + (t2 * 0.412198583f))))));
        return exponent + series;
    }

    /// <summary>Two to a power between −126 and 126.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp2(Vector256<float> x)
    {
        Vector256<float> clamped = Vector256.Max(Vector256.Min(x, Vector256.Create(126f)), Vector256.Create(-126f));
        Vector256<float> whole = Vector256.Floor(clamped + Vector256.Create(0.5f));
        Vector256<float> f = clamped - whole;
        Vector256<float> series = Vector256<float>.One + (f * (Vector256.Create(0.693147181f) + (f * (Vector256.Create(0.240226507f)
            + (f * (Vector256.Create(0.0555041087f) + (f * (Vector256.Create(0.00961812911f) + (f * 0.00133335581f)))))))));
        return (series.AsInt32() + (Vector256.ConvertToInt32(whole) << 23)).AsSingle();
    }

    /// <summary>A power of numbers that are not negative; 0 stays 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Pow(Vector256<float> x, float exponent)
    {
        Vector256<float> safe = Vector256.Max(x, Vector256.Create(1e-12f));
        return Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(1e-12f)), Exp2(Log2(safe) * exponent), Vector256<float>.Zero);
    }

    /// <summary>Inverse hyperbolic sine of numbers that are not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Asinh(Vector256<float> x) => Log2(x + Vector256.Sqrt((x * x) + Vector256<float>.One)) * Ln2;

    /// <summary>Between 0 and 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Clamp01(Vector256<float> x) => Vector256.Min(Vector256.Max(x, Vector256<float>.Zero), Vector256<float>.One);

    /// <summary>From linear light to the picture's own values (sRGB).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Encode(Vector256<float> linear)
    {
        Vector256<float> c = Clamp01(linear);

        // 1.055·c^(1/2.4) − 0.055 as a polynomial of the fourth root, to a thousandth of a step of 255: three of these are most of a pixel's cost.
        Vector256<float> s = Vector256.Sqrt(Vector256.Sqrt(c));
        Vector256<float> curve = Vector256.Create(-0.0597390114f) + (s * (Vector256.Create(0.141958263f) + (s * (Vector256.Create(1.35457265f)
            + (s * (Vector256.Create(-0.825280017f) + (s * (Vector256.Create(0.621002284f) + (s * (Vector256.Create(-0.294247637f) + (s * 0.0617343075f)))))))))));
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(c, Vector256.Create(0.0031308f)), c * 12.92f, curve);
    }

    /// <summary>From the picture's own values to linear light.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Decode(Vector256<float> c)
    {
        Vector256<float> curve = Pow((c + Vector256.Create(0.055f)) * (1 / 1.055f), 2.4f);
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(c, Vector256.Create(0.04045f)), c * (1 / 12.92f), curve);
    }

    /// <summary>The fractional part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Fract(Vector256<float> x) => x - Vector256.Floor(x);
}
