namespace Simulation.Viewer.CommandLine;

/// <summary>What the viewer was asked to show.</summary>
/// <param name="Files">A scenario, or one or two run files; empty for the school run together.</param>
/// <param name="Data">Folder of open data, or null for the embedded figures.</param>
/// <param name="Residents">Number of residents.</param>
/// <param name="Days">Days of the horizon, or null for the scenario's.</param>
/// <param name="Seed">Seed of the luck.</param>
/// <param name="Workers">Worker threads.</param>
/// <param name="Port">Port; 0 takes a free one.</param>
/// <param name="Share">Whether other machines may watch.</param>
/// <param name="Story">File of the story to present, or null.</param>
public sealed record ViewerOptions(
    IReadOnlyList<string> Files, string? Data, int? Residents, int? Days, ulong? Seed, int Workers, int Port, bool Share, string? Story);

/// <summary>Pictures asked for instead of a window.</summary>
/// <param name="Folder">Where they go.</param>
/// <param name="Browser">What draws them, or null to look for one.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public sealed record RenderOptions(string Folder, string? Browser, int Width, int Height);

/// <summary>Something that the user can put right: its message is all that is shown.</summary>
public sealed class ViewerException : Exception
{
    /// <summary>With words that say what is wrong and what to do.</summary>
    public ViewerException(string message)
        : base(message)
    {
    }

    /// <summary>With words and the cause.</summary>
    public ViewerException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
