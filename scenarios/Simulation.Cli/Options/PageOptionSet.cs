using System.CommandLine;

namespace Simulation.Cli.Options;

/// <summary>How <c>view</c> serves its page.</summary>
internal sealed class PageOptionSet : IShownOptions
{
    /// <summary>Port of a page unless asked otherwise.</summary>
    public const int DefaultPort = 5080;

    /// <summary>Port.</summary>
    public Option<int?> Port { get; } = new Option<int?>("--port") { Description = "Port (default: 5080); 0 takes a free one.", HelpName = "N" }.From(0, 65_535);

    /// <summary>Whether other machines may watch.</summary>
    public Option<bool> Share { get; } = new("--share") { Description = "Let others on the network watch, with a join code; without it only this machine can." };

    /// <summary>A story to present.</summary>
    public Option<string?> Story { get; } = new("--story") { Description = "A story.yaml to present.", HelpName = "FILE" };

    /// <summary>A recording to keep.</summary>
    public Option<string?> Record { get; } = new("--record") { Description = "Keep every day shown in this new .recording file, to open again.", HelpName = "FILE" };

    /// <summary>A kept study.</summary>
    public Option<string?> Study { get; } = new("--study") { Description = "Folder of a finished study of plans with one lever each: every lever that stands as in the study then shows what it does alone, with its range.", HelpName = "FOLDER" };

    /// <inheritdoc/>
    public IReadOnlyList<Option> All => [Port, Share, Story, Record, Study];
}
