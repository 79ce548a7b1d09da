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
        TypeSizes type = size.Type;
        float headRoom = (size.Width / 2f) - (112 * unit);

        // Both names in one size, and both maps below the longer of the two heads.
        float title = Math.Min(SizeOf(page.Left.Title, headRoom, type), SizeOf(page.Right.Title, headRoom, type));
        float top = Math.Max(HeadOf(page.Left, title, headRoom, size), HeadOf(page.Right, title, headRoom, size));
        Half(canvas, text, page.Left, 0, size, title, top, paint);
        Half(canvas, text, page.Right, size.Width / 2f, size, title, top, paint);
        using var rule = new SKPaint { Color = text.Palette["border"].Skia(), StrokeWidth = 1.4f * unit, IsAntialias = true };
        canvas.DrawLine(size.Width / 2f, 60 * unit, size.Width / 2f, 918 * unit, rule);
        using var panel = new SKPaint { Color = text.Palette["panel"].Skia() };
        canvas.DrawRect(0, 976 * unit, size.Width, size.Height - (976 * unit), panel);
        text.Panel = new SKRect(0, 976 * unit, size.Width / 2f, size.Height);
        float room = (size.Width / 2f) - (114 * unit);
        (SKFont font, List<List<Phrase>> lines) = Fitting(page.Sentence, 600, type["second"] * 0.9f, room, type);
        using SKFont sentence = font;
        float leading = sentence.Size * 1.2f;
        text.Paragraph(lines, 64 * unit, (1028 * unit) + (sentence.Size * 0.3f) - ((lines.Count - 1) * leading / 2), leading, sentence, 0);
        text.Panel = new SKRect(size.Width / 2f, 976 * unit, size.Width, size.Height);
        Strip(text, page, size, type);
    }

    // As large as it may be on one line, or on two at the smallest size.
    private static (SKFont Font, List<List<Phrase>> Lines) Fitting(IReadOnlyList<Phrase> words, int weight, float largest, float width, TypeSizes type)
    {
        for (float at = largest; ; at = Math.Max(type["smallest"], at * 0.95f))
        {
            SKFont font = Fonts.Of(weight, at);
            List<List<Phrase>> lines = TextSetter.Break(words, font, 0, width);
            if (lines.Count <= 1 || at <= type["smallest"])
            {
                return (font, lines);
            }

            font.Dispose();
        }
    }

    private static float SizeOf(string title, float room, TypeSizes type)
    {
        (SKFont font, _) = Fitting([new(title)], 600, type["sentence"] * 0.65f, room, type);
        using (font)
        {
            return font.Size;
        }
    }

    // Where a map may begin below the name and what the package is made of, pixels.
    private static float HeadOf(PackageHalf half, float title, float room, PictureSize size)
    {
        using SKFont large = Fonts.Of(600, title);
        using SKFont small = Fonts.Of(400, size.Type["axis"]);
        int names = TextSetter.Break([new(half.Title)], large, 0, room).Count;
        int parts = TextSetter.Break([new(half.Subtitle)], small, 0, room).Count;
        float last = (86 * size.Unit) + ((names - 1) * title * 1.15f) + (small.Size * 1.45f) + ((parts - 1) * small.Size * 1.3f);
        return Math.Max(152 * size.Unit, last + (small.Size * 0.5f));
    }

    private static void Half(
        SKCanvas canvas, TextSetter text, PackageHalf half, float left, PictureSize size, float titleSize, float top, Action<View, IReadOnlyList<Rgb>, float, float> paint)
    {
        float unit = size.Unit;
        TypeSizes type = size.Type;
        int width = (int)(size.Width / 2f) - (int)(2 * unit);
        int height = (int)((912 * unit) - top);
        var view = new View(Camera.Named("sideBySide"), width, height, size.Theme) { UnitHeight = 760 };
        text.Panel = new SKRect(left, 0, left + (size.Width / 2f), 976 * unit);
        paint(view, half.Colours, left, top);
        Composer.Feather(canvas, SKRect.Create(left, top, width, height), 34 * unit, text.Palette.Ground);
        float room = (size.Width / 2f) - (112 * unit);
        using SKFont title = Fonts.Of(600, titleSize);
        using SKFont subtitle = Fonts.Of(400, type["axis"]);
        using SKFont number = Fonts.Of(600, type["sentence"]);
        using SKFont words = Fonts.Of(400, type["axis"]);
        float below = text.Paragraph(TextSetter.Break([new(half.Title)], title, 0, room), left + (64 * unit), 86 * unit, title.Size * 1.15f, title, 0);
        text.Paragraph(
            TextSetter.Break([new(half.Subtitle, Tint.Quiet)], subtitle, 0, room), left + (64 * unit), below + (type["axis"] * 1.45f), subtitle.Size * 1.3f, subtitle, 0);
        float baseline = (976 * unit) - (words.Size * 0.5f);
        text.Line(half.NumberWords, left + (64 * unit), baseline, words, text.Palette.Ink.Skia());
        text.Line(half.Number, left + (64 * unit), baseline - (type["axis"] * 1.35f), number, text.Palette.AmberText.Skia(), -0.022f * number.Size);
    }

    private static void Strip(TextSetter text, PackagesPage page, PictureSize size, TypeSizes type)
    {
        float unit = size.Unit;
        using SKFont axis = Fonts.Of(400, type["axis"]);
        float left = size.Width / 2f + (50 * unit);
        using SKFont title = Fonts.Of(400, type["axis"]);
        List<List<Phrase>> words = TextSetter.Break([new(page.ScaleTitle, Tint.Quiet)], title, 0, 300 * unit);
        float leading = title.Size * 1.15f;
        text.Paragraph(words, left, (1020 * unit) + (title.Size * 0.36f) - ((words.Count - 1) * leading / 2), leading, title, 0);
        float from = left + words.Max(w => TextSetter.Width(w, title)) + (34 * unit);
        float each = (size.Width - (78 * unit) - from) / page.Scale.Count;
        for (int i = 0; i < page.Scale.Count; i++)
        {
            using var fill = new SKPaint { Color = page.Scale[i].Skia() };
            text.Canvas.DrawRect(from + (i * each), 994 * unit, each + 1, 26 * unit, fill);
            if (i < page.Breaks.Count)
            {
                text.Line(page.Breaks[i], from + ((i + 1) * each), 1024 * unit + (type["axis"] * 0.9f), axis, text.Palette.Ink2.Skia(), align: SKTextAlign.Center);
            }
        }
    }
}
