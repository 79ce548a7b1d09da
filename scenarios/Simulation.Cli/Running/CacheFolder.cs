namespace Simulation.Cli.Running;

/// <summary>Where populations that were built once, and the speed of the last run, are kept.</summary>
internal static class CacheFolder
{
    /// <summary>
    /// <c>$XDG_CACHE_HOME/simulation/populations</c>, else <c>~/.cache/simulation/populations</c>, else (Windows) the same
    /// under the local application data.
    /// </summary>
    public static string Populations() => Path.Combine(Root(), "populations");

    /// <summary>File with the speed of the last run of some size.</summary>
    public static string Rate() => Path.Combine(Root(), "rate.json");

    private static string Root()
    {
        string? root = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(root) || !Path.IsPathRooted(root))
        {
            root = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        }

        return Path.Combine(root, "simulation");
    }
}
