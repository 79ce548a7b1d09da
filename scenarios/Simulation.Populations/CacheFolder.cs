using Simulation.Engine.Files;

namespace Simulation.Populations;

/// <summary>Where populations that were built once, states of runs that were warmed up once, draws whose baselines were solved once, and the speed of the last run are kept.</summary>
public static class CacheFolder
{
    /// <summary>Bytes of populations that are kept: seven of full size.</summary>
    private const long Room = 512L << 20;

    /// <summary>
    /// <c>$XDG_CACHE_HOME/simulation/populations</c>, else <c>~/.cache/simulation/populations</c>, else (Windows) the same
    /// under the local application data; null where there is no home to keep anything in.
    /// </summary>
    public static string? Populations() => Root() is { } root ? Path.Combine(root, "populations") : null;

    /// <summary>Folder of warm states, beside that of the populations; null where there is no home to keep anything in.</summary>
    public static string? States() => Root() is { } root ? Path.Combine(root, "states") : null;

    /// <summary>Folder of solved draws, beside that of the populations; null where there is no home to keep anything in.</summary>
    public static string? Draws() => Root() is { } root ? Path.Combine(root, "draws") : null;

    /// <summary>File with the speed of the last run of some size; null where there is no home to keep anything in.</summary>
    public static string? Rate() => Root() is { } root ? Path.Combine(root, "rate.json") : null;

    /// <summary>Makes the folder of a file that is to be kept, and tries whether it can be written.</summary>
    /// <param name="path">The file; null where there is no home.</param>
    /// <returns>Why nothing can be kept, as a sentence; null when it can.</returns>
    public static string? Trouble(string? path)
    {
        if (path is null)
        {
            return "the home folder of this user does not exist";
        }

        string folder = Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
            FileFault.Probe(path);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return FileFault.Writing(path, error).TrimEnd('.');
        }
    }

    /// <summary>Notes that a population was used now: those used longest ago are removed first.</summary>
    /// <param name="path">Its file.</param>
    public static void Use(string path) => Try(() => File.SetLastWriteTimeUtc(path, DateTime.UtcNow));

    /// <summary>Removes what was used longest ago until the populations fit their room; the newest always stays.</summary>
    public static void Prune() => Try(() => Prune(Populations()!, "*.population", Room));

    /// <summary>Removes what was used longest ago from a folder until the rest fits <paramref name="room"/>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="pattern">Names of the files that it is about.</param>
    /// <param name="room">Bytes that may stay.</param>
    public static void Prune(string folder, string pattern, long room)
    {
        // A build that was killed leaves a part; a day later nobody is writing it any more.
        DateTime yesterday = DateTime.UtcNow.AddDays(-1);
        foreach (FileInfo part in new DirectoryInfo(folder).EnumerateFiles("*.partial").Where(f => f.LastWriteTimeUtc < yesterday))
        {
            Try(part.Delete);
        }

        long kept = 0;
        foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles(pattern).OrderByDescending(f => f.LastWriteTimeUtc))
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

    private static string? Root()
    {
        string? root = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(root) || !Path.IsPathRooted(root))
        {
            // Empty where the home folder does not exist: without this test the cache would land in the current folder.
            string home = Environment.GetFolderPath(OperatingSystem.IsWindows() ? Environment.SpecialFolder.LocalApplicationData : Environment.SpecialFolder.UserProfile);
            if (!Directory.Exists(home))
            {
                return null;
            }

            root = OperatingSystem.IsWindows() ? home : Path.Combine(home, ".cache");
        }

        return Path.Combine(root, "simulation");
    }
}
