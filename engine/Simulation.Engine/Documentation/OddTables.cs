using System.Globalization;
using System.Text;
using Simulation.Engine.Parameters;
using Simulation.Engine.Processes;

namespace Simulation.Engine.Documentation;

/// <summary>The tables of ODD.md that come from the code: the schedule and the parameters.</summary>
public static class OddTables
{
    /// <summary>The schedule of a day as a Markdown table.</summary>
    public static string Schedule(IReadOnlyList<ProcessDescription> lines)
    {
        StringBuilder text = new();
        text.Append("| # | Process | When | Reads | Writes | What it does |\n|--:|---|---|---|---|---|\n");
        for (int i = 0; i < lines.Count; i++)
        {
            ProcessDescription line = lines[i];
            text.Append(CultureInfo.InvariantCulture, $"| {i + 1} | {line.Name} | {line.Phase}, {line.Rhythm} | {line.Reads} | {line.Writes} | {line.Summary} |\n");
        }

        return text.ToString();
    }

    /// <summary>Every parameter as a Markdown table.</summary>
    public static string Parameters(IReadOnlyList<Parameter> parameters)
    {
        StringBuilder text = new();
        text.Append("| Parameter | Value | Range | Unit | Meaning | Source | Grade |\n|---|--:|---|---|---|---|---|\n");
        foreach (Parameter p in parameters)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{p.Name}` | {p.Value:0.#####} | {p.Minimum:0.#####} … {p.Maximum:0.#####} | {p.Unit} | {Cell(p.Meaning)} | {Cell(p.Source)} | {p.Grade.ToString().ToLowerInvariant()} |\n");
        }

        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
