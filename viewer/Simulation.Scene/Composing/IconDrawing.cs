using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using SkiaSharp;

namespace Simulation.Scene.Composing;

/// <summary>The icon: the Wirral between the Dee and the Mersey, one big light and five small; small icons keep the water and the one light.</summary>
public static class IconDrawing
{
    private const float Corner = 0.22f;
    private const float Hairline = 0.011f;
    private const int Small = 32;

    // Share of the icon across and down, and how large: Liverpool, then Southport, St Helens, Warrington, Hoylake and Chester, moved apart.
    private static readonly (float X, float Y, float Size)[] Lights =
    [
        (0.48f, 0.43f, 1), (0.47f, 0.17f, 0.5f), (0.83f, 0.30f, 0.47f), (0.68f, 0.50f, 0.53f), (0.29f, 0.58f, 0.55f), (0.57f, 0.85f, 0.5f),
    ];

    /// <summary>The icon as a picture.</summary>
    /// <param name="side">Width and height, pixels.</param>
    /// <returns>A bitmap that the caller disposes of: red, green, blue and alpha, not premultiplied.</returns>
    public static SKBitmap Render(int side)
    {
        using var drawn = new SKBitmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(drawn);
        canvas.Clear(SKColors.Transparent);
        Palette palette = Palette.Of(Theme.Dark);
        var box = SKRect.Create(0, 0, side, side);
        using var clip = new SKRoundRect(box, Corner * side);
        canvas.Save();
        canvas.ClipRoundRect(clip, antialias: true);
        canvas.Clear(palette["shore"].Skia());
        using (SKPath land = Land(side))
        using (var fill = new SKPaint { IsAntialias = true, Color = palette["land"].Skia() })
        {
            canvas.DrawPath(land, fill);
        }

        foreach ((float x, float y, float size) in side <= Small ? Lights[..1] : Lights)
        {
            Light(canvas, palette, x * side, y * side, side * (side <= Small ? 0.2f : 0.155f * size));
        }

        canvas.Restore();
        using var edge = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, Color = palette["border"].Skia(), StrokeWidth = MathF.Max(1, Hairline * side) };
        using var inner = new SKRoundRect(SKRect.Inflate(box, -edge.StrokeWidth / 2, -edge.StrokeWidth / 2), Corner * side);
        canvas.DrawRoundRect(inner, edge);
        canvas.Flush();
        var icon = new SKBitmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        using SKPixmap from = drawn.PeekPixels();
        from.ReadPixels(icon.Info, icon.GetPixels(), icon.RowBytes);
        return icon;
    }

    private static SKPath Land(int side)
    {
        var view = new View(Camera.Named("icon"), side, side, Theme.Dark) { UnitHeight = 1080 };
        return Ground.Rings(GroundMap.Instance.Land, (x, y) => view.Pixel(x, y));
    }

    private static void Light(SKCanvas canvas, Palette palette, float x, float y, float reach)
    {
        using SKShader glow = SKShader.CreateRadialGradient(
            new SKPoint(x, y), reach, [palette["hot"].Skia(), palette["hot"].Skia(), palette.Amber.Skia(0.95), palette.Amber.Skia(0.55), palette.Amber.Skia(0)], [0, 0.25f, 0.28f, 0.55f, 1],
            SKShaderTileMode.Clamp);
        using var paint = new SKPaint { IsAntialias = true, Shader = glow };
        canvas.DrawCircle(x, y, reach, paint);
    }
}
