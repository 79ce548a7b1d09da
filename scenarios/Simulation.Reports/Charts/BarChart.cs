using Simulation.Results.Sentences;

namespace Simulation.Reports.Charts;

/// <summary>Bars from zero with whiskers, the first in front: a benefit by fifth.</summary>
internal static class BarChart
{
    /// <summary>Draws the chart.</summary>
    public static Exhibit Draw(string title, string subtitle, IReadOnlyList<RangeRow> bars, double width, double height, Func<double, string> tick)
    {
        const double Top = 22;
        double bottom = height - 26;
        Axis axis = Axis.Over(bars.SelectMany(b => (double[])[b.Value, b.Likely?.Low ?? b.Value, b.Likely?.High ?? b.Value]), bottom, Top, 4);
        double zero = axis.At(0);
        double step = width / bars.Count;
        Svg svg = new(width, height);
        for (int i = 0; i < bars.Count; i++)
        {
            RangeRow bar = bars[i];
            double middle = (i + 0.5) * step;
            bool front = i == 0;
            string fill = bar.State != Certainty.Known || bar.Good == 0 ? PrintPalette.Rule
                : bar.Good > 0 ? front ? PrintPalette.For : PrintPalette.ForPale : front ? PrintPalette.Against : PrintPalette.AgainstPale;
            svg.Rectangle(middle - (0.37 * step), zero, 0.74 * step, axis.At(bar.Value) - zero, fill);
            double end = Math.Min(axis.At(bar.Value), zero);
            if (bar.Likely is { } likely)
            {
                svg.Line(middle, axis.At(likely.Low), middle, axis.At(likely.High), PrintPalette.Ink, 1.6);
                end = Math.Min(end, axis.At(likely.High));
            }

            svg.Text(middle, end - 6, bar.Text, bar.State == Certainty.Known ? null : PrintPalette.Grey, bold: true, anchor: "middle");
            svg.Text(middle, height - 8, bar.Label, front ? null : PrintPalette.Grey, front, "middle", 10.5);
        }

        svg.Line(0, zero, width, zero, PrintPalette.Ink, 1.2);
        string[][] table = [.. bars.Select(b => new[] { b.Label, b.Text, RangeChart.Words(b.Likely, tick), RangeChart.Words(b.Wide, tick) })];
        return new Exhibit(title, subtitle, svg.Render(Exhibit.Alternative(title, table)), ["Fifth", "Change", "8 in 10", "19 in 20"], table);
    }
}
