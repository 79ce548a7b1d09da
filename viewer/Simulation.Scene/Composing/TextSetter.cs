using Simulation.Scene.Look;
using SkiaSharp;

namespace Simulation.Scene.Composing;

/// <summary>Breaks and draws text.</summary>
internal sealed class TextSetter(SKCanvas canvas, Palette palette, SKRect page)
{
    /// <summary>Height of a line above its baseline, of its size.</summary>
    public const float Ascent = 0.76f;

    /// <summary>Depth of a line below its baseline, of its size.</summary>
    public const float Descent = 0.22f;

    private readonly List<SetText> texts = [];

    /// <summary>The canvas.</summary>
    public SKCanvas Canvas => canvas;

    /// <summary>The part of the picture that is being written on.</summary>
    public SKRect Panel { get; set; } = page;

    /// <summary>What was written.</summary>
    public IReadOnlyList<SetText> Texts => texts;

    /// <summary>The colours.</summary>
    public Palette Palette => palette;

    /// <summary>The colour of a tint.</summary>
    public Rgb Colour(Tint tint) => tint switch
    {
        Tint.For => palette.AmberText,
        Tint.Against => palette.Against,
        Tint.Quiet => palette.Ink2,
        Tint.Missing => palette["missing"],
        _ => palette.Ink,
    };

    /// <summary>Draws one line.</summary>
    /// <returns>Its width.</returns>
    public float Line(string text, float x, float baseline, SKFont font, SKColor colour, float tracking = 0, SKTextAlign align = SKTextAlign.Left)
    {
        float width = Width(text, font, tracking);
        float at = align == SKTextAlign.Left ? x : align == SKTextAlign.Right ? x - width : x - (width / 2);
        using var paint = new SKPaint { IsAntialias = true, Color = colour };
        Draw(text, at, baseline, font, tracking, paint);
        Note(text, at, baseline, width, font);
        return width;
    }

    /// <summary>Draws one line with a halo under it.</summary>
    public void Haloed(string text, float x, float baseline, SKFont font, SKColor colour, float tracking = 0)
    {
        (byte grey, byte green, byte blue, float alpha) = palette.Theme == Theme.Dark ? ((byte)8, (byte)10, (byte)14, 0.66f) : ((byte)251, (byte)250, (byte)246, 0.92f);
        // The halo is one shape: strokes of letters that touch must not darken each other.
        using var solid = new SKPaint
        {
            IsAntialias = true,
            Color = new SKColor(grey, green, blue),
            Style = SKPaintStyle.Stroke,
            StrokeWidth = Drawing.Number("labels.halo") * font.Size,
            StrokeJoin = SKStrokeJoin.Round,
        };
        using var layer = new SKPaint { Color = SKColors.White.WithAlpha((byte)(255 * alpha)) };
        canvas.SaveLayer(layer);
        Draw(text, x, baseline, font, tracking, solid);
        canvas.Restore();
        using var fill = new SKPaint { IsAntialias = true, Color = colour };
        Draw(text, x, baseline, font, tracking, fill);
        Note(text, x, baseline, Width(text, font, tracking), font);
    }

    /// <summary>Tells of something beside words that words must not touch.</summary>
    public void Mark(string what, SKRect box) => texts.Add(new SetText(what, box, Panel, float.PositiveInfinity));

    /// <summary>Width of a line.</summary>
    public static float Width(string text, SKFont font, float tracking = 0) => tracking == 0 ? font.MeasureText(text) : font.MeasureText(text) + (tracking * text.Length);

    /// <summary>Breaks words into lines no wider than a column, as even as they can be.</summary>
    /// <returns>The lines, each its words.</returns>
    public static List<List<Phrase>> Break(IReadOnlyList<Phrase> text, SKFont font, float tracking, float width)
    {
        // Words keep their colour; spaces between are put back when drawing.
        var words = new List<Phrase>();
        foreach (Phrase piece in text)
        {
            words.AddRange(piece.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => piece with { Text = w }));
        }

        float space = Width(" ", font, tracking);
        float[] widths = [.. words.Select(w => Width(w.Text, font, tracking))];
        int lines = Fill(widths, space, width).Count;
        List<(int From, int To)> best = Fill(widths, space, width);

        // The narrowest column that needs no more lines is the most even.
        float low = 0;
        float high = width;
        for (int i = 0; i < 18; i++)
        {
            float middle = (low + high) / 2;
            List<(int From, int To)> tried = Fill(widths, space, middle);
            if (tried.Count <= lines && tried.All(l => LineWidth(widths, space, l) <= middle + 0.01f))
            {
                (high, best) = (middle, tried);
            }
            else
            {
                low = middle;
            }
        }

        return [.. best.Select(l => words.GetRange(l.From, l.To - l.From))];
    }

    /// <summary>Draws lines.</summary>
    /// <returns>The baseline of the last.</returns>
    public float Paragraph(List<List<Phrase>> lines, float x, float baseline, float leading, SKFont font, float tracking, Tint plain = Tint.None)
    {
        float space = Width(" ", font, tracking);
        foreach (List<Phrase> line in lines)
        {
            float at = x;
            foreach (Phrase word in line)
            {
                Tint tint = word.Tint == Tint.None ? plain : word.Tint;
                using var paint = new SKPaint { IsAntialias = true, Color = Colour(tint).Skia() };
                Draw(word.Text, at, baseline, font, tracking, paint);
                at += Width(word.Text, font, tracking) + space;
            }

            if (line.Count > 0)
            {
                Note(string.Join(' ', line.Select(w => w.Text)), x, baseline, at - space - x, font);
            }

            baseline += leading;
        }

        return baseline - leading;
    }

    /// <summary>Width of a line of words.</summary>
    public static float Width(List<Phrase> line, SKFont font, float tracking = 0) =>
        line.Sum(w => Width(w.Text, font, tracking)) + (Width(" ", font, tracking) * Math.Max(0, line.Count - 1));

    private void Note(string text, float left, float baseline, float width, SKFont font)
    {
        if (text.Length > 0)
        {
            texts.Add(new SetText(text, new SKRect(left, baseline - (Ascent * font.Size), left + width, baseline + (Descent * font.Size)), Panel, font.Size));
        }
    }

    private void Draw(string text, float x, float baseline, SKFont font, float tracking, SKPaint paint)
    {
        if (tracking == 0)
        {
            canvas.DrawText(text, x, baseline, SKTextAlign.Left, font, paint);
            return;
        }

        ushort[] glyphs = font.GetGlyphs(text);
        float[] advances = font.GetGlyphWidths(glyphs);
        var positions = new SKPoint[glyphs.Length];
        float at = x;
        for (int i = 0; i < glyphs.Length; i++)
        {
            positions[i] = new SKPoint(at, baseline);
            at += advances[i] + tracking;
        }

        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(glyphs, font, positions);
        using SKTextBlob? blob = builder.Build();
        if (blob is not null)
        {
            canvas.DrawText(blob, 0, 0, paint);
        }
    }

    private static List<(int From, int To)> Fill(float[] widths, float space, float width)
    {
        var lines = new List<(int From, int To)>();
        int from = 0;
        float used = 0;
        for (int i = 0; i < widths.Length; i++)
        {
            float more = used == 0 ? widths[i] : used + space + widths[i];
            if (more > width && i > from)
            {
                lines.Add((from, i));
                from = i;
                more = widths[i];
            }

            used = more;
        }

        if (from < widths.Length)
        {
            lines.Add((from, widths.Length));
        }

        return lines;
    }

    private static float LineWidth(float[] widths, float space, (int From, int To) line) =>
        widths[line.From..line.To].Sum() + (space * (line.To - line.From - 1));
}
