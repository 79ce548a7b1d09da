using System.Diagnostics;
using System.Text;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.CommandLine;

/// <summary><c>simulate view</c>, or <c>simulate-viewer</c> alone, started as a user starts it.</summary>
internal sealed class RunningViewer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningViewer(Process process) => this.process = process;

    public string Output => Text(output);

    public string Error => Text(error);

    public static RunningViewer Start(params string[] arguments) => StartIn(Environment.CurrentDirectory, arguments);

    public static RunningViewer StartIn(string folder, params string[] arguments) => Start(TestAssembly.CommandLine, folder, ["view", .. arguments]);

    /// <summary>Starts the viewer's own program.</summary>
    public static RunningViewer StartAlone(params string[] arguments) => Start(TestAssembly.Viewer, Environment.CurrentDirectory, arguments);

    /// <summary>Removes populations from the cache that the viewers of tests share.</summary>
    public static void ForgetPopulations(string pattern)
    {
        string folder = Directory.CreateDirectory(Path.Combine(TestAssembly.Cache, "simulation", "populations")).FullName;
        foreach (string file in Directory.GetFiles(folder, pattern))
        {
            File.Delete(file);
        }
    }

    /// <summary>The address that it prints.</summary>
    public Task<Uri> AddressAsync() => address.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>Waits until it has printed some words.</summary>
    public async Task UntilAsync(string words)
    {
        for (var watch = Stopwatch.StartNew(); !Output.Contains(words, StringComparison.Ordinal); await Task.Delay(5, TestContext.Current.CancellationToken))
        {
            watch.Elapsed.ShouldBeLessThan(Patience, $"waiting for '{words}'; it printed {Output}{Error}");
        }
    }

    /// <summary>Sends a signal to the command line alone, not to the viewer that it started.</summary>
    public void Signal(string name)
    {
        using Process kill = Process.Start("kill", [name, process.Id.ToString()]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end; its output is complete then.</summary>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static RunningViewer Start(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        var viewer = new RunningViewer(Process.Start(start)!);
        viewer.process.OutputDataReceived += (_, line) => viewer.Take(viewer.output, line.Data);
        viewer.process.ErrorDataReceived += (_, line) => viewer.Take(viewer.error, line.Data);
        viewer.process.BeginOutputReadLine();
        viewer.process.BeginErrorReadLine();
        return viewer;
    }

    private static string Text(StringBuilder builder)
    {
        lock (builder)
        {
            return builder.ToString();
        }
    }

    private void Take(StringBuilder builder, string? line)
    {
        lock (builder)
        {
            builder.Append(line).Append('\n');
        }

        if (line?.StartsWith("Open http", StringComparison.Ordinal) == true)
        {
            address.TrySetResult(new Uri(line.Split(' ')[1]));
        }
    }
}
