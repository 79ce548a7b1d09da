using QRCoder;
using Simulation.Scene.Look;
using SkiaSharp;

namespace Simulation.Scene.Composing;

/// <summary>Sentences, dots for steps, trouble, the join code, darkness.</summary>
internal static class PageExtras
{
    private const float Tracking = -0.022f;

    /// <summary>The sentence and the one below it.</summary>
    public static void Sentences(TextSetter text, Page page, PictureSize size, TypeSizes type)
    {
        float unit = size.Unit;
        (SKFont font, List<List<Phrase>> lines) = Fit(page, size, type);
        using SKFont sentence = font;
        float bottom = text.Paragraph(lines, 64 * unit, (128 * unit) + (sentence.Size * 0.95f), sentence.Size * 1.1f, sentence, Tracking * sentence.Size);
        using SKFont second = Fonts.Of(400, type["second"]);
        List<List<Phrase>> below = TextSetter.Break(page.Second, second, 0, ColumnWidth(size));
        float top = Math.Max(page.Chart is CurveChart && lines.Count == 3 ? 392 * unit : 0, bottom + (42 * unit));
        text.Paragraph(below, 64 * unit, top + (second.Size * 0.9f), second.Size * 1.36f, second, 0);
    }

    /// <summary>The part of the picture that words take.</summary>
    public static SKRect TextBox(Page page, PictureSize size)
    {
        float unit = size.Unit;
        if (page.Camera.PixelsPerKm >= Drawing.Number("discs.street"))
        {
            return new SKRect(0, 0, 690 * unit, 430 * unit);
        }

        return size.Aspect < 1.5 ? new SKRect(0, 0, size.Width, size.Height * 0.30f) : new SKRect(0, 0, (page is ValuesPage ? 600 : 704) * unit, size.Height);
    }

    /// <summary>Ground behind words that stand over a street.</summary>
    public static void Veil(TextSetter text, Page page, PictureSize size)
    {
        SKRect box = TextBox(page, size);
        float unit = size.Unit;
        using SKShader across = SKShader.CreateLinearGradient(
            new SKPoint(box.Right - (300 * unit), 0), new SKPoint(box.Right + (120 * unit), 0), [SKColors.White, SKColors.White.WithAlpha(0)], SKShaderTileMode.Clamp);
        using SKShader down = SKShader.CreateLinearGradient(
            new SKPoint(0, box.Bottom - (150 * unit)), new SKPoint(0, box.Bottom + (80 * unit)),
            [text.Palette.Ground.Skia(0.93), text.Palette.Ground.Skia(0)], SKShaderTileMode.Clamp);
        using SKShader both = SKShader.CreateCompose(across, down, SKBlendMode.SrcIn);
        using var paint = new SKPaint { Shader = both };
        text.Canvas.DrawRect(0, 0, box.Right + (130 * unit), box.Bottom + (90 * unit), paint);
    }

    /// <summary>What lies over every page.</summary>
    public static void Draw(TextSetter text, Page page, PictureSize size)
    {
        float unit = size.Unit;
        if (page.Steps > 1)
        {
            for (int i = 0; i < page.Steps; i++)
            {
                using var dot = new SKPaint { IsAntialias = true, Color = (i == page.Step ? text.Palette.Ink : text.Palette.Ink3).Skia(i == page.Step ? 1 : 0.75) };
                text.Canvas.DrawCircle((78 + (i * 42)) * unit, 1011 * unit, (i == page.Step ? 10 : 7) * unit, dot);
            }
        }

        if (page.Join.Length > 0)
        {
            Join(text, page.Join, size);
        }

        if (page.Dark > 0)
        {
            using var dark = new SKPaint { Color = text.Palette.Ground.Skia(page.Dark) };
            text.Canvas.DrawRect(0, 0, size.Width, size.Height, dark);
            TypeSizes type = TypeSizes.For(size.Height, size.Large);
            using SKFont font = Fonts.Of(500, type["subtitle"]);
            text.Line(page.Eyebrow, 64 * unit, (60 * unit) + (type["subtitle"] * 0.93f), font, text.Palette.Ink2.Skia(0.4 * page.Dark));
        }

        if (page.Trouble.Length > 0)
        {
            Trouble(text, page.Trouble, size);
        }
    }

    // Three lines at most: a longer sentence is set smaller, never below the floor.
    private static (SKFont Font, List<List<Phrase>> Lines) Fit(Page page, PictureSize size, TypeSizes type)
    {
        float at = type["sentence"];
        while (true)
        {
            SKFont font = Fonts.Of(600, at);
            List<List<Phrase>> lines = TextSetter.Break(page.Sentence, font, Tracking * at, ColumnWidth(size));
            int most = page.Chart is HistogramChart ? 4 : 3;
            if (lines.Count <= most || at <= type["smallest"] * 1.15f)
            {
                return (font, lines);
            }

            font.Dispose();
            at *= 0.94f;
        }
    }

    private static float ColumnWidth(PictureSize size) => size.Aspect < 1.5 ? size.Width - (128 * size.Unit) : 600 * size.Unit;

    private static void Join(TextSetter text, string join, PictureSize size)
    {
        string[] parts = join.Split(' ');
        float unit = size.Unit;
        using QRCodeData code = QRCodeGenerator.GenerateQrCode(parts[0], QRCodeGenerator.ECCLevel.M);
        int modules = code.ModuleMatrix.Count;
        float side = MathF.Floor(300 * unit / modules) * modules;
        float left = size.Width - (56 * unit) - side;
        float top = size.Height - (56 * unit) - side;
        using var paper = new SKPaint { Color = SKColors.White };
        using var ink = new SKPaint { Color = SKColors.Black };
        text.Canvas.DrawRect(left, top, side, side, paper);
        float module = side / modules;
        for (int y = 0; y < modules; y++)
        {
            for (int x = 0; x < modules; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    text.Canvas.DrawRect(left + (x * module), top + (y * module), module, module, ink);
                }
            }
        }

        if (parts.Length > 1)
        {
            TypeSizes type = TypeSizes.For(size.Height, size.Large);
            using SKFont font = Fonts.Of(600, type["second"]);
            float width = TextSetter.Width(parts[1], font, 4 * unit);
            text.Haloed(parts[1], left - width - (24 * unit), top + side - (6 * unit), font, text.Palette.Ink.Skia(), 4 * unit);
        }
    }

    private static void Trouble(TextSetter text, string trouble, PictureSize size)
    {
        float unit = size.Unit;
        TypeSizes type = TypeSizes.For(size.Height, size.Large);
        using SKFont font = Fonts.Of(500, type["smallest"]);
        List<List<Phrase>> lines = TextSetter.Break(Phrase.Plain(trouble), font, 0, size.Width * 0.6f);
        float height = (lines.Count * font.Size * 1.36f) + (32 * unit);
        float width = lines.Max(l => TextSetter.Width(string.Join(' ', l.Select(w => w.Text)), font)) + (48 * unit);
        float left = size.Width - width - (56 * unit);
        float top = size.Height - height - (56 * unit);
        using var panel = new SKPaint { IsAntialias = true, Color = text.Palette["panel"].Skia(0.94) };
        text.Canvas.DrawRoundRect(SKRect.Create(left, top, width, height), 12 * unit, 12 * unit, panel);
        float baseline = top + (16 * unit) + (font.Size * 0.95f);
        foreach (List<Phrase> line in lines)
        {
            text.Line(string.Join(' ', line.Select(w => w.Text)), left + (24 * unit), baseline, font, text.Palette["missing"].Skia());
            baseline += font.Size * 1.36f;
        }
    }
}
