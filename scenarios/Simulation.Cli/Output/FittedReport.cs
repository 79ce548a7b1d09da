using System.Globalization;
using System.Text.Json;
using Simulation.Engine.Observation;
using Simulation.Experiments.Studies;
using Simulation.Scenarios.Studies;

namespace Simulation.Cli.Output;

/// <summary>Prints what figures of one's own leave of the numbers' ranges.</summary>
internal static class FittedReport
{
    /// <summary>Numbers, figures, and what is left.</summary>
    public static void Print(Terminal terminal, OwnTargets targets, Fitted fitted, int residents, string? scenario)
    {
        bool any = fitted.Numbers.All(n => double.IsFinite(n.Low));
        terminal.WriteHeading(targets.Name);
        TextTable numbers = new(["Number", ">May be", ">Left", ">Nearest"], wrapping: 0);
        foreach (FittedNumber number in fitted.Numbers)
        {
            numbers.Add(number.Number.Name, Span(number.Number.Minimum, number.Number.Maximum), any ? Span(number.Low, number.High) : "none", Plain(number.Best));
        }

        numbers.Write(terminal);
        terminal.WriteLine();
        TextTable figures = new(["Figure", ">Measured", ">Model", ">Away", ">Rules out"], wrapping: 0);
        foreach (FittedFigure figure in fitted.Figures)
        {
            Indicator known = Indicator.Find(figure.Figure.Indicator)!;
            figures.Add(
                known.Label + (figure.Figure.By == "all" ? string.Empty : $", {figure.Figure.Stratum}"), Numbers.Value(known, figure.Figure.Value), Numbers.Value(known, figure.Model),
                figure.Distance.ToString("0.0", CultureInfo.InvariantCulture) + " SD", double.IsNaN(figure.RuledOut) ? "not told" : $"{100 * figure.RuledOut:0} %");
        }

        figures.Write(terminal);
        terminal.WriteParagraph(any
            ? $"About {Percent(fitted.Volume)} of the numbers' ranges taken together is left; elsewhere a figure would be missed by more than three standard deviations. {fitted.Runs:N0} runs of {residents:N0} residents under the same luck."
            : $"No values of these numbers meet all figures within three standard deviations: the figure that rules out most is too exact, a number that matters is not among those that may move, or the model is wrong about it. {fitted.Runs:N0} runs of {residents:N0} residents.");
        terminal.WriteParagraph("Rules out: points that the figure alone rules out in the last wave. The other totals of the baseline move with the numbers; nothing is solved back.");
        if (scenario is not null)
        {
            terminal.WriteLine($"Scenario in {scenario}; write 'extends: {scenario}' in your own.");
        }
    }

    /// <summary>Writes the members of the object that <c>--json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, OwnTargets targets, Fitted fitted, string? scenario)
    {
        json.WriteString("targets", targets.Name);
        json.WriteFinite("volume", fitted.Volume);
        json.WriteNumber("runs", fitted.Runs);
        json.WriteString("file", scenario);
        json.WriteObjects("numbers", fitted.Numbers, number =>
        {
            json.WriteString("name", number.Number.Name);
            json.WriteFinite("low", number.Low);
            json.WriteFinite("high", number.High);
            json.WriteFinite("nearest", number.Best);
        });
        json.WriteObjects("figures", fitted.Figures, figure =>
        {
            json.WriteString("indicator", figure.Figure.Indicator);
            json.WriteString("by", figure.Figure.By);
            json.WriteString("stratum", figure.Figure.Stratum);
            json.WriteFinite("measured", figure.Figure.Value);
            json.WriteFinite("model", figure.Model);
            json.WriteFinite("distance", figure.Distance);
            json.WriteFinite("rulesOut", figure.RuledOut);
        });
    }

    private static string Span(double low, double high) => $"{Plain(low)} to {Plain(high)}";

    private static string Plain(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share < 0.001 ? "less than 0.1 %" : (100 * share).ToString(share < 0.1 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";
}
