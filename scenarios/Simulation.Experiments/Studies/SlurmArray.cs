using System.Globalization;
using System.Text;

namespace Simulation.Experiments.Studies;

/// <summary>
/// A study as a job array of Slurm: each task makes one part of it, and a last job makes what a task that was lost has left
/// over, and collects. The parts share the study's folder, which therefore lies where all nodes see it.
/// </summary>
/// <param name="Name">Name of the jobs.</param>
/// <param name="Folder">The study's folder, as a full path.</param>
/// <param name="WorkingFolder">Folder in which the command's relative paths hold.</param>
/// <param name="Program">Program and first arguments that start <c>simulate</c>.</param>
/// <param name="Arguments">Arguments of <c>study run</c>, without part and workers.</param>
/// <param name="Tasks">Tasks of the array.</param>
/// <param name="Processors">Processors of each task.</param>
/// <param name="Memory">Memory of each task as Slurm takes it; null for the cluster's own default.</param>
/// <param name="Time">Most time of each task as Slurm takes it; null for the cluster's own default.</param>
/// <param name="Partition">Partition; null for the cluster's own default.</param>
public sealed record SlurmArray(
    string Name,
    string Folder,
    string WorkingFolder,
    IReadOnlyList<string> Program,
    IReadOnlyList<string> Arguments,
    int Tasks,
    int Processors,
    string? Memory,
    string? Time,
    string? Partition)
{
    /// <summary>Folder of the scripts and of what the tasks say, in the study's folder.</summary>
    public const string Scripts = "slurm";

    /// <summary>Script of the array.</summary>
    public string ArrayFile => Path.Combine(Folder, Scripts, "array.sh");

    /// <summary>Script of the last job.</summary>
    public string CollectFile => Path.Combine(Folder, Scripts, "collect.sh");

    /// <summary>The script of the array.</summary>
    public string Array() => Head("%A-%a", string.Create(CultureInfo.InvariantCulture, $"#SBATCH --array=1-{Tasks}\n"))
        + "# A task that loses its node is started again, and makes only what is missing of its part.\n"
        + string.Create(CultureInfo.InvariantCulture, $"exec {Run()} --shard auto/{Tasks} --workers \"${{SLURM_CPUS_PER_TASK:-{Processors}}}\"\n");

    /// <summary>The script of the last job, to be started when the array has ended in whatever way.</summary>
    public string Collect() => Head("%j", string.Empty)
        + "# What tasks have left over is made here, then every run is checked.\n"
        + string.Create(CultureInfo.InvariantCulture, $"{Run()} --workers \"${{SLURM_CPUS_PER_TASK:-{Processors}}}\" &&\n")
        + $"exec {Words([.. Program, "study", "collect", Folder])}\n";

    private string Head(string log, string array)
    {
        StringBuilder head = new("#!/bin/sh\n");
        head.Append("#SBATCH --job-name=").Append(Option(Name)).Append('\n').Append(array)
            .Append(CultureInfo.InvariantCulture, $"#SBATCH --cpus-per-task={Processors}\n");
        foreach ((string name, string? value) in (ReadOnlySpan<(string, string?)>)[("mem", Memory), ("time", Time), ("partition", Partition)])
        {
            if (value is not null)
            {
                head.Append("#SBATCH --").Append(name).Append('=').Append(Option(value)).Append('\n');
            }
        }

        return head.Append("#SBATCH --requeue\n#SBATCH --open-mode=append\n#SBATCH --chdir=").Append(Option(WorkingFolder))
            .Append("\n#SBATCH --output=").Append(Option(Path.Combine(Folder, Scripts, log + ".log"))).Append('\n').ToString();
    }

    private string Run() => Words([.. Program, "study", "run", .. Arguments, "--out", Folder]);

    private static string Words(IEnumerable<string> words) => string.Join(' ', words.Select(Word));

    /// <summary>A word as a shell takes it.</summary>
    private static string Word(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=' or ',' or '+') ? word
        : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    /// <summary>A value as a line of options takes it.</summary>
    private static string Option(string value) => value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value;
}
