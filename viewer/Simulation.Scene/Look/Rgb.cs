using System.Globalization;
using SkiaSharp;

namespace Simulation.Scene.Look;

/// <summary>An opaque colour, each part 0–255 in the picture's own values (sRGB).</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>Reads <c>#RRGGBB</c>.</summary>
    public static Rgb Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        return new Rgb(Part(1), Part(3), Part(5));
        byte Part(int at) => byte.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    /// <summary>The colour for Skia, with a share of opacity.</summary>
    public SKColor Skia(double alpha = 1) => new(R, G, B, (byte)Math.Round(255 * Math.Clamp(alpha, 0, 1)));

    /// <summary>Red, green and blue in linear light, 0–1.</summary>
    public (float R, float G, float B) Linear => (Decode(R), Decode(G), Decode(B));

    /// <summary>As <c>#RRGGBB</c>.</summary>
    public override string ToString() => $"#{R:X2}{G:X2}{B:X2}";

    /// <summary>Relative luminance (WCAG 2), 0–1.</summary>
    public double Luminance => (0.2126 * Decode(R)) + (0.7152 * Decode(G)) + (0.0722 * Decode(B));

    /// <summary>Contrast of two colours (WCAG 2), 1–21.</summary>
    public static double Contrast(Rgb a, Rgb b)
    {
        (double light, double dark) = a.Luminance > b.Luminance ? (a.Luminance, b.Luminance) : (b.Luminance, a.Luminance);
        return (light + 0.05) / (dark + 0.05);
    }

    private static float Decode(byte part)
    {
        double c = part / 255.0;
        return (float)(c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4));
    }
}
