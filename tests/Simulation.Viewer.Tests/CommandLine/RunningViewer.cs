using System.Diagnostics;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.CommandLine;

/// <summary><c>simulate view</c>, or <c>simulate-viewer</c> alone, started as a user starts it.</summary>
internal sealed class RunningViewer : RunningProgram
{
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningViewer(string program, string folder, string[] arguments)
        : base(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder })
    {
    }

    public static RunningViewer Start(params string[] arguments) => StartIn(Environment.CurrentDirectory, arguments);

    public static RunningViewer StartIn(string folder, params string[] arguments) => new(TestAssembly.CommandLine, folder, ["view", .. arguments]);

    /// <summary>Starts the viewer's own program.</summary>
    public static RunningViewer StartAlone(params string[] arguments) => new(TestAssembly.Viewer, Environment.CurrentDirectory, arguments);

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

    protected override void Printed(string line)
    {
        if (line.StartsWith("Open http", StringComparison.Ordinal))
        {
            address.TrySetResult(new Uri(line.Split(' ')[1]));
        }
    }
}
