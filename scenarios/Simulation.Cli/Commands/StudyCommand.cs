using System.CommandLine;
using Simulation.Cli.Options;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Experiments;
using Simulation.Experiments.Running;
using Simulation.Experiments.Studies;
using Simulation.Populations;
using Simulation.Reports;
using Simulation.Results.Studies;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate study</c>: many runs that answer one question, in one folder.</summary>
internal static class StudyCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation) =>
        new("study", "Answer a question with many runs: draws of the evidence, seeds of luck, scenarios side by side.")
        {
            MakeRun(terminal, cancellation),
            StudySubmitCommand.Make(terminal, cancellation),
            MakeStatus(terminal),
            MakeCollect(terminal),
            MakeReport(terminal),
            StudyOptimiseCommand.Make(terminal, cancellation),
            StudyScreenCommand.Make(terminal, cancellation),
        };

    private static Shard? PartOf(string? text)
    {
        try
        {
            return text is null ? null : Shard.Read(text, Environment.GetEnvironmentVariable);
        }
        catch (ExperimentException error)
        {
            throw new CommandException(error.Message, ExitCodes.Usage);
        }
    }

    private static Command MakeRun(Terminal terminal, CancellationToken cancellation)
    {
        Option<int?> jobs = new("--jobs") { Description = "Runs at a time in this process (default: what suits their size).", HelpName = "N" };
        Option<string?> shard = new("--shard")
        {
            Description = "Only this part of the study: 1/8, or auto/8 for the task index of Slurm, PBS, SGE or Kubernetes.",
            HelpName = "I/N",
        };
        Option<bool> untilSure = new("--until-sure") { Description = "Draw sixteen at a time and stop when the answer is known to a tenth, or to be less than matters." };
        StudyOptionSet options = new();
        Command command = new("run", "Make the runs of a study that are missing. The same command goes on after any interruption, in any number of processes.");
        options.AddTo(command, [untilSure, jobs, shard]);
        jobs.From(1, 1_024);
        command.Validators.Add(result =>
        {
            if (result.GetValue(untilSure) && result.GetValue(shard) is not null)
            {
                result.AddError("--until-sure looks at all draws, and --shard makes some of them; leave one of them out.");
            }
        });
        command.SetAction(result =>
        {
            Shard? part = PartOf(result.GetValue(shard));
            (StudyFolder begun, OpenPopulation open, RunRequest request) = options.Begin(result, terminal, cancellation);
            using OpenPopulation population = open;
            try
            {
                Ensemble ensemble = new(begun, population, request.Workers, terminal);
                EnsembleOutcome outcome = result.GetValue(untilSure)
                    ? SureStudy.Run(begun, ensemble, result.GetValue(jobs), terminal, cancellation)
                    : ensemble.Run(part, result.GetValue(jobs), only: null, cancellation);
                if (result.IsJson())
                {
                    JsonOutput.Write(terminal, writer => StudyStatus.WriteJson(writer, begun, outcome));
                }
                else
                {
                    StudyStatus.Print(terminal, begun, outcome);
                }

                return outcome.Failed.Count > 0 ? ExitCodes.BadInput : ExitCodes.Success;
            }
            catch (OperationCanceledException)
            {
                throw new StoppedException($"Stopped; the finished runs are kept in {begun.Path}, and the same command goes on from there.");
            }
        });
        return command;
    }

    private static Command MakeStatus(Terminal terminal)
    {
        Argument<string> folder = Folder();
        Command command = new("status", "Say how far a study has come.") { folder };
        command.SetAction(result =>
        {
            StudyFolder study = StudyFolder.Open(result.GetValue(folder)!);
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, writer => StudyStatus.WriteJson(writer, study, outcome: null));
            }
            else
            {
                StudyStatus.Print(terminal, study, outcome: null);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static Command MakeCollect(Terminal terminal)
    {
        Argument<string> folder = Folder();
        Command command = new("collect", "Check that every run is there and whole, and write the study's index.") { folder };
        command.SetAction(result =>
        {
            StudyFolder study = StudyFolder.Open(result.GetValue(folder)!);
            StudyIndex index = StudyIndex.Of(study);
            string file = Path.Combine(study.Path, StudyIndex.File);
            OutputFile.Write(file, index.ToCsv());
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json =>
                {
                    json.WriteNumber("runs", study.Plan.Members.Count);
                    json.WriteNumber("finished", index.Finished);
                    json.WriteString("file", file);
                    json.WriteStrings("wanting", index.Wanting);
                    if (index.Wanting.Count > 0)
                    {
                        json.WriteError(ExitCodes.BadInput, $"{index.Wanting.Count:N0} of {study.Plan.Members.Count:N0} runs are missing or damaged; the same 'simulate study run' command makes them.", [.. index.Wanting.Select(line => new Fault(line))]);
                    }
                });
            }
            else
            {
                terminal.WriteLine($"{index.Finished:N0} of {study.Plan.Members.Count:N0} runs are there and whole; index in {file}");
            }

            if (index.Finished == study.Plan.Members.Count)
            {
                return ExitCodes.Success;
            }

            foreach (string line in index.Wanting)
            {
                terminal.Complain(line);
            }

            return ExitCodes.BadInput;
        });
        return command;
    }

    private static Command MakeReport(Terminal terminal)
    {
        Argument<string> folder = Folder();
        Option<string[]> output = new("--output", "-o")
        {
            Description = "File to write instead of tables, by its ending: .html (one page that needs nothing else), .xlsx, .csv, .parquet, .geojson (maps); may be given more than once.",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };
        Option<bool> force = new("--force") { Description = "Replace files that exist." };
        Command command = new("report", "Say what a study found, with how sure it is.") { folder, output, force };
        command.SetAction(result =>
        {
            string[] files = result.GetValue(output)!;
            if (files.Length == 0)
            {
                return Report(terminal, result.GetValue(folder)!, result.IsJson());
            }

            foreach (string file in files)
            {
                OutputFile.EnsureFree(file, result.GetValue(force), "choose another name with -o");
                if (!StudyReport.Endings.Contains(Path.GetExtension(file)))
                {
                    throw new CommandException($"{file}: a report ends in {string.Join(", ", StudyReport.Endings)}; the ending says what is written.", ExitCodes.Usage);
                }
            }

            StudyFindings findings = StudyReading.Read(StudyFolder.Open(result.GetValue(folder)!), terminal, files.Any(f => StudyReport.Maps(Path.GetExtension(f))));
            if (findings.Map is null && files.FirstOrDefault(f => Path.GetExtension(f) == ".geojson") is { } map)
            {
                throw new CommandException($"{map}: the study's folder holds no {StudyMap.File}, from which maps are drawn; the same 'simulate study run' writes it.");
            }

            StudyReport report = new(findings);
            foreach (string file in files)
            {
                OutputFile.Write(file, report.Write(Path.GetExtension(file)));
                if (!result.IsJson())
                {
                    terminal.WriteLine($"Report in {file}");
                }
            }

            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json => json.WriteStrings("files", files));
            }

            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>Prints what a study found.</summary>
    public static int Report(Terminal terminal, string folder, bool json)
    {
        StudyFindings findings = StudyReading.Read(StudyFolder.Open(folder), terminal);
        if (json)
        {
            JsonOutput.Write(terminal, writer => FindingsReport.WriteJson(writer, findings));
        }
        else
        {
            FindingsReport.Print(terminal, findings);
        }

        return ExitCodes.Success;
    }

    private static Argument<string> Folder() => new("FOLDER") { Description = "Folder of the study." };
}
