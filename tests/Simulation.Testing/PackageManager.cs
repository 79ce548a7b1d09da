using System.Diagnostics;

namespace Simulation.Testing;

/// <summary>Debian's package manager, where this user may install with it: root, or a user whom sudo asks no password.</summary>
/// <param name="command">What a command line begins with, as in <c>sudo -n apt-get</c>; none when nothing may be installed.</param>
/// <param name="advice">What somebody who may would type, up to the packages.</param>
public sealed class PackageManager(IReadOnlyList<string> command, string advice)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>The one of this machine.</summary>
    public static PackageManager OfThisMachine()
    {
        const string AptGet = "/usr/bin/apt-get";
        if (!File.Exists(AptGet))
        {
            return new PackageManager([], "");
        }

        string[] command = Environment.IsPrivilegedProcess ? [AptGet]
            : File.Exists("/usr/bin/sudo") && Run(["/usr/bin/sudo", "-n", "true"], []).Code == 0 ? ["/usr/bin/sudo", "-n", AptGet]
            : [];
        return new PackageManager(command, Environment.IsPrivilegedProcess ? "apt-get install " : "sudo apt-get install ");
    }

    /// <summary>Tries to install <paramref name="wanted"/>, one process of tests at a time.</summary>
    /// <returns>Why it may still be missing, and what to type instead; to be read only if it is.</returns>
    public string Install(IReadOnlyList<string> wanted)
    {
        string names = string.Join(' ', wanted);
        if (wanted.Count == 0 || advice.Length == 0)
        {
            return "there is no package manager here that these tests know how to use";
        }

        if (command.Count == 0)
        {
            return $"only root may install it here: {advice}{names}";
        }

        using FileStream turn = WaitForTurn();
        (int code, string last) = Run(command, ["update", "-q"]);
        if (code == 0)
        {
            (code, last) = Run(command, ["install", "-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=600", .. wanted]);
        }

        return code == 0 ? $"'{advice}{names}' ended well and did not bring it" : $"'{advice}{names}' failed ({last})";
    }

    // Test projects run side by side, and the package manager lets one in at a time.
    private static FileStream WaitForTurn()
    {
        string file = Path.Combine(Path.GetTempPath(), "simulation-tests-install.lock");
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < Patience)
            {
                Thread.Sleep(200);
            }
        }
    }

    private static (int Code, string LastLine) Run(IReadOnlyList<string> command, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        start.Environment["LC_ALL"] = "C";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return (-1, "it did not end within 15 minutes");
        }

        string[] lines = (output.Result + "\n" + error.Result).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (process.ExitCode, lines.LastOrDefault() ?? "no word");
    }
}
