using System.Globalization;
using System.Text;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.Running;

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
            text.Append(CultureInfo.InvariantCulture, $"| {i + 1} | {line.Name} | {line.Phase}, {line.Rhythm} | {line.ReadsText} | {line.WritesText} | {line.Summary} |\n");
        }

        return text.ToString();
    }

    /// <summary>Every column of the population and of a run as a Markdown table.</summary>
    public static string Columns(ModelRun run)
    {
        StringBuilder text = new();
        text.Append("| Column | Type | Unit | Touched | Meaning |\n|---|---|---|---|---|\n");
        foreach ((string kind, IEnumerable<Table> tables) in new[] { ("Fixed", run.State.Population.Tables), ("Changes", run.State.Tables) })
        {
            foreach (ColumnInfo column in tables.SelectMany(table => table.Schema))
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{column.Key}` | {TypeOf(column.Type)} | {column.Unit} | {(kind == "Fixed" ? "fixed" : Rhythm(column.Touched))} | {Cell(column.Meaning)} |\n");
            }
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

    private static string TypeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => "8 bits",
        TypeCode.UInt16 => "16 bits",
        TypeCode.Single => "float",
        TypeCode.Int64 => "64 bits",
        _ => "32 bits",
    };

    private static string Rhythm(Touch touch) => touch switch
    {
        Touch.Daily or Touch.InItsWeek => "daily",
        Touch.Weekly => "weekly",
        _ => "now and then",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
