using Simulation.Scene.Look;
using SkiaSharp;

namespace Simulation.Scene.Composing;

/// <summary>Draws a table in the text column: no boxes, a hairline under the head, numbers right-aligned.</summary>
internal static class Tables
{
    private const float TitleLeading = 1.36f;

    /// <summary>Height that a table takes, pixels.</summary>
    public static float Height(TableChart table, ChartRoom room) =>
        (TextSetter.Ascent * room.Axis) + ((Title(table, room).Count - 1) * room.Axis * TitleLeading) + ((table.Rows.Count + 1) * Pitch(room)) + (Hair(room) * 2)
        + (Note(table, room) is { Count: > 0 } note ? note.Count * room.Axis * TitleLeading : 0) + (TextSetter.Descent * room.Axis);

    /// <summary>Draws it at the bottom of its room.</summary>
    public static void Draw(TextSetter text, TableChart table, ChartRoom room)
    {
        Palette palette = text.Palette;
        using SKFont title = Fonts.Of(500, room.Axis);
        using SKFont plain = Fonts.Of(400, room.Axis);
        using SKFont bold = Fonts.Of(600, room.Axis);
        table = Fitted(table, room, plain, bold);
        float pitch = Pitch(room);
        float y = text.Paragraph(Title(table, room), room.Left, room.Bottom - Height(table, room) + (TextSetter.Ascent * room.Axis), room.Axis * TitleLeading, title, 0, Tint.Quiet) + pitch;
        float[] right = Columns(table, room, plain, bold);
        for (int c = 0; c < table.Columns.Count; c++)
        {
            text.Line(table.Columns[c], right[c], y, plain, palette.Ink2.Skia(), align: SKTextAlign.Right);
        }

        using var rule = new SKPaint { IsAntialias = true, Color = palette["border"].Skia(), StrokeWidth = MathF.Max(1, 1.4f * room.Unit) };
        float line = y + (TextSetter.Descent * room.Axis) + Hair(room);
        text.Canvas.DrawLine(room.Left, line, right[^1], line, rule);
        y += Hair(room) * 2;
        foreach (TableRow row in table.Rows)
        {
            y += pitch;
            text.Line(row.Name, room.Left, y, plain, palette.Ink.Skia());
            for (int c = 0; c < row.Cells.Count; c++)
            {
                bool last = c == row.Cells.Count - 1;
                text.Line(row.Cells[c], right[c], y, last ? bold : plain, (last ? text.Colour(row.Tint) : palette.Ink2).Skia(), align: SKTextAlign.Right);
            }
        }

        text.Paragraph(Note(table, room), room.Left, y + (room.Axis * TitleLeading), room.Axis * TitleLeading, plain, 0, Tint.Quiet);
    }

    private static float Pitch(ChartRoom room) => room.Axis * (room.Tight ? 1.08f : 1.34f);

    private static float Hair(ChartRoom room) => (room.Tight ? 2 : 5) * room.Unit;

    // In big type on a small screen the change alone has room: columns go from the left.
    private static TableChart Fitted(TableChart table, ChartRoom room, SKFont plain, SKFont bold)
    {
        while (table.Columns.Count > 1 && Columns(table, room, plain, bold)[^1] > room.Left + room.Width)
        {
            table = table with { Columns = [.. table.Columns.Skip(1)], Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells.Skip(1)] })] };
        }

        return table;
    }

    // Each column is as wide as its widest word; the names take what they need on the left.
    private static float[] Columns(TableChart table, ChartRoom room, SKFont plain, SKFont bold)
    {
        float gap = 26 * room.Unit;
        float x = room.Left + table.Rows.Max(r => TextSetter.Width(r.Name, plain));
        var right = new float[table.Columns.Count];
        for (int c = 0; c < right.Length; c++)
        {
            x += gap + Math.Max(TextSetter.Width(table.Columns[c], plain), table.Rows.Max(r => TextSetter.Width(r.Cells[c], bold)));
            right[c] = x;
        }

        return right;
    }

    private static List<List<Phrase>> Title(TableChart table, ChartRoom room)
    {
        using SKFont font = Fonts.Of(500, room.Axis);
        return TextSetter.Break(Phrase.Plain(table.Title), font, 0, room.Width);
    }

    private static List<List<Phrase>> Note(TableChart table, ChartRoom room)
    {
        using SKFont font = Fonts.Of(400, room.Axis);
        return TextSetter.Break(Phrase.Plain(table.Note), font, 0, room.Width);
    }
}
