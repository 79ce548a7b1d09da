using System.CommandLine;

namespace Simulation.Cli.Options;

/// <summary>How <c>wall</c> is shown.</summary>
internal sealed class WallOptionSet : IShownOptions
{
    /// <summary>A story to present.</summary>
    public Option<string?> Story { get; } = new("--story") { Description = "A story.yaml to present.", HelpName = "FILE" };

    /// <summary>A page to follow.</summary>
    public Option<string?> Connect { get; } = new("--connect") { Description = "Address that 'simulate view' prints: the page there steers, and the wall shows the same day.", HelpName = "ADDRESS" };

    /// <summary>Pixels.</summary>
    public Option<string> Size { get; } = new Option<string>("--size") { Description = "Size of the window (default: 1280x720).", HelpName = "WxH" }.Pixels(PictureOptionSet.LeastPixels, PictureOptionSet.MostPixels);

    /// <summary>The whole monitor.</summary>
    public Option<bool> FullScreen { get; } = new("--full-screen") { Description = "Fill the monitor at once (key F)." };

    /// <summary>What paints.</summary>
    public Option<string> Painter { get; } = new Option<string>("--painter") { Description = "Whether a graphics card draws the map, where there is one: gpu (default) or cpu.", HelpName = "NAME" }.OneOf("gpu", "cpu");

    /// <summary>Dark or light.</summary>
    public Option<string> Theme { get; } = new Option<string>("--theme") { Description = "dark (default) or light (key T).", HelpName = "NAME" }.OneOf("dark", "light");

    /// <summary>Threads that paint.</summary>
    public Option<int?> Threads { get; } = new Option<int?>("--threads") { Description = "Threads that paint (default: all processors).", HelpName = "N" }.From(1, 256);

    /// <summary>Where phones join.</summary>
    public Option<string?> Join { get; } = new("--join") { Description = "Address and code for phones, as 'simulate view --share' prints them: \"http://… CODE\" (key J).", HelpName = "TEXT" };

    /// <inheritdoc/>
    public IReadOnlyList<Option> All => [Story, Connect, Size, FullScreen, Painter, Theme, Threads, Join];
}
