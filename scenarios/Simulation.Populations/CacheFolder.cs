namespace Simulation.Populations;

/// <summary>Where populations that were built once, and the speed of the last run, are kept.</summary>
public static class CacheFolder
{
    /// <summary>Bytes of populations that are kept: seven of full size.</summary>
    private const long Room = 512L << 20;

    /// <summary>
    /// <c>$XDG_CACHE_HOME/simulation/populations</c>, else <c>~/.cache/simulation/populations</c>, else (Windows) the same
    /// under the local application data.
    /// </summary>
    public static string Populations() => Path.Combine(Root(), "populations");

    /// <summary>File with the speed of the last run of some size.</summary>
    public static string Rate() => Path.Combine(Root(), "rate.json");

    /// <summary>Notes that a population was used now: those used longest ago are removed first.</summary>
    /// <param name="path">Its file.</param>
    public static void Use(string path) => Try(() => File.SetLastWriteTimeUtc(path, DateTime.UtcNow));

    /// <summary>Removes what was used longest ago until the populations fit their room; the newest always stays.</summary>
    public static void Prune() => Prune(Populations(), Room);

    /// <summary>Removes what was used longest ago from a folder until the rest fits <paramref name="room"/>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="room">Bytes that may stay.</param>
    internal static void Prune(string folder, long room)
    {
        // A build that was killed leaves a part; a day later nobody is writing it any more.
        DateTime yesterday = DateTime.UtcNow.AddDays(-1);
        foreach (FileInfo part in new DirectoryInfo(folder).EnumerateFiles("*.partial").Where(f => f.LastWriteTimeUtc < yesterday))
        {
            Try(part.Delete);
        }

        long kept = 0;
        foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles("*.population").OrderByDescending(f => f.LastWriteTimeUtc))
        {
            bool newest = kept == 0;
            kept += file.Length;
            if (kept > room && !newest)
            {
                Try(file.Delete);
            }
        }
    }

    // A folder that cannot be written, or a file that another process just removed, costs room or time and nothing else.
    private static void Try(Action change)
    {
        try
        {
            change();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

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
