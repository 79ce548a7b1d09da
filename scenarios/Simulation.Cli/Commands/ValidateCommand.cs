using System.CommandLine;
using System.Globalization;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Engine.Validation;
using Simulation.Results.Indicators;
using Simulation.Results.Runs;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate validate</c>: published figures beside the model's, met or not.</summary>
internal static class ValidateCommand
{
    private const string Baseline = "baseline";
    private const int Year = 364;

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Argument<string?> file = new("RUN")
        {
            Description = "Run file of a baseline (default: a baseline year is run first).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> strict = new("--strict") { Description = "End with exit code 4 when a figure is not met." };
        RunOptionSet options = new();
        Command command = new("validate", "Set published figures beside the model's, met or not.") { file, strict };
        options.AddTo(command, withSettings: false);
        command.SetAction(result =>
        {
            using RunCollection runs = new([result.GetValue(file) ?? Baseline], options.Read(result), terminal, cancellation);
            IRunFigures run = runs.Figures[0];
            Check(run, terminal);
            IReadOnlyList<ValidationLine> lines = [.. run.Validation, .. Lives(runs, run, terminal)];
            ValidationLine[] missed = result.GetValue(strict) ? [.. lines.Where(line => line.HasTarget && !line.Met)] : [];
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, writer =>
                {
                    WriteRun(writer, run.Manifest);
                    ValidationTable.WriteJson(writer, lines);
                    if (missed.Length > 0)
                    {
                        writer.WriteError(
                            ExitCodes.NotMet, $"{missed.Length:N0} of {lines.Count(line => line.HasTarget):N0} published figures are not met.",
                            [.. missed.Select(line => new Fault($"{line.Id}, {line.What}: not met.") { File = result.GetValue(file) })]);
                    }
                });
            }
            else
            {
                ValidationTable.Print(terminal, lines);
                if (run.Manifest.Scale > 1)
                {
                    terminal.WriteParagraph(string.Create(
                        CultureInfo.InvariantCulture,
                        $"Estimated from {run.Manifest.Residents:N0} of the region's {run.Manifest.RegionResidents:N0} residents: so few miss figures by chance alone. Leave --residents out to judge the model."));
                }
            }

            return missed.Length > 0 ? ExitCodes.NotMet : ExitCodes.Success;
        });
        return command;
    }

    // A year of days says nothing of births, deaths and who is there in ten years' time: those are lived through without days.
    private static IReadOnlyList<ValidationLine> Lives(RunCollection runs, IRunFigures run, Terminal terminal)
    {
        if (runs.Residents is not { } residents || run.Manifest.YearsLived.Count > 0)
        {
            return [];
        }

        int first = run.Manifest.Start.Year;
        terminal.Say($"Living through the years to {LivesReport.ProjectedTo}");
        return LivesReport.Project(residents.Population, first, run.Manifest.Seed, run.Manifest.Workers);
    }

    private static void Check(IRunFigures run, Terminal terminal)
    {
        if (run.Effects.Count > 0)
        {
            throw new CommandException(
                $"{run.Label} has interventions; published figures describe the world without them. Validate a baseline.");
        }

        if (run.Validation.Count == 0)
        {
            throw new CommandException($"{run.Label} ends before its first week does; run at least two weeks, better a year.");
        }

        if (run.Manifest.Days < Year)
        {
            terminal.Say($"{run.Label} covers {Numbers.Days(run.Manifest.Days)}; the published figures are those of a year.");
        }
    }

    private static void WriteRun(System.Text.Json.Utf8JsonWriter json, RunManifest run)
    {
        json.WriteString("scenario", run.ScenarioName);
        json.WriteNumber("residents", run.Residents);
        json.WriteNumber("days", run.Days);
        json.WriteNumber("seed", run.Seed);
        json.WriteString("populationSource", run.PopulationSource);
        json.WriteString("populationHash", run.PopulationHash);
        json.WriteString("stateHash", run.StateHash);
    }
}
