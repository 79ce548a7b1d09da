using System.Diagnostics;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>What a command line printed and how it ended.</summary>
public sealed record Outcome(int ExitCode, string Out, string Error);

/// <summary>Runs the real executable in a folder of its own, with a population cache that all tests share.</summary>
public sealed class Simulate : IDisposable
{
    /// <summary>A tenth of a second a run, and enough residents for every neighbourhood to have some.</summary>
    public const string Residents = "20000";

    private readonly string program;
    private readonly string folder = Directory.CreateTempSubdirectory("simulation-cli-").FullName;

    private static readonly string Cache = Path.Combine(AppContext.BaseDirectory, "population-cache");

    public Simulate()
        : this(AppContext.BaseDirectory)
    {
    }

    private Simulate(string program) => this.program = program;

    public string Folder => folder;

    /// <summary>Variables that the program is started with, besides this process's own.</summary>
    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>();

    public string File(string name) => Path.Combine(folder, name);

    public IReadOnlyList<string> Files() =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return name;
    }

    /// <summary>The program alone in a folder, as if nothing else of the checkout were built.</summary>
    public Simulate CopyOfTheProgram()
    {
        string copy = Directory.CreateDirectory(File("program")).FullName;
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            System.IO.File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return new Simulate(copy);
    }

    /// <summary>Runs to the end.</summary>
    public Outcome Run(params string[] args)
    {
        using Process process = Start(args);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts and leaves the process to the caller.</summary>
    public Process Start(params string[] args)
    {
        ProcessStartInfo start = new(Path.Combine(program, OperatingSystem.IsWindows() ? "simulate.exe" : "simulate"), args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["XDG_CACHE_HOME"] = Cache;
        foreach ((string name, string value) in Environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
