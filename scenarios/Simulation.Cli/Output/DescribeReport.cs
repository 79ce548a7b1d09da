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

    private static string Number(double value) => value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
