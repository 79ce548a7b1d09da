using QRCoder;
using Simulation.Scene.Look;
using SkiaSharp;

namespace Simulation.Scene.Composing;

/// <summary>What may lie over any page: dots for steps, trouble, the join code, darkness.</summary>
internal static class PageExtras
{
    /// <summary>Ground behind words that stand over a street.</summary>
    public static void Veil(TextSetter text, SKRect box, PictureSize size)
    {
        float unit = size.Unit;
        using SKShader across = SKShader.CreateLinearGradient(
            new SKPoint(box.Right - (120 * unit), 0), new SKPoint(box.Right + (150 * unit), 0), [SKColors.White, SKColors.White.WithAlpha(0)], SKShaderTileMode.Clamp);
        using SKShader down = SKShader.CreateLinearGradient(
            new SKPoint(0, box.Bottom - (20 * unit)), new SKPoint(0, box.Bottom + (150 * unit)),
            [text.Palette.Ground.Skia(0.93), text.Palette.Ground.Skia(0)], SKShaderTileMode.Clamp);
        using SKShader both = SKShader.CreateCompose(across, down, SKBlendMode.SrcIn);
        using var paint = new SKPaint { Shader = both };
        text.Canvas.DrawRect(0, 0, box.Right + (150 * unit), box.Bottom + (150 * unit), paint);
    }

    /// <summary>What lies over every page.</summary>
    public static void Draw(TextSetter text, Page page, PictureSize size)
    {
        float unit = size.Unit;
        if (page.Steps > 1)
        {
            float middle = size.Bottom - (5 * unit);
            text.Mark("steps", new SKRect(68 * unit, middle - (10 * unit), (88 + ((page.Steps - 1) * 42)) * unit, middle + (10 * unit)));
            for (int i = 0; i < page.Steps; i++)
            {
                using var dot = new SKPaint { IsAntialias = true, Color = (i == page.Step ? text.Palette.Ink : text.Palette.Ink3).Skia(i == page.Step ? 1 : 0.75) };
                text.Canvas.DrawCircle((78 + (i * 42)) * unit, middle, (i == page.Step ? 10 : 7) * unit, dot);
            }
        }

        if (page.Join.Length > 0)
        {
            Join(text, page.Join, JoinBox(page.Join, size), size);
        }

        if (page.Dark > 0)
        {
            using var dark = new SKPaint { Color = text.Palette.Ground.Skia(page.Dark) };
            text.Canvas.DrawRect(0, 0, size.Width, size.Height, dark);
            TypeSizes type = size.Type;
            using SKFont font = Fonts.Of(500, type["subtitle"]);
            text.Line(page.Eyebrow, 64 * unit, (size.Upright ? size.Height * PictureSize.UprightWords : 60 * unit) + (type["subtitle"] * 0.93f), font, text.Palette.Ink2.Skia(0.4 * page.Dark));
        }

        if (page.Trouble.Length > 0)
        {
            Trouble(text, page, size);
        }
    }

    /// <summary>Boxes that names on the map keep away from: trouble and the join code, in the bottom right corner.</summary>
    public static IReadOnlyList<SKRect> Taken(Page page, PictureSize size)
    {
        var taken = new List<SKRect>();
        if (page.Join.Length > 0)
        {
            taken.Add(JoinBox(page.Join, size).Whole);
        }

        if (page.Trouble.Length > 0)
        {
            taken.Add(TroubleBox(page, size).Box);
        }

        return taken;
    }

    private static (QRCodeData Code, SKRect Square, SKRect Whole) JoinBox(string join, PictureSize size)
    {
        string[] parts = join.Split(' ');
        float unit = size.Unit;
        QRCodeData code = QRCodeGenerator.GenerateQrCode(parts[0], QRCodeGenerator.ECCLevel.M);
        int modules = code.ModuleMatrix.Count;
        float side = Math.Max(1, MathF.Floor(300 * unit / modules)) * modules;
        var square = SKRect.Create(size.Width - (56 * unit) - side, size.Corner - side, side, side);
        using SKFont font = Fonts.Of(600, size.Type["second"]);
        float word = parts.Length > 1 ? TextSetter.Width(parts[1], font, 4 * unit) + (24 * unit) : 0;
        return (code, square, square with { Left = square.Left - word });
    }

    private static void Join(TextSetter text, string join, (QRCodeData Code, SKRect Square, SKRect Whole) box, PictureSize size)
    {
        using QRCodeData code = box.Code;
        float unit = size.Unit;
        SKRect square = box.Square;
        using var paper = new SKPaint { Color = SKColors.White };
        using var ink = new SKPaint { Color = SKColors.Black };
        text.Canvas.DrawRect(square, paper);
        int modules = code.ModuleMatrix.Count;
        float module = square.Width / modules;
        for (int y = 0; y < modules; y++)
        {
            for (int x = 0; x < modules; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    text.Canvas.DrawRect(square.Left + (x * module), square.Top + (y * module), module, module, ink);
                }
            }
        }

        if (join.Split(' ') is [_, var word, ..])
        {
            using SKFont font = Fonts.Of(600, size.Type["second"]);
            text.Haloed(word, box.Whole.Left, square.Bottom - (TextSetter.Descent * font.Size), font, text.Palette.Ink.Skia(), 4 * unit);
        }
    }

    // Above the join code, where both are there.
    private static (SKRect Box, List<List<Phrase>> Lines) TroubleBox(Page page, PictureSize size)
    {
        float unit = size.Unit;
        using SKFont font = Fonts.Of(500, size.Type["smallest"]);
        List<List<Phrase>> lines = TextSetter.Break(Phrase.Plain(page.Trouble), font, 0, size.Width * 0.5f);
        float height = (lines.Count * font.Size * 1.36f) + (32 * unit);
        float width = lines.Max(l => TextSetter.Width(l, font)) + (48 * unit);
        float bottom = page.Join.Length > 0 ? JoinBox(page.Join, size).Square.Top - (24 * unit) : size.Corner;
        return (SKRect.Create(size.Width - width - (56 * unit), bottom - height, width, height), lines);
    }

    private static void Trouble(TextSetter text, Page page, PictureSize size)
    {
        float unit = size.Unit;
        (SKRect box, List<List<Phrase>> lines) = TroubleBox(page, size);
        using SKFont font = Fonts.Of(500, size.Type["smallest"]);
        using var panel = new SKPaint { IsAntialias = true, Color = text.Palette["panel"].Skia(0.94) };
        text.Canvas.DrawRoundRect(box, 12 * unit, 12 * unit, panel);
        SKRect before = text.Panel;
        text.Panel = box;
        text.Paragraph(lines, box.Left + (24 * unit), box.Top + (16 * unit) + (font.Size * 0.95f), font.Size * 1.36f, font, 0, Tint.Missing);
        text.Panel = before;
    }
}
