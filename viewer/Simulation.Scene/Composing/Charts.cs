using System.Globalization;
using Simulation.Scene.Look;
using SkiaSharp;

namespace Simulation.Scene.Composing;

/// <summary>Draws the small chart in the text column.</summary>
internal static class Charts
{
    private static readonly string[] Months = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

    /// <summary>Draws a chart.</summary>
    /// <param name="text">Sets text.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="unit">Pixels of a unit of the wall.</param>
    /// <param name="type">Sizes of type.</param>
    public static void Draw(TextSetter text, Chart chart, float unit, TypeSizes type)
    {
        switch (chart)
        {
            case CurveChart curve:
                Curve(text, curve, unit, type);
                break;
            case DotChart dots:
                Dots(text, dots, unit, type);
                break;
            case HistogramChart histogram:
                Histogram(text, histogram, unit, type);
                break;
        }
    }

    /// <summary>A number of 100 without decimals, with a true minus.</summary>
    public static string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture).Replace('-', '−');

    private static void Curve(TextSetter text, CurveChart chart, float unit, TypeSizes type)
    {
        Palette palette = text.Palette;
        using SKFont subtitle = Fonts.Of(500, Math.Max(type["axis"], type["smallest"]));
        using SKFont number = Fonts.Of(600, type["number"]);
        using SKFont axis = Fonts.Of(400, type["axis"]);
        float left = 64 * unit;
        float right = 455 * unit;
        float top = 790 * unit;
        float bottom = 945 * unit;
        text.Line(chart.Title, left, 716 * unit, subtitle, palette.Ink2.Skia());
        if (chart.With.Days.Count == 0)
        {
            return;
        }

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
        Ends(text, chart, X(chart.With.Days[^1]) + (18 * unit), Y, unit, number, axis, type);
        Axis(text, chart, X, unit, axis);
    }

    private static void Ends(TextSetter text, CurveChart chart, float x, Func<double, float> y, float unit, SKFont number, SKFont axis, TypeSizes type)
    {
        float leading = type["number"] * 1.22f;
        float middle = type["number"] * 0.36f;
        float with = y(chart.With.Values[^1]) + middle;
        float below = chart.RangeWords.Length > 0 ? leading : 0;
        if (chart.Without is { Days.Count: > 0 } without)
        {
            // Labels keep apart where lines end close to each other: the one with the plan is moved away from the other.
            float other = y(without.Values[^1]) + middle;
            bool above = chart.With.Values[^1] >= without.Values[^1];
            float room = above ? other - with - below : with - other;
            if (room < leading)
            {
                float push = (leading - room) / 2;
                with += above ? -push : push;
                other += above ? push : -push;
            }

            text.Line($"{Whole(without.Values[^1])} {without.Label}", x, other, axis, text.Palette.Ink2.Skia());
        }

        text.Line($"{Whole(chart.With.Values[^1])} {chart.With.Label}", x, with, number, text.Palette.AmberText.Skia());
        if (chart.RangeWords.Length > 0)
        {
            text.Line(chart.RangeWords, x, with + leading, axis, (chart.With.Low is null ? text.Palette.Ink2 : text.Palette.AmberText).Skia());
        }
    }

    private static void Axis(TextSetter text, CurveChart chart, Func<int, float> x, float unit, SKFont font)
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

        float baseline = 1004 * unit;
        float right = x(chart.LastDay);
        int[] chosen = months.Count < 3 ? [0] : [0, months.Count / 2, months.Count - 1];
        float free = 0;
        foreach (int i in chosen)
        {
            float width = TextSetter.Width(months[i].Name, font);
            float at = i == 0 ? x(months[i].Day) : i == months.Count - 1 ? right - width : x(months[i].Day) - (width / 2);
            if (at >= free)
            {
                text.Line(months[i].Name, at, baseline, font, text.Palette.Ink2.Skia());
                free = at + width + (16 * unit);
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

    private static void Dots(TextSetter text, DotChart chart, float unit, TypeSizes type)
    {
        Palette palette = text.Palette;
        using SKFont subtitle = Fonts.Of(500, type["axis"]);
        using SKFont number = Fonts.Of(600, type["number"] * 1.25f);
        using SKFont axis = Fonts.Of(400, type["axis"]);
        float left = 64 * unit;
        float right = 650 * unit;
        float y = 818 * unit;
        text.Line(chart.Title, left, 702 * unit, subtitle, palette.Ink2.Skia());
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

        // Two words that would run into each other are moved apart.
        float a = X(chart.Without);
        float b = X(chart.With);
        float need = ((TextSetter.Width("without", axis) + Math.Max(TextSetter.Width("with the plan", axis), TextSetter.Width(chart.RangeWords, axis))) / 2) + (16 * unit);
        if (Math.Abs(b - a) < need)
        {
            float push = (need - Math.Abs(b - a)) / 2;
            (a, b) = b >= a ? (a - push, b + push) : (a + push, b - push);
        }

        text.Line(Whole(chart.Without), a, y - (36 * unit), number, palette.Ink2.Skia(), align: SKTextAlign.Center);
        text.Line(Whole(chart.With), b, y - (36 * unit), number, palette.AmberText.Skia(), align: SKTextAlign.Center);
        text.Line("without", a, y + (34 * unit) + (type["axis"] * 0.8f), axis, palette.Ink2.Skia(), align: SKTextAlign.Center);
        text.Line("with the plan", b, y + (34 * unit) + (type["axis"] * 0.8f), axis, palette.AmberText.Skia(), align: SKTextAlign.Center);
        text.Line(chart.RangeWords, b, y + (34 * unit) + (type["axis"] * 2.05f), axis, (double.IsNaN(chart.Low) ? palette.Ink2 : palette.AmberText).Skia(), align: SKTextAlign.Center);
    }

    private static void Histogram(TextSetter text, HistogramChart chart, float unit, TypeSizes type)
    {
        Palette palette = text.Palette;
        using SKFont subtitle = Fonts.Of(500, type["axis"]);
        using SKFont axis = Fonts.Of(400, type["axis"]);
        float left = 64 * unit;
        float pitch = Math.Max(44 * unit, type["axis"] * 1.45f);
        float y = 545 * unit;
        List<List<Phrase>> title = TextSetter.Break(Phrase.Plain(chart.Title), subtitle, 0, 560 * unit);
        y = text.Paragraph(title, left, y, type["axis"] * 1.36f, subtitle, 0, Tint.Quiet) + pitch + (8 * unit);
        float bars = left + chart.Rows.Max(r => TextSetter.Width(r.Label, axis)) + (24 * unit);
        int most = Math.Max(1, chart.Rows.Max(r => r.Count));
        foreach (HistogramRow row in chart.Rows)
        {
            bool last = row == chart.Rows[^1];
            y += last ? 14 * unit : 0;
            text.Line(row.Label, left, y, axis, (last ? palette.Ink2 : palette.Ink).Skia());
            float width = Math.Max(3 * unit, 240 * unit * row.Count / most);
            using var fill = new SKPaint { IsAntialias = true, Color = row.Colour.Skia() };
            text.Canvas.DrawRoundRect(SKRect.Create(bars, y - (type["axis"] * 0.85f), width, type["axis"] * 1.06f), 3 * unit, 3 * unit, fill);
            text.Line(row.Count.ToString("N0", CultureInfo.InvariantCulture), bars + width + (14 * unit), y, axis, palette.Ink2.Skia());
            y += pitch;
        }

        y += 44 * unit;
        foreach (string line in chart.Note.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            text.Line(line, left, y, axis, palette.Ink2.Skia());
            y += type["axis"] * 1.36f;
        }
    }
}
