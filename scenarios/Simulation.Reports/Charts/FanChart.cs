using Simulation.Results.Statistics;

namespace Simulation.Reports.Charts;

/// <summary>Years along, a difference up, 8 in 10 dark about it and 19 in 20 light; nothing is smoothed over the years.</summary>
internal static class FanChart
{
    /// <summary>Draws the chart.</summary>
    public static Exhibit Draw(string title, string subtitle, IReadOnlyList<RangeRow> years, double width, double height, Func<double, string> tick)
    {
        const double Top = 18;
        const double Left = 8;
        double bottom = height - 24;
        double right = width - 56;
        Axis axis = Axis.Over(years.SelectMany(y => (double[])[y.Value, y.Wide?.Low ?? y.Value, y.Wide?.High ?? y.Value]), bottom, Top, 4);
        double At(int year) => Left + ((year + 1) * (right - Left) / years.Count);
        string colour = years[^1].Good < 0 ? PrintPalette.Against : PrintPalette.For;
        Svg svg = new(width, height);
        foreach ((Func<RangeRow, Interval?> band, double opacity) in ((Func<RangeRow, Interval?>, double)[])[(y => y.Wide, 0.2), (y => y.Likely, 0.3)])
        {
            if (years.All(y => band(y) is not null))
            {
                svg.Area(
                    [(Left, axis.At(0)), .. years.Select((y, i) => (At(i), axis.At(band(y)!.Value.High))), .. years.Select((y, i) => (At(i), axis.At(band(y)!.Value.Low))).Reverse()],
                    colour, opacity);
            }
        }

        svg.Line(Left - 8, axis.At(0), right + 8, axis.At(0), PrintPalette.Ink, 1.2);
        (double X, double Y) before = (Left, axis.At(0));
        for (int i = 0; i < years.Count; i++)
        {
            (double X, double Y) at = (At(i), axis.At(years[i].Value));
            svg.Line(before.X, before.Y, at.X, at.Y, colour, 2);
            svg.Dot(at.X, at.Y, 4.5, colour);
            if (i == 0 || i == years.Count - 1)
            {
                svg.Text(i == 0 && years.Count > 1 ? at.X - 8 : at.X + 9, at.Y + (i == 0 && years.Count > 1 ? -12 : 4), years[i].Text, PrintPalette.ForText, bold: true, anchor: i == 0 && years.Count > 1 ? "end" : "start");
            }

            svg.Text(at.X, height - 6, years[i].Label, PrintPalette.Grey, anchor: "middle", size: 10.5);
            before = at;
        }

        string[][] table = [.. years.Select(y => new[] { y.Label, y.Text, RangeChart.Words(y.Likely, tick), RangeChart.Words(y.Wide, tick) })];
        return new Exhibit(title, subtitle, svg.Render(Exhibit.Alternative(title, table)), ["", "Change", "8 in 10", "19 in 20"], table);
    }
}
