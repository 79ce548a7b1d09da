namespace Simulation.Engine.Populations.Files;

/// <summary>A file made of sections that cannot be used: the message says what is wrong, where, and what to do.</summary>
/// <param name="path">The file as the user named it.</param>
/// <param name="problem">What is wrong and what to do, as whole sentences.</param>
/// <param name="cause">What lies behind it, when something does.</param>
public abstract class SectionFileException(string path, string problem, Exception? cause = null) : Exception($"{path}: {problem}", cause)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}

/// <summary>A population file that cannot be used.</summary>
/// <inheritdoc/>
public sealed class PopulationFileException(string path, string problem, Exception? cause = null) : SectionFileException(path, problem, cause);

/// <summary>A saved state that cannot be used, or not for this run.</summary>
/// <inheritdoc/>
public sealed class StateFileException(string path, string problem, Exception? cause = null) : SectionFileException(path, problem, cause);
