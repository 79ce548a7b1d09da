using SkiaSharp;

namespace Simulation.Scene.Look;

/// <summary>Inter in the weights of the look.</summary>
public static class Fonts
{
    private static readonly Lazy<SKTypeface> Regular = new(() => Read("inter-latin-400-normal.woff"));
    private static readonly Lazy<SKTypeface> Medium = new(() => Read("inter-latin-500-normal.woff"));
    private static readonly Lazy<SKTypeface> SemiBold = new(() => Read("inter-latin-600-normal.woff"));
    private static readonly Lazy<SKTypeface> MediumItalic = new(() => Read("inter-latin-500-italic.woff"));

    /// <summary>A font.</summary>
    /// <param name="weight">400, 500 or 600.</param>
    /// <param name="size">Size, pixels.</param>
    /// <param name="italic">Whether it leans: names of water.</param>
    public static SKFont Of(int weight, float size, bool italic = false)
    {
        SKTypeface face = italic ? MediumItalic.Value : weight >= 600 ? SemiBold.Value : weight >= 500 ? Medium.Value : Regular.Value;
        return new SKFont(face, size) { Edging = SKFontEdging.Antialias, Subpixel = true, Hinting = SKFontHinting.None, LinearMetrics = true };
    }

    private static SKTypeface Read(string name)
    {
        using Stream file = LookFiles.Open(name);
        using SKData data = SKData.Create(file);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {name} cannot be read.");
    }
}
