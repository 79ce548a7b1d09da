namespace Simulation.Engine.Files;

/// <summary>Other programs that this one starts.</summary>
public static class ProgramFinder
{
    /// <summary>Whether a program is on this machine, in a folder that the system looks through.</summary>
    /// <param name="name">Its name, e.g. <c>ffmpeg</c>.</param>
    public static bool Has(string name)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, file)));
    }
}
