using System.CommandLine;
using Simulation.Cli.Options;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Experiments.Studies;
using Simulation.Populations;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate study submit</c>: a study on a cluster.</summary>
internal static class StudySubmitCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Option<bool> slurm = new("--slurm") { Description = "The cluster's scheduler; the only one known.", Required = true };
        Option<int> tasks = new("--tasks") { Description = "Tasks to share the runs out among.", HelpName = "N", DefaultValueFactory = _ => 8 };
        Option<int> processors = new("--processors") { Description = "Processors of each task.", HelpName = "N", DefaultValueFactory = _ => 2 };
        Option<string?> memory = new("--memory") { Description = "Memory of each task, as Slurm takes it (default: the cluster's).", HelpName = "4G" };
        Option<string?> time = new("--time") { Description = "Most time of each task, as Slurm takes it (default: the cluster's).", HelpName = "HH:MM:SS" };
        Option<string?> partition = new("--partition") { Description = "Partition (default: the cluster's).", HelpName = "NAME" };
        Option<bool> hold = new("--write-only") { Description = "Write the scripts and submit nothing." };
        Option[] own = [slurm, tasks, processors, memory, time, partition, hold];
        StudyOptionSet options = new();
        Command command = new("submit", "Hand a study to a cluster: an array of tasks, and a last job that makes what a lost task left and collects. Study folder, files and cache must lie where all nodes see them.");
        options.AddTo(command, own);
        command.Validators.Add(result =>
        {
            if (result.GetResult(slurm) is null or { Implicit: true })
            {
                result.AddError("--slurm is missing: it says which scheduler the cluster has.");
            }
        });
        memory.Written(@"^[0-9]+[KMGT]?$", "an amount of memory as Slurm takes it, such as 4G or 4096M");
        time.Written(@"^([0-9]+-)?[0-9]+(:[0-9]{1,2}){0,2}$|^(INFINITE|UNLIMITED)$", "a time as Slurm takes it, such as 90 (minutes), 2:30:00 or 1-12:00:00");
        tasks.From(1, 10_000);
        processors.From(1, 1_024);
        command.SetAction(result =>
        {
            if (!result.GetValue(hold))
            {
                Sbatch.EnsureHere();
            }

            (StudyFolder study, OpenPopulation population, _) = options.Begin(result, terminal, cancellation);
            population.Dispose();
            int parts = Math.Min(result.GetValue(tasks), study.Plan.Members.Select(m => (m.Draw, m.Seed)).Distinct().Count());
            SlurmArray array = new(
                study.Plan.Name, Path.GetFullPath(study.Path), Environment.CurrentDirectory, Program(), options.Words(result, own), parts,
                result.GetValue(processors), result.GetValue(memory), result.GetValue(time), result.GetValue(partition));
            Directory.CreateDirectory(Path.GetDirectoryName(array.ArrayFile)!);
            OutputFile.Write(array.ArrayFile, array.Array());
            OutputFile.Write(array.CollectFile, array.Collect());
            string? job = null;
            string? last = null;
            if (!result.GetValue(hold))
            {
                job = Sbatch.Submit(array.ArrayFile);
                last = Sbatch.Submit(array.CollectFile, $"--dependency=afterany:{job}");
            }

            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json =>
                {
                    json.WriteString("folder", study.Path);
                    json.WriteNumber("runs", study.Plan.Members.Count);
                    json.WriteNumber("tasks", parts);
                    json.WriteString("array", array.ArrayFile);
                    json.WriteString("collect", array.CollectFile);
                    json.WriteString("arrayJob", job);
                    json.WriteString("collectJob", last);
                });
                return ExitCodes.Success;
            }

            terminal.WriteParagraph($"{study.Plan.Members.Count:N0} runs in {parts:N0} tasks of {result.GetValue(processors):N0} processors: " + (job is null
                ? $"the scripts are {array.ArrayFile} and {array.CollectFile}."
                : $"job {job}, then job {last}, which collects."));
            terminal.WriteParagraph($"How far it is: simulate study status {study.Path}");
            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>What starts this program again: its own file, or the host with it.</summary>
    private static string[] Program()
    {
        string process = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(process) == "dotnet" ? [process, Environment.GetCommandLineArgs()[0]] : [process];
    }
}
