using Simulation.Results.Sentences;
using Simulation.Results.Statistics;

namespace Simulation.Reports.Charts;

/// <summary>Dots with their ranges about a zero line: thick 8 in 10, thin 19 in 20.</summary>
internal static class RangeChart
{
    /// <summary>Draws the chart.</summary>
    /// <param name="title">A finding.</param>
    /// <param name="subtitle">What is measured.</param>
    /// <param name="rows">Rows, top to bottom.</param>
    /// <param name="width">Width, pixels.</param>
    /// <param name="label">Width of the labels.</param>
    /// <param name="number">Width of the numbers.</param>
    /// <param name="row">Height of a row.</param>
    /// <param name="left">Words under the left end, e.g. <c>fewer</c>.</param>
    /// <param name="right">Words under the right end.</param>
    /// <param name="tick">A tick as text.</param>
    public static Exhibit Draw(
        string title, string subtitle, IReadOnlyList<RangeRow> rows, double width, double label, double number, double row, string left, string right, Func<double, string> tick)
    {
        const double Top = 6;
        double bottom = Top + (rows.Count * row);
        Axis axis = Axis.Over(rows.SelectMany(Extent), label + 8, width - number - 8, Math.Max(2, (int)((width - label - number) / 42)));
        Svg svg = new(width, bottom + 34);
        foreach (double at in axis.Ticks)
        {
            bool zero = Math.Abs(at) < axis.Step / 1e6;
            svg.Line(axis.At(at), Top, axis.At(at), bottom, zero ? PrintPalette.Ink : PrintPalette.Rule, zero ? 1.4 : 1);
            svg.Text(axis.At(at), bottom + 14, zero ? "0" : axis.Step >= 1 ? Whole(at) : tick(at), PrintPalette.Grey, anchor: "middle", size: 10.5);
        }

        bool lower = axis.Low < 0;
        bool higher = axis.High > axis.Step / 1e6;
        if (lower && higher)
        {
            svg.Text(axis.At(axis.Low), bottom + 28, left, PrintPalette.Grey, anchor: "middle", size: 10.5);
        }

        // What both sides share ("of every 100") stands once, behind the word of the side that there is.
        int shared = right.IndexOf(',', StringComparison.Ordinal);
        svg.Text(axis.At(axis.High), bottom + 28, higher || shared < 0 ? right : left + right[shared..], PrintPalette.Grey, anchor: "end", size: 10.5);
        for (int i = 0; i < rows.Count; i++)
        {
            double y = Top + ((i + 0.5) * row);
            svg.Text(0, y + 4, rows[i].Label);
            Mark(svg, axis, rows[i], y);
            svg.Text(width - number, y + 4, rows[i].Text, rows[i].State == Certainty.Known ? null : PrintPalette.Grey, bold: true);
        }

        string[][] table = [.. rows.Select(r => new[] { r.Label, r.Text, Words(r.Likely, tick), Words(r.Wide, tick) })];
        return new Exhibit(title, subtitle, svg.Render(Exhibit.Alternative(title, table)), ["", "Change", "8 in 10", "19 in 20"], table);
    }

    private static string Whole(double value) => (value < 0 ? "−" : "+") + Math.Abs(value).ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A range in words, for tables.</summary>
    internal static string Words(Interval? interval, Func<double, string> text) => interval is { } range ? $"{text(range.Low)} to {text(range.High)}" : "no range";

    private static IEnumerable<double> Extent(RangeRow row) =>
        [row.Value, row.Likely?.Low ?? row.Value, row.Likely?.High ?? row.Value, row.Wide?.Low ?? row.Value, row.Wide?.High ?? row.Value];

    private static void Mark(Svg svg, Axis axis, RangeRow row, double y)
    {
        string colour = row.Colour;
        if (row.Wide is { } wide)
        {
            svg.Line(axis.At(wide.Low), y, axis.At(wide.High), y, colour, 1.6);
        }

        if (row.Likely is { } likely)
        {
            svg.Rectangle(axis.At(likely.Low), y - 4, axis.At(likely.High) - axis.At(likely.Low), 8, colour, 0.45);
        }
        else
        {
            // No range is known: a dotted whisker of one length, so that a lone dot does not look like a certain one.
            svg.Line(axis.At(row.Value) - 14, y, axis.At(row.Value) + 14, y, colour, 1.4, "2 2.5");
        }

        bool hollow = row.State is Certainty.CannotTell or Certainty.NoChange;
        svg.Dot(axis.At(row.Value), y, 5, hollow ? "#fff" : colour, hollow ? PrintPalette.Grey : null);
    }
}
