using System.ComponentModel;
using System.Diagnostics;

namespace Simulation.Cli.Running;

/// <summary>Hands scripts to Slurm.</summary>
internal static class Sbatch
{
    /// <summary>Submits a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="options">What is said besides its own options.</param>
    /// <returns>Number of the job.</returns>
    /// <exception cref="CommandException">There is no Slurm here, or it refuses.</exception>
    public static string Submit(string script, params string[] options)
    {
        string otherwise = $"the script is written: submit it where Slurm is with 'sbatch {script}'";
        ProcessStartInfo start = new("sbatch", ["--parsable", .. options, script]) { RedirectStandardOutput = true, RedirectStandardError = true };
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
            throw new CommandException($"sbatch, Slurm's own command, is not on this machine; {otherwise}.");
        }
    }
}
