namespace Simulation.Results.RunFiles;

/// <summary>A run file that cannot be written or read; the message names the file, what is wrong and what to do.</summary>
public sealed class RunFileException : Exception
{
    /// <summary>An exception about <paramref name="path"/>.</summary>
    /// <param name="path">The file as the user gave it.</param>
    /// <param name="message">What is wrong and what to do instead.</param>
    /// <param name="inner">What caused it, if anything.</param>
    public RunFileException(string path, string message, Exception? inner = null)
        : base($"{path}: {message}", inner) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }
}
