using System.ComponentModel;
using System.Diagnostics;
using Simulation.Engine.Files;

namespace Simulation.Cli.Running;

/// <summary>Hands scripts to Slurm.</summary>
internal static class Sbatch
{
    private const string Name = "sbatch";

    /// <summary>Refuses to submit where there is no Slurm, before any work is done for it.</summary>
    /// <exception cref="CommandException">There is no Slurm here.</exception>
    public static void EnsureHere()
    {
        if (!ProgramFinder.Has(Name))
        {
            throw new CommandException($"{Name}, Slurm's own command, is not on this machine; run this where Slurm is, or add --write-only to write the scripts and submit nothing.");
        }
    }

    /// <summary>Submits a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="options">What is said besides its own options.</param>
    /// <returns>Number of the job.</returns>
    /// <exception cref="CommandException">There is no Slurm here, or it refuses.</exception>
    public static string Submit(string script, params string[] options)
    {
        string otherwise = $"the script is written: submit it where Slurm is with 'sbatch {script}'";
        ProcessStartInfo start = new(Name, ["--parsable", .. options, script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();

            // "number" or "number;cluster".
            return process.ExitCode == 0 ? said.Trim().Split(';')[0]
                : throw new CommandException($"Slurm does not take the job ({error.Result.Trim().ReplaceLineEndings(" ")}); {otherwise}, or ask for less.");
        }
        catch (Win32Exception)
        {
            throw new CommandException($"{Name}, Slurm's own command, cannot be started on this machine; {otherwise}.");
        }
    }
}
