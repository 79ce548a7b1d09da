using System.Text.Json;
using Simulation.Engine.Parameters;
using Simulation.Engine.Processes;
using Simulation.Results.RunFiles;

namespace Simulation.Cli.Output;

/// <summary>Prints what the model is made of.</summary>
internal static class DescribeReport
{
    private const int Indent = 4;

    /// <summary>Prints the schedule, in the order in which a day runs.</summary>
    public static void PrintSchedule(Terminal terminal, IReadOnlyList<ProcessDescription> schedule)
    {
        terminal.WriteHeading("Schedule of a day");
        foreach (ProcessDescription process in schedule)
        {
            terminal.WriteParagraph($"{process.Name} ({process.Phase}; {process.Rhythm})");
            terminal.WriteParagraph(process.Summary, Indent);
            terminal.WriteParagraph($"reads: {process.ReadsText}", Indent);
            terminal.WriteParagraph($"writes: {process.WritesText}", Indent);
        }
    }

    /// <summary>Prints every number of the model with its range, source and grade.</summary>
    public static void PrintParameters(Terminal terminal, IReadOnlyList<Parameter> parameters)
    {
        terminal.WriteHeading($"Parameters ({parameters.Count})");
        foreach (Parameter parameter in parameters)
        {
            terminal.WriteParagraph(
                $"{parameter.Name} = {Number(parameter.Value)} {parameter.Unit} ({Number(parameter.Minimum)} to {Number(parameter.Maximum)}), {parameter.Grade.ToString().ToLowerInvariant()}");
            terminal.WriteParagraph(parameter.Meaning, Indent);
            terminal.WriteParagraph(parameter.Source, Indent);
        }
    }

    /// <summary>Prints where the time of a run went.</summary>
    public static void PrintProfile(Terminal terminal, RunFileReader run)
    {
        double total = run.Profile.Sum(p => p.Seconds);
        terminal.WriteHeading($"{run.Manifest.ScenarioName}: seconds in each process, over all workers");
        TextTable table = new(["Process", ">Seconds", ">Share"]);
        foreach ((string process, double seconds) in run.Profile)
        {
            table.Add(process, Numbers.Fixed(seconds, 2), total > 0 ? Numbers.Fixed(100 * seconds / total, 1) + " %" : string.Empty);
        }

        table.Write(terminal);
        HeadlineReport.PrintCost(terminal, run.Manifest);
    }

    /// <summary>Writes the schedule and every number of the model.</summary>
    public static void WriteModel(Utf8JsonWriter json, IReadOnlyList<ProcessDescription> schedule, IReadOnlyList<Parameter> parameters)
    {
        json.WriteObjects("schedule", schedule, process =>
        {
            json.WriteString("process", process.Name);
            json.WriteString("phase", process.Phase.ToString());
            json.WriteString("rhythm", process.Rhythm);
            json.WriteString("summary", process.Summary);
            json.WriteString("reads", process.ReadsText);
            json.WriteString("writes", process.WritesText);
        });
        json.WriteObjects("parameters", parameters, parameter =>
        {
            json.WriteString("name", parameter.Name);
            json.WriteFinite("value", parameter.Value);
            json.WriteString("unit", parameter.Unit);
            json.WriteFinite("minimum", parameter.Minimum);
            json.WriteFinite("maximum", parameter.Maximum);
            json.WriteString("grade", parameter.Grade.ToString().ToLowerInvariant());
            json.WriteString("meaning", parameter.Meaning);
            json.WriteString("source", parameter.Source);
        });
    }

    /// <summary>Writes where the time of a run went.</summary>
    public static void WriteProfile(Utf8JsonWriter json, RunFileReader run)
    {
        json.WriteString("scenario", run.Manifest.ScenarioName);
        json.WriteObject("processSeconds", () =>
        {
            foreach ((string process, double seconds) in run.Profile)
            {
                json.WriteFinite(process, seconds);
            }
        });
    }

    private static string Number(double value) => value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
