using System.Diagnostics;

namespace Simulation.Cli.Running;

/// <summary>
/// The viewer, a program of its own: the command line neither builds nor loads it, so that running scenarios needs neither
/// the web host nor Node.
/// </summary>
internal static class ViewerProgram
{
    private const string Project = "Simulation.Viewer";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs the viewer until it ends or is stopped; it prints for itself.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="CommandException">It is not there.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(Find(), [.. arguments, "--attached"]) { RedirectStandardInput = true };
        using Process viewer = Process.Start(start)!;
        try
        {
            await viewer.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            await End(viewer);
        }

        return viewer.ExitCode;
    }

    /// <summary>The end of its input tells the viewer to go, on every system; if this program is killed, the system ends the input.</summary>
    private static async Task End(Process viewer)
    {
        viewer.StandardInput.Close();
        using CancellationTokenSource waiting = new(Patience);
        try
        {
            await viewer.WaitForExitAsync(waiting.Token);
        }
        catch (OperationCanceledException)
        {
            viewer.Kill(entireProcessTree: true);
            await viewer.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static string Find()
    {
        string name = OperatingSystem.IsWindows() ? "simulate-viewer.exe" : "simulate-viewer";
        string here = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

        // Beside this program where both were installed into one folder, else where the checkout builds it.
        string[] places = [Path.Combine(here, name), Path.Combine(here, "..", "..", Project, Path.GetFileName(here), name)];
        return places.FirstOrDefault(File.Exists) ?? throw new CommandException(
            $"The viewer is not built. Build it once (its page needs Node 20 or newer), then try again:{Environment.NewLine}  dotnet build -c Release viewer/{Project}");
    }
}
