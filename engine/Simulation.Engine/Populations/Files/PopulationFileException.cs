namespace Simulation.Engine.Populations.Files;

/// <summary>A population file that cannot be used: the message says what is wrong, where, and what to do.</summary>
public sealed class PopulationFileException : Exception
{
    /// <summary>An exception about the file at <paramref name="path"/>.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="problem">What is wrong and what to do, as whole sentences.</param>
    /// <param name="cause">What lies behind it, when something does.</param>
    public PopulationFileException(string path, string problem, Exception? cause = null)
        : base($"{path}: {problem}", cause) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }
}
