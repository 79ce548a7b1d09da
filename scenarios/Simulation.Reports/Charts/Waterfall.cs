using Simulation.Results.Sentences;

namespace Simulation.Reports.Charts;

/// <summary>One step of a waterfall.</summary>
/// <param name="Name">Who delivers it, or how it acts.</param>
/// <param name="Label">What is said of it below its name.</param>
/// <param name="Row">Its share, with range.</param>
public sealed record WaterfallStep(string Name, string Label, RangeRow Row);

/// <summary>Shares of an effect, each beginning where the one before ends, and the whole.</summary>
internal static class Waterfall
{
    /// <summary>Draws the chart.</summary>
    /// <param name="title">A finding.</param>
    /// <param name="subtitle">What is measured.</param>
    /// <param name="who">What the steps are: the table's first column.</param>
    /// <param name="steps">Steps that add up to the whole.</param>
    /// <param name="whole">The whole.</param>
    /// <param name="width">Width, pixels.</param>
    /// <param name="tick">A number as text.</param>
    public static Exhibit Draw(string title, string subtitle, string who, IReadOnlyList<WaterfallStep> steps, RangeRow whole, double width, Func<double, string> tick)
    {
        const double RowHeight = 40;
        const double Label = 150;
        double[] starts = new double[steps.Count + 1];
        for (int i = 0; i < steps.Count; i++)
        {
            starts[i + 1] = starts[i] + steps[i].Row.Value;
        }

        Axis axis = Axis.Over(starts.Append(whole.Value), Label, width - 52, 4);
        Svg svg = new(width, (steps.Count + 1) * RowHeight);
        for (int i = 0; i < steps.Count; i++)
        {
            double y = (i * RowHeight) + 6;
            WaterfallStep step = steps[i];
            svg.Text(0, y + 11, Capital(step.Name), bold: true);
            svg.Text(0, y + 25, step.Label, PrintPalette.Grey, size: 10.5);
            svg.Rectangle(axis.At(starts[i]), y, axis.At(starts[i + 1]) - axis.At(starts[i]), 22, PrintPalette.Owner(step.Name));
            double end = Math.Max(axis.At(starts[i]), axis.At(starts[i + 1]));
            svg.Text(end + 6, y + 15, step.Row.Text, step.Row.State == Certainty.Known ? null : PrintPalette.Grey, bold: true);
            svg.Line(axis.At(starts[i + 1]), y + 22, axis.At(starts[i + 1]), y + RowHeight, PrintPalette.Grey, 1, "2 2");
        }

        double last = (steps.Count * RowHeight) + 6;
        svg.Text(0, last + 15, whole.Label, bold: true);
        svg.Rectangle(axis.At(0), last, axis.At(whole.Value) - axis.At(0), 22, PrintPalette.Ink);
        svg.Text(Math.Max(axis.At(0), axis.At(whole.Value)) + 6, last + 15, whole.Text, bold: true);
        string[][] table = [.. steps.Select(s => new[] { s.Name, s.Label, s.Row.Text, RangeChart.Words(s.Row.Likely, tick) }), ["", whole.Label, whole.Text, RangeChart.Words(whole.Likely, tick)]];
        return new Exhibit(title, subtitle, svg.Render(Exhibit.Alternative(title, table)), [who, "What", "Share", "8 in 10"], table);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
