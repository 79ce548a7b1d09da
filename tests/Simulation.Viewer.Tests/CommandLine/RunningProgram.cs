using System.Diagnostics;
using System.Text;

namespace Simulation.Viewer.Tests.CommandLine;

/// <summary>A program started as a user starts it, and what it has printed so far.</summary>
internal class RunningProgram : IDisposable
{
    /// <summary>How long anything is waited for.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    protected RunningProgram(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Take(output, line.Data);
        process.ErrorDataReceived += (_, line) => Take(error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Text(output);

    public string Error => Text(error);

    /// <summary>What is looked through for the words that are waited for.</summary>
    protected virtual string Watched => Output;

    /// <summary>Waits until it has printed some words.</summary>
    public async Task UntilAsync(string words)
    {
        for (var watch = Stopwatch.StartNew(); !Watched.Contains(words, StringComparison.Ordinal); await Task.Delay(5, TestContext.Current.CancellationToken))
        {
            watch.Elapsed.ShouldBeLessThan(Patience, $"waiting for '{words}'; it printed {Output}{Error}");
        }
    }

    /// <summary>Sends a signal to it alone, not to what it started.</summary>
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

    /// <summary>Told each line as it comes, perhaps before the constructor of a derived class has run; its fields are there.</summary>
    protected virtual void Printed(string line)
    {
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

        if (line is not null)
        {
            Printed(line);
        }
    }
}
