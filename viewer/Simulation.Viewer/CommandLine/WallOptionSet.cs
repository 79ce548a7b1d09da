using System.CommandLine;
using Simulation.Scene.Look;

namespace Simulation.Viewer.CommandLine;

/// <summary>The options that say how the wall is shown.</summary>
internal sealed class WallOptionSet
{
    private readonly Option<string?> story = new("--story") { Description = "A story.yaml to present." };
    private readonly Option<string?> connect = new("--connect") { Description = "Address that 'simulate view' prints: the page there steers, and the wall shows the same day." };
    private readonly Option<string> size = new("--size") { Description = "Size of the window.", DefaultValueFactory = _ => "1280x720" };
    private readonly Option<bool> fullScreen = new("--full-screen") { Description = "Fill the monitor at once (key F)." };
    private readonly Option<string> painter = new("--painter") { Description = "cpu or gpu: whether a graphics card draws the map, where there is one.", DefaultValueFactory = _ => "gpu" };
    private readonly Option<string> theme = new("--theme") { Description = "dark or light (key T).", DefaultValueFactory = _ => "dark" };
    private readonly Option<int> threads = new("--threads") { Description = "Threads that paint.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<string?> join = new("--join") { Description = "Address and code for phones, as 'simulate view --share' prints them: \"http://… CODE\" (key J)." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { story, connect, size, fullScreen, painter, theme, threads, join })
        {
            command.Add(option);
        }
    }

    /// <summary>The story asked for, or null.</summary>
    public string? StoryOf(ParseResult parsed) => parsed.GetValue(story);

    /// <summary>What the user asked for.</summary>
    /// <exception cref="ViewerException">It cannot be done; the message says what can.</exception>
    public WallOptions Read(ParseResult parsed)
    {
        ShowOptionSet.Within("--threads", parsed.GetValue<int?>(threads.Name), 1, 256);
        (int width, int height) = PictureOptionSet.SizeOf(parsed.GetValue(size)!);
        return new WallOptions(
            parsed.GetValue(connect), width, height, parsed.GetValue(fullScreen), PictureOptionSet.OneOf("--painter", parsed.GetValue(painter)!, "cpu", "gpu"),
            PictureOptionSet.OneOf("--theme", parsed.GetValue(theme)!, "dark", "light") == "light" ? Theme.Light : Theme.Dark, parsed.GetValue(threads), parsed.GetValue(join) ?? string.Empty);
    }
}
