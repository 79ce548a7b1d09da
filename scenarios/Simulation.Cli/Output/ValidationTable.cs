using System.Text.Json;
using Simulation.Engine.Validation;

namespace Simulation.Cli.Output;

/// <summary>Prints published figures beside the model's.</summary>
internal static class ValidationTable
{
    /// <summary>Prints every line, met or not.</summary>
    public static void Print(Terminal terminal, IReadOnlyList<ValidationLine> lines)
    {
        TextTable table = new(["#", "Target (source)", ">Published", ">Within", ">Model", "Met", "How"], wrapping: 1);
        foreach (ValidationLine line in lines)
        {
            table.Add(
                line.Id,
                $"{line.What} ({line.Source})",
                Format(line.Target, line.Unit),
                Format(line.Tolerance, line.Unit),
                Format(line.Model, line.Unit),
                !line.HasTarget ? new Cell("–") : line.Met ? new Cell("yes", Cell.Better) : new Cell("no", Cell.Worse),
                line.Fitted ? "fitted" : "predicted");
        }

        table.Write(terminal);
        terminal.WriteLine();
        lines = [.. lines.Where(line => line.HasTarget)];
        terminal.WriteLine($"{lines.Count(l => l.Met)} of {lines.Count} targets met: {Met(lines, fitted: false)} predicted, {Met(lines, fitted: true)} fitted.");
        terminal.WriteParagraph("Fitted: a number of the model was solved or chosen on the figure, which shows that solving works. Predicted: none was, which shows what the model is worth.");
    }

    /// <summary>Writes the members of the object that <c>validate --json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<ValidationLine> lines)
    {
        json.WriteNumber("targets", lines.Count(l => l.HasTarget));
        json.WriteNumber("met", lines.Count(l => l.Met));
        json.WriteNumber("predicted", lines.Count(l => !l.Fitted && l.HasTarget));
        json.WriteNumber("predictedMet", lines.Count(l => !l.Fitted && l.Met));
        json.WriteObjects("lines", lines, line =>
        {
            json.WriteString("id", line.Id);
            json.WriteString("what", line.What);
            json.WriteString("source", line.Source);
            json.WriteFinite("target", line.Target);
            json.WriteFinite("tolerance", line.Tolerance);
            json.WriteFinite("model", line.Model);
            json.WriteString("unit", line.Unit);
            json.WriteBoolean("met", line.Met);
            json.WriteBoolean("fitted", line.Fitted);
        });
    }

    private static string Met(IReadOnlyList<ValidationLine> lines, bool fitted) =>
        $"{lines.Count(l => l.Fitted == fitted && l.Met)} of {lines.Count(l => l.Fitted == fitted)}";

    private static string Format(double value, string unit) =>
        !double.IsFinite(value)
            ? string.Empty
            : unit switch
            {
                "%" => Numbers.Fixed(value, 1) + " %",
                "min" => Numbers.Fixed(value, 1) + " min",
                _ => Numbers.Fixed(value, Math.Abs(value) < 100 ? 1 : 0),
            };
}
