namespace Simulation.Engine.Files;

/// <summary>Unfinished files that this process is writing, so that none stays behind when the process has to go at once.</summary>
public static class PartialFiles
{
    private static readonly HashSet<string> Paths = [];

    /// <summary>Notes a file that is begun.</summary>
    /// <param name="path">The file.</param>
    public static void Add(string path)
    {
        lock (Paths)
        {
            Paths.Add(Path.GetFullPath(path));
        }
    }

    /// <summary>Notes that a file is whole and has its name, or is gone.</summary>
    /// <param name="path">The file.</param>
    public static void Remove(string path)
    {
        lock (Paths)
        {
            Paths.Remove(Path.GetFullPath(path));
        }
    }

    /// <summary>Removes all that are unfinished; what cannot be removed stays.</summary>
    public static void RemoveAll()
    {
        lock (Paths)
        {
            foreach (string path in Paths)
            {
                try
                {
                    File.Delete(path);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    // The process is going; the next one under this name removes what is left.
                }
            }

            Paths.Clear();
        }
    }
}
