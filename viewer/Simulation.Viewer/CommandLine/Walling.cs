using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Wall;
using Simulation.Window;
using Simulation.Window.Native;

namespace Simulation.Viewer.CommandLine;

/// <summary>How the wall is shown.</summary>
/// <param name="Connect">Address of a page that steers, or null.</param>
/// <param name="Width">Width of the window.</param>
/// <param name="Height">Height of the window.</param>
/// <param name="FullScreen">Whether it fills the monitor at once.</param>
/// <param name="Painter">What paints the map: <c>cpu</c> or <c>gpu</c>.</param>
/// <param name="Theme">Dark or light.</param>
/// <param name="Threads">Threads that paint.</param>
/// <param name="Join">Address that phones open, with the code after a space; empty for none.</param>
internal sealed record WallOptions(string? Connect, int Width, int Height, bool FullScreen, string Painter, Theme Theme, int Threads, string Join);

/// <summary>Shows the wall in a window.</summary>
internal static class Walling
{
    /// <summary>Shows it until the window is closed. Windows belong to the thread that the program began on.</summary>
    /// <exception cref="ViewerException">Something the user can put right.</exception>
    public static void Run(ViewerOptions options, WallOptions wall, TextWriter output, CancellationToken cancellation)
    {
        // Without a screen nothing else needs to be made.
        using WallWindow window = Open(wall);
        (IWallSource source, Story? story) = wall.Connect is { } address
            ? Connected(address, options, cancellation)
            : new ShowMaker(options, output).MakeWall(cancellation);
        using (source)
        {
            SceneMap scene = SceneMaps.Of(source.Map);
            using var show = new WallShow(source, scene, wall.Theme, story ?? Untold(source), wall.Join, cancellation);
            using var loop = new WallLoop(window, show, scene, wall.Threads, wall.Painter == "gpu");
            output.WriteLine($"The wall is drawn by {loop.Painter}.");
            output.WriteLine("Keys: right and left for steps, space plays, B darkens, L large type, T light or dark, F full screen, M next monitor, J join code, + − and the wheel come closer, H back, Esc ends.");
            if (wall.FullScreen)
            {
                window.ToggleFullScreen();
            }

            loop.Run(cancellation);
        }
    }

    private static WallWindow Open(WallOptions wall)
    {
        try
        {
            return WallWindow.Open("Cheshire & Merseyside", wall.Width, wall.Height);
        }
        catch (WindowException e)
        {
            throw new ViewerException(e.Message, e);
        }
    }

    private static (IWallSource, Story?) Connected(string address, ViewerOptions options, CancellationToken cancellation)
    {
        var source = new ClientWallSource(address, cancellation);
        return (source, options.Story is null ? source.Story : Stories.StoryReader.Read(options.Story, source.Map.Places));
    }

    // Without a story: the whole horizon, a week a second, with everybody.
    private static Story Untold(IWallSource source) => new(source.About.Title,
    [
        new StoryStep(string.Empty, string.Empty, string.Empty, null, null, null, null, null, null, 7, source.About.Start.AddDays(source.Days - 1)),
        new StoryStep(string.Empty, string.Empty, string.Empty, null, null, null, null, null, null, null, source.About.Start.AddDays(source.Days - 1), "change"),
    ]);
}
