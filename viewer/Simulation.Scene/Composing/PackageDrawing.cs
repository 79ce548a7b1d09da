using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using SkiaSharp;

namespace Simulation.Scene.Composing;

/// <summary>Two packages: two maps on one scale, one number each, one sentence for the difference.</summary>
internal static class PackageDrawing
{
    /// <summary>Draws the page.</summary>
    public static void Draw(
        SKCanvas canvas, TextSetter text, PackagesPage page, PictureSize size, Action<View, IReadOnlyList<Rgb>, float, float> paint)
    {
        float unit = size.Unit;
        TypeSizes type = TypeSizes.For(size.Height, size.Large);
        Half(canvas, text, page.Left, 0, size, type, paint);
        Half(canvas, text, page.Right, size.Width / 2f, size, type, paint);
        using var rule = new SKPaint { Color = text.Palette["border"].Skia(), StrokeWidth = 1.4f * unit, IsAntialias = true };
        canvas.DrawLine(size.Width / 2f, 60 * unit, size.Width / 2f, 918 * unit, rule);
        using var panel = new SKPaint { Color = text.Palette["panel"].Skia() };
        canvas.DrawRect(0, 976 * unit, size.Width, size.Height - (976 * unit), panel);
        using SKFont sentence = Fonts.Of(600, type["second"] * 0.9f);
        float left = 64 * unit;
        float space = TextSetter.Width(" ", sentence);
        foreach (Phrase words in page.Sentence)
        {
            left += text.Line(words.Text, left, 1040 * unit, sentence, text.Colour(words.Tint).Skia()) + space;
        }

        Strip(text, page, size, type);
    }

    private static void Half(SKCanvas canvas, TextSetter text, PackageHalf half, float left, PictureSize size, TypeSizes type, Action<View, IReadOnlyList<Rgb>, float, float> paint)
    {
        float unit = size.Unit;
        int width = (int)(size.Width / 2f) - (int)(2 * unit);
        int height = (int)(760 * unit);
        float top = 152 * unit;
        var view = new View(Camera.Named("sideBySide"), width, height, size.Theme) { UnitHeight = 760 };
        paint(view, half.Colours, left, top);
        Composer.Feather(canvas, SKRect.Create(left, top, width, height), 34 * unit, text.Palette.Ground);
        using SKFont title = Fonts.Of(600, type["sentence"] * 0.65f);
        using SKFont subtitle = Fonts.Of(400, type["axis"]);
        using SKFont number = Fonts.Of(600, type["sentence"]);
        using SKFont words = Fonts.Of(400, type["axis"]);
        text.Line(half.Title, left + (64 * unit), 96 * unit, title, text.Palette.Ink.Skia());
        text.Line(half.Subtitle, left + (64 * unit), 96 * unit + (type["axis"] * 1.5f), subtitle, text.Palette.Ink2.Skia());
        text.Line(half.Number, left + (64 * unit), 914 * unit, number, text.Palette.AmberText.Skia(), -0.022f * number.Size);
        text.Line(half.NumberWords, left + (64 * unit), 914 * unit + (type["axis"] * 1.5f), words, text.Palette.Ink.Skia());
    }

    private static void Strip(TextSetter text, PackagesPage page, PictureSize size, TypeSizes type)
    {
        float unit = size.Unit;
        using SKFont axis = Fonts.Of(400, type["axis"]);
        float left = size.Width / 2f + (50 * unit);
        float width = text.Line(page.ScaleTitle, left, 1032 * unit, axis, text.Palette.Ink2.Skia());
        float from = left + width + (34 * unit);
        float each = (size.Width - (78 * unit) - from) / page.Scale.Count;
        for (int i = 0; i < page.Scale.Count; i++)
        {
            using var fill = new SKPaint { Color = page.Scale[i].Skia() };
            text.Canvas.DrawRect(from + (i * each), 1006 * unit, each + 1, 26 * unit, fill);
            if (i < page.Breaks.Count)
            {
                text.Line(page.Breaks[i], from + ((i + 1) * each), 1034 * unit + (type["axis"] * 0.9f), axis, text.Palette.Ink2.Skia(), align: SKTextAlign.Center);
            }
        }
    }
}
