using System.Runtime.CompilerServices;

// Page tests share two cores with a software renderer: one after another they are quicker than side by side.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(Simulation.Viewer.Tests.Fixtures.Browser))]

namespace Simulation.Viewer.Tests.Fixtures;

/// <summary>What holds for every test and every program that a test starts.</summary>
internal static class TestAssembly
{
    /// <summary>Where the command line is built: the tests lie in <c>.artifacts/bin/Simulation.Viewer.Tests/CONFIGURATION/</c>, it lies beside them.</summary>
    public static string CommandLine { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Simulation.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
        OperatingSystem.IsWindows() ? "simulate.exe" : "simulate"));

    /// <summary>The cache of populations that tests share; the user's own is left alone.</summary>
    public static string Cache { get; } = Path.Combine(AppContext.BaseDirectory, "cache");

    [ModuleInitializer]
    internal static void UseOwnCache() => Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Cache);
}
