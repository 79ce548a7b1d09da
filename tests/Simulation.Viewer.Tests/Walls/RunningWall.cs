using System.Diagnostics;
using Simulation.Testing;
using Simulation.Viewer.Tests.CommandLine;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Walls;

/// <summary><c>simulate wall</c> on a screen that nobody sees, started as a user starts it.</summary>
internal sealed class RunningWall(VirtualScreen screen, params string[] arguments) : RunningProgram(On(screen, arguments))
{
    /// <summary>All that it has printed, errors last.</summary>
    public string Said => Output + Error;

    protected override string Watched => Said;

    private static ProcessStartInfo On(VirtualScreen screen, string[] arguments)
    {
        var start = new ProcessStartInfo(TestAssembly.CommandLine, ["wall", .. arguments]);
        start.Environment["DISPLAY"] = screen.Display;
        return start;
    }
}
