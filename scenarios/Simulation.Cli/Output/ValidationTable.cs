using Simulation.Results.Validation;

namespace Simulation.Cli.Output;

/// <summary>Prints published figures beside the model's.</summary>
internal static class ValidationTable
{
    /// <summary>Prints every line, met or not.</summary>
    public static void Print(Terminal terminal, IReadOnlyList<ValidationLine> lines)
    {
        TextTable table = new(["#", "Target", "Source", ">Published", ">Within", ">Model", "Met"], wrapping: 1);
        foreach (ValidationLine line in lines)
        {
            table.Add(
                line.Id,
                line.What,
                line.Source,
                Format(line.Target, line.Unit),
                Format(line.Tolerance, line.Unit),
                Format(line.Model, line.Unit),
                line.Met ? new Cell("yes", Cell.Better) : new Cell("no", Cell.Worse));
        }

        table.Write(terminal);
        terminal.WriteLine();
        terminal.WriteLine($"{lines.Count(l => l.Met)} of {lines.Count} targets met.");
    }

    private static string Format(double value, string unit) =>
        Numbers.Fixed(value, unit == "%" ? 1 : 2) + (unit.Length == 0 ? string.Empty : " " + unit);
}
