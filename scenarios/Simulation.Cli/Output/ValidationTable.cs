using System.Text.Json;
using Simulation.Engine.Validation;

namespace Simulation.Cli.Output;

/// <summary>Prints published figures beside the model's.</summary>
internal static class ValidationTable
{
    /// <summary>Prints every line, met or not.</summary>
    public static void Print(Terminal terminal, IReadOnlyList<ValidationLine> lines)
    {
        TextTable table = new(["#", "Target (source)", ">Published", ">Within", ">Model", "Met"], wrapping: 1);
        foreach (ValidationLine line in lines)
        {
            table.Add(
                line.Id,
                $"{line.What} ({line.Source})",
                Format(line.Target, line.Unit),
                Format(line.Tolerance, line.Unit),
                Format(line.Model, line.Unit),
                line.Met ? new Cell("yes", Cell.Better) : new Cell("no", Cell.Worse));
        }

        table.Write(terminal);
        terminal.WriteLine();
        terminal.WriteLine($"{lines.Count(l => l.Met)} of {lines.Count} targets met.");
    }

    /// <summary>Writes the members of the object that <c>validate --json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<ValidationLine> lines)
    {
        json.WriteNumber("targets", lines.Count);
        json.WriteNumber("met", lines.Count(l => l.Met));
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
        });
    }

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
