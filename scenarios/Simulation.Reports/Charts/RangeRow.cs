using Simulation.Results.Sentences;
using Simulation.Results.Statistics;

namespace Simulation.Reports.Charts;

/// <summary>One row of a chart of dots and ranges.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The difference, in the chart's unit.</param>
/// <param name="Likely">Range that holds it 8 times in 10; null where there is none.</param>
/// <param name="Wide">Range that holds it 19 times in 20; null where there is none.</param>
/// <param name="State">What may be said of it.</param>
/// <param name="Good">1 for the better, −1 for the worse, 0 neither.</param>
/// <param name="Text">The number, or the words that stand for it.</param>
public sealed record RangeRow(string Label, double Value, Interval? Likely, Interval? Wide, Certainty State, int Good, string Text)
{
    /// <summary>Colour of what is known.</summary>
    internal string Colour => State != Certainty.Known || Good == 0 ? PrintPalette.Grey : Good > 0 ? PrintPalette.For : PrintPalette.Against;
}
