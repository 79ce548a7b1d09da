using System.Diagnostics;
using System.Text;
using Simulation.Testing;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Walls;

/// <summary><c>simulate wall</c> on a screen that nobody sees, started as a user starts it.</summary>
internal sealed class RunningWall : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly StringBuilder said = new();

    public RunningWall(VirtualScreen screen, params string[] arguments)
    {
        var start = new ProcessStartInfo(TestAssembly.CommandLine, ["wall", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DISPLAY"] = screen.Display;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public async Task UntilAsync(string words)
    {
        for (var watch = Stopwatch.StartNew(); !Said.Contains(words, StringComparison.Ordinal); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            watch.Elapsed.ShouldBeLessThan(Patience, $"waiting for '{words}'; it printed {Said}");
        }
    }

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

    private void Take(string? line)
    {
        lock (said)
        {
            said.Append(line).Append('\n');
        }
    }
}
