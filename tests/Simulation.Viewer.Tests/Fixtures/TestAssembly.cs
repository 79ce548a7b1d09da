using System.Runtime.CompilerServices;

// Page tests share two cores with a software renderer: one after another they are quicker than side by side.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(Simulation.Viewer.Tests.Fixtures.Browser))]

namespace Simulation.Viewer.Tests.Fixtures;

/// <summary>What holds for every test and every program that a test starts.</summary>
internal static class TestAssembly
{
    /// <summary>Where the command line is built: the tests lie in <c>.artifacts/bin/Simulation.Viewer.Tests/CONFIGURATION/</c>, it lies beside them.</summary>
    public static string CommandLine { get; } = Built("Simulation.Cli", "simulate");

    /// <summary>Where the viewer's own program is built.</summary>
    public static string Viewer { get; } = Built("Simulation.Viewer", "simulate-viewer");

    /// <summary>The cache of populations that tests share; the user's own is left alone.</summary>
    public static string Cache { get; } = Path.Combine(AppContext.BaseDirectory, "cache");

    [ModuleInitializer]
    internal static void UseOwnCache() => Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Cache);

    private static string Built(string project, string program) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", project, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
        OperatingSystem.IsWindows() ? program + ".exe" : program));
}
