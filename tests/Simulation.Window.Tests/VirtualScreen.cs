using System.Diagnostics;

namespace Simulation.Window.Tests;

/// <summary>An X server that shows on no screen.</summary>
internal sealed class VirtualScreen : IDisposable
{
    private readonly Process process;

    public VirtualScreen(string xvfb)
    {
        var start = new ProcessStartInfo(xvfb) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string part in new[] { "-displayfd", "1", "-screen", "0", "1600x900x24", "-nolisten", "tcp" })
        {
            start.ArgumentList.Add(part);
        }

        process = Process.Start(start)!;
        Display = ":" + process.StandardOutput.ReadLine();
    }

    public string Display { get; }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
