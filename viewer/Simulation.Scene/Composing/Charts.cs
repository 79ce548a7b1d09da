using System.Globalization;
using Simulation.Scene.Look;
using SkiaSharp;

namespace Simulation.Scene.Composing;

/// <summary>Where a chart stands: its left, its width and its bottom are given, its height follows.</summary>
/// <param name="Left">Left end, pixels.</param>
/// <param name="Width">Most that it may take across, pixels.</param>
/// <param name="Bottom">Lowest line, pixels.</param>
/// <param name="Unit">Pixels of a unit of the wall.</param>
/// <param name="Type">Sizes of type.</param>
/// <param name="Tight">Whether air gives way.</param>
internal sealed record ChartRoom(float Left, float Width, float Bottom, float Unit, TypeSizes Type, bool Tight)
{
    /// <summary>Size of the words, pixels.</summary>
    public float Axis => Math.Max(Type["axis"], Type["smallest"]);
}

/// <summary>Draws the small chart in the text column.</summary>
internal static class Charts
{
    private static readonly string[] Months = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

    /// <summary>Width that a chart may take, units of the wall.</summary>
    public const float Width = 640;

    private const float TitleLeading = 1.36f;
    private const float EndLeading = 1.22f;

    /// <summary>Draws a chart at the bottom of its room.</summary>
    /// <param name="text">Sets text.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="room">Where it stands.</param>
    public static void Draw(TextSetter text, Chart chart, ChartRoom room)
    {
        switch (chart)
        {
            case CurveChart curve:
                Curve(text, curve, room);
                break;
            case DotChart dots:
                Dots(text, dots, room);
                break;
            case HistogramChart histogram:
                Histogram(text, histogram, room);
                break;
            case TableChart table:
                Tables.Draw(text, table, room);
                break;
        }
    }

    /// <summary>Height that a chart takes, from the top of its title to its bottom, pixels.</summary>
    public static float Height(Chart chart, ChartRoom room)
    {
        float axis = room.Axis;
        float title = TextSetter.Ascent * axis;
        return chart switch
        {
            CurveChart { With.Days.Count: > 0 } curve => room.Bottom - CurveOf(curve, room).Top + TitleAbove(chart, room, 40),
            TableChart table => Tables.Height(table, room),
            DotChart => room.Bottom - DotLine(room) + NumberAbove(room) + TitleAbove(chart, room, room.Tight ? 16 : 34),
            HistogramChart h => title + ((Title(h, room).Count - 1) * axis * TitleLeading) + (room.Tight ? 0 : 8 * room.Unit) + ((h.Rows.Count + 0.0f) * Pitch(room)) + (14 * room.Unit)
                + (Note(h, room) is { Count: > 0 } note ? NoteAir(room) + (note.Count * axis * TitleLeading) : 0) + (TextSetter.Descent * axis),
            _ => 0,
        };
    }

    // Title: its lines, and air below its last baseline.
    private static float TitleAbove(Chart chart, ChartRoom room, float air) =>
        (air * room.Unit) + ((Title(chart, room).Count - 1) * room.Axis * TitleLeading) + (TextSetter.Ascent * room.Axis);

    private static List<List<Phrase>> Title(Chart chart, ChartRoom room)
    {
        using SKFont font = Fonts.Of(500, room.Axis);
        return TextSetter.Break(Phrase.Plain(chart.Title), font, 0, room.Width);
    }

    private static void DrawTitle(TextSetter text, Chart chart, ChartRoom room)
    {
        using SKFont font = Fonts.Of(500, room.Axis);
        text.Paragraph(Title(chart, room), room.Left, room.Bottom - Height(chart, room) + (TextSetter.Ascent * room.Axis), room.Axis * TitleLeading, font, 0, Tint.Quiet);
    }

    // The plot is as high as the words at the ends of its lines need.
    private static (float Top, float Bottom, float Axis) CurveOf(CurveChart chart, ChartRoom room)
    {
        float axis = room.Bottom - (TextSetter.Descent * room.Axis);
        float bottom = axis - (TextSetter.Ascent * room.Axis) - ((room.Tight ? 24 : 38) * room.Unit);
        CurveWords words = WordsOf(chart, room);
        float ends = words.Lines * room.Type["number"] * EndLeading;
        return (bottom - Math.Max((room.Tight ? 110 : 155) * room.Unit, ends), bottom, axis);
    }

    private static CurveWords WordsOf(CurveChart chart, ChartRoom room)
    {
        using SKFont number = Fonts.Of(600, room.Type["number"]);
        using SKFont axis = Fonts.Of(400, room.Axis);
        string with = $"{Whole(chart.With.Values[^1])} {chart.With.Label}";
        string without = chart.Without is { Days.Count: > 0 } other ? $"{Whole(other.Values[^1])} {other.Label}" : string.Empty;
        float widest = Math.Max(TextSetter.Width(with, number), Math.Max(TextSetter.Width(without, axis), TextSetter.Width(chart.RangeWords, axis)));
        float right = Math.Clamp(room.Left + room.Width - (18 * room.Unit) - widest, room.Left + (270 * room.Unit), room.Left + (391 * room.Unit));
        float space = room.Left + room.Width - (18 * room.Unit) - right;
        return new CurveWords(
            right, TextSetter.Break([new(with, Tint.For)], number, 0, space),
            TextSetter.Break(chart.RangeWords.Length == 0 ? [] : [new(chart.RangeWords, chart.With.Low is null ? Tint.Quiet : Tint.For)], axis, 0, space),
            TextSetter.Break(without.Length == 0 ? [] : [new(without, Tint.Quiet)], axis, 0, space));
    }

    private static float DotLine(ChartRoom room) => room.Bottom - (34 * room.Unit) - (2.27f * room.Axis);

    private static float NumberAbove(ChartRoom room) => (36 * room.Unit) + (TextSetter.Ascent * room.Type["number"] * 1.25f);

    private static float Pitch(ChartRoom room) => room.Tight ? room.Axis * 1.02f : Math.Max(44 * room.Unit, room.Axis * 1.45f);

    private static float NoteAir(ChartRoom room) => (room.Tight ? 6 : 28) * room.Unit;

    private static List<List<Phrase>> Note(HistogramChart chart, ChartRoom room)
    {
        using SKFont font = Fonts.Of(400, room.Axis);
        return [.. chart.Note.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(line => TextSetter.Break(Phrase.Plain(line), font, 0, room.Width))];
    }

    /// <summary>A number of 100 without decimals, with a true minus.</summary>
    public static string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture).Replace('-', '−');

    private static void Curve(TextSetter text, CurveChart chart, ChartRoom room)
    {
        Palette palette = text.Palette;
        float unit = room.Unit;
        using SKFont number = Fonts.Of(600, room.Type["number"]);
        using SKFont axis = Fonts.Of(400, room.Axis);
        DrawTitle(text, chart, room);
        if (chart.With.Days.Count == 0)
        {
            return;
        }

        (float top, float bottom, float baseline) = CurveOf(chart, room);
        CurveWords words = WordsOf(chart, room);
        float left = room.Left;
        float right = words.Right;
        (double low, double high) = Range(chart);
        float X(int day) => left + ((right - left) * (day - chart.With.Days[0]) / Math.Max(1, chart.LastDay - chart.With.Days[0]));
        float Y(double value) => bottom - (float)((value - low) / (high - low) * (bottom - top));
        if (chart.With is { Low: { } lows, High: { } highs })
        {
            using var builder = new SKPathBuilder();
            for (int i = 0; i < lows.Count; i++)
            {
                Add(builder, X(chart.With.Days[i]), Y(highs[i]), i == 0);
            }

            for (int i = lows.Count - 1; i >= 0; i--)
            {
                builder.LineTo(X(chart.With.Days[i]), Y(lows[i]));
            }

            builder.Close();
            using SKPath band = builder.Detach();
            double alpha = LookFiles.Json("layers.json").GetProperty("band").GetProperty(palette.Theme == Theme.Dark ? "dark" : "light").GetDouble();
            using var fill = new SKPaint { IsAntialias = true, Color = palette.Amber.Skia(alpha) };
            text.Canvas.DrawPath(band, fill);
        }

        if (chart.Without is { Days.Count: > 0 } without)
        {
            Stroke(text.Canvas, without, X, Y, palette.Ink2, 2.6f * unit, 6 * unit);
        }

        Stroke(text.Canvas, chart.With, X, Y, palette.Amber, 4.4f * unit, 9 * unit);
        Ends(text, chart, X(chart.With.Days[^1]) + (18 * unit), Y, words, chart.With.Values[^1] >= (chart.Without is { Days.Count: > 0 } w ? w.Values[^1] : double.MinValue), room, number, axis);
        Axis(text, chart, X, unit, baseline, axis);
    }

    // Words at the ends of lines that end close to each other are moved apart, the upper one upwards, and stay beside the plot.
    private static void Ends(TextSetter text, CurveChart chart, float x, Func<double, float> y, CurveWords words, bool above, ChartRoom room, SKFont number, SKFont axis)
    {
        float leading = room.Type["number"] * EndLeading;
        float middle = room.Type["number"] * 0.36f;
        float below = (words.With.Count + words.Range.Count - 1) * leading;
        float first = y(chart.With.Values[^1]) + middle;
        (float top, _, float baseline) = CurveOf(chart, room);
        float highest = top - (20 * room.Unit) + (TextSetter.Ascent * room.Axis);
        float lowest = baseline - (TextSetter.Ascent * room.Axis) - (16 * room.Unit) - (TextSetter.Descent * room.Axis);
        if (words.Without.Count > 0)
        {
            float second = y(chart.Without!.Values[^1]) + middle;
            float tail = (words.Without.Count - 1) * leading;
            (float upper, float upperTail, float lower, float lowerTail) = above ? (first, below, second, tail) : (second, tail, first, below);
            float push = Math.Max(0, (leading - (lower - upper - upperTail)) / 2);
            lower = Math.Min(lower + push, lowest - lowerTail);
            upper = Math.Max(Math.Min(upper - push, lower - leading - upperTail), highest);
            lower = Math.Max(lower, upper + upperTail + leading);
            (first, second) = above ? (upper, lower) : (lower, upper);
            text.Paragraph(words.Without, x, second, leading, axis, 0);
        }
        else
        {
            first = Math.Clamp(first, highest, Math.Max(highest, lowest - below));
        }

        float last = text.Paragraph(words.With, x, first, leading, number, 0);
        text.Paragraph(words.Range, x, last + leading, leading, axis, 0);
    }

    private static void Axis(TextSetter text, CurveChart chart, Func<int, float> x, float unit, float baseline, SKFont font)
    {
        // Of the months that begin on the axis, the first, one in the middle and the last that fits.
        var months = new List<(int Day, string Name)>();
        for (int day = chart.With.Days[0]; day <= chart.LastDay; day++)
        {
            DateOnly date = chart.Start.AddDays(day - 1);
            if (date.Day == 1 || months.Count == 0)
            {
                months.Add((day, Months[date.Month - 1]));
            }
        }

        float right = x(chart.LastDay);
        int[] chosen = months.Count < 2 ? [0] : months.Count < 3 ? [0, months.Count - 1] : [0, months.Count - 1, months.Count / 2];
        var taken = new List<(float From, float To)>();
        foreach (int i in chosen)
        {
            float width = TextSetter.Width(months[i].Name, font);
            float at = i == 0 ? x(months[i].Day) : i == months.Count - 1 ? right - width : x(months[i].Day) - (width / 2);
            if (taken.All(t => at > t.To + (16 * unit) || at + width + (16 * unit) < t.From))
            {
                text.Line(months[i].Name, at, baseline, font, text.Palette.Ink2.Skia());
                taken.Add((at, at + width));
            }
        }
    }

    private static (double Low, double High) Range(CurveChart chart)
    {
        double low = chart.Lowest;
        double high = chart.Highest;
        if (double.IsNaN(low) || double.IsNaN(high))
        {
            IEnumerable<double> all = chart.With.Values.Concat(chart.With.Low ?? []).Concat(chart.With.High ?? []).Concat(chart.Without?.Values ?? []);
            low = all.Min();
            high = all.Max();
        }

        // A tenth of air, and never so close that a change below one in a hundred looks large.
        double span = Math.Max(high - low, 2);
        double centre = (high + low) / 2;
        return (centre - (span * 0.6), centre + (span * 0.6));
    }

    private static void Stroke(SKCanvas canvas, Line line, Func<int, float> x, Func<double, float> y, Rgb colour, float width, float dot)
    {
        using var builder = new SKPathBuilder();
        for (int i = 0; i < line.Days.Count; i++)
        {
            Add(builder, x(line.Days[i]), y(line.Values[i]), i == 0);
        }

        using SKPath path = builder.Detach();
        using var stroke = new SKPaint { IsAntialias = true, Color = colour.Skia(), Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
        canvas.DrawPath(path, stroke);
        using var fill = new SKPaint { IsAntialias = true, Color = colour.Skia() };
        canvas.DrawCircle(x(line.Days[^1]), y(line.Values[^1]), dot, fill);
    }

    private static void Add(SKPathBuilder builder, float x, float y, bool first)
    {
        if (first)
        {
            builder.MoveTo(x, y);
        }
        else
        {
            builder.LineTo(x, y);
        }
    }

    private static void Dots(TextSetter text, DotChart chart, ChartRoom room)
    {
        Palette palette = text.Palette;
        float unit = room.Unit;
        using SKFont number = Fonts.Of(600, room.Type["number"] * 1.25f);
        using SKFont axis = Fonts.Of(400, room.Axis);
        float left = room.Left;
        float right = left + room.Width;
        float y = DotLine(room);
        DrawTitle(text, chart, room);
        double low = Math.Min(Math.Min(chart.With, chart.Without), double.IsNaN(chart.Low) ? double.MaxValue : chart.Low);
        double high = Math.Max(Math.Max(chart.With, chart.Without), double.IsNaN(chart.High) ? double.MinValue : chart.High);
        double span = Math.Max(high - low, 4);
        double from = ((low + high) / 2) - (span * 0.95);
        double to = ((low + high) / 2) + (span * 0.75);
        float X(double value) => left + (float)((value - from) / (to - from) * (right - left));
        using var rule = new SKPaint { IsAntialias = true, Color = palette["border"].Skia(), StrokeWidth = 2 * unit };
        text.Canvas.DrawLine(left, y, right, y, rule);
        if (!double.IsNaN(chart.Low))
        {
            using var bar = new SKPaint { IsAntialias = true, Color = palette.Amber.Skia(0.45) };
            text.Canvas.DrawRoundRect(SKRect.Create(X(chart.Low), y - (7 * unit), X(chart.High) - X(chart.Low), 14 * unit), 7 * unit, 7 * unit, bar);
        }

        using var without = new SKPaint { IsAntialias = true, Color = palette.Ink2.Skia() };
        using var with = new SKPaint { IsAntialias = true, Color = palette.Amber.Skia() };
        text.Canvas.DrawCircle(X(chart.Without), y, 13 * unit, without);
        text.Canvas.DrawCircle(X(chart.With), y, 17 * unit, with);

        // Words that would run into each other, or out of the column, are moved.
        float a = X(chart.Without);
        float b = X(chart.With);
        float halfA = Math.Max(TextSetter.Width("without", axis), TextSetter.Width(Whole(chart.Without), number)) / 2;
        float halfB = Math.Max(TextSetter.Width("with the plan", axis), TextSetter.Width(chart.RangeWords, axis)) / 2;
        float need = halfA + halfB + (16 * unit);
        if (Math.Abs(b - a) < need)
        {
            float push = (need - Math.Abs(b - a)) / 2;
            (a, b) = b >= a ? (a - push, b + push) : (a + push, b - push);
        }

        float shift = Math.Max(0, Math.Max(b + halfB, a + halfA) - right);
        (a, b) = (a - shift, b - shift);
        shift = Math.Max(0, left - Math.Min(a - halfA, b - halfB));
        (a, b) = (a + shift, b + shift);
        text.Line(Whole(chart.Without), a, y - (36 * unit), number, palette.Ink2.Skia(), align: SKTextAlign.Center);
        text.Line(Whole(chart.With), b, y - (36 * unit), number, palette.AmberText.Skia(), align: SKTextAlign.Center);
        text.Line("without", a, y + (34 * unit) + (room.Axis * 0.8f), axis, palette.Ink2.Skia(), align: SKTextAlign.Center);
        text.Line("with the plan", b, y + (34 * unit) + (room.Axis * 0.8f), axis, palette.AmberText.Skia(), align: SKTextAlign.Center);
        text.Line(chart.RangeWords, b, y + (34 * unit) + (room.Axis * 2.05f), axis, (double.IsNaN(chart.Low) ? palette.Ink2 : palette.AmberText).Skia(), align: SKTextAlign.Center);
    }

    private static void Histogram(TextSetter text, HistogramChart chart, ChartRoom room)
    {
        Palette palette = text.Palette;
        float unit = room.Unit;
        using SKFont axis = Fonts.Of(400, room.Axis);
        float left = room.Left;
        float pitch = Pitch(room);
        DrawTitle(text, chart, room);
        float y = room.Bottom - Height(chart, room) + (TextSetter.Ascent * room.Axis) + ((Title(chart, room).Count - 1) * room.Axis * TitleLeading) + pitch + (room.Tight ? 0 : 8 * unit);
        float bars = left + chart.Rows.Max(r => TextSetter.Width(r.Label, axis)) + (24 * unit);
        float counts = chart.Rows.Max(r => TextSetter.Width(Counted(r.Count), axis)) + (14 * unit);
        float longest = Math.Min(240 * unit, left + room.Width - bars - counts);
        int most = Math.Max(1, chart.Rows.Max(r => r.Count));
        foreach (HistogramRow row in chart.Rows)
        {
            y += row.Apart ? 14 * unit : 0;
            text.Line(row.Label, left, y, axis, (row.Apart ? palette.Ink2 : palette.Ink).Skia());
            float width = Math.Max(3 * unit, longest * row.Count / most);
            using var fill = new SKPaint { IsAntialias = true, Color = row.Colour.Skia() };
            text.Canvas.DrawRoundRect(SKRect.Create(bars, y - (room.Axis * 0.85f), width, Math.Min(room.Axis * 1.06f, pitch - (3 * unit))), 3 * unit, 3 * unit, fill);
            text.Line(Counted(row.Count), bars + width + (14 * unit), y, axis, palette.Ink2.Skia());
            y += pitch;
        }

        y += NoteAir(room) - pitch + (room.Axis * TitleLeading);
        text.Paragraph(Note(chart, room), left, y, room.Axis * TitleLeading, axis, 0, Tint.Quiet);
    }

    // Where the plot ends, and the words at the ends of its lines.
    private sealed record CurveWords(float Right, List<List<Phrase>> With, List<List<Phrase>> Range, List<List<Phrase>> Without)
    {
        public int Lines => With.Count + Range.Count + Without.Count;
    }

    private static string Counted(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
