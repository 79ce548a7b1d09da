using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Window.Native;
using Simulation.Window.Painting;

namespace Simulation.Viewer.Rendering;

/// <summary>Makes what paints the map of pictures and films.</summary>
internal static class Painters
{
    /// <summary>Makes it; where a graphics card cannot be had, the processor, and words say so.</summary>
    /// <param name="kind"><c>cpu</c> or <c>gpu</c>.</param>
    /// <param name="map">The population's map.</param>
    /// <param name="threads">Threads of the painter on the processor.</param>
    /// <param name="say">Takes words.</param>
    public static IMapPainter Make(string kind, SceneMap map, int threads, Action<string> say)
    {
        if (kind == "cpu")
        {
            return new CountingPainter(map, threads);
        }

        try
        {
            var painter = new HeadlessPainter(map, threads);
            say($"Painted by {painter.Name}.");
            return new SecondChoicePainter(painter, () => new CountingPainter(map, threads), say);
        }
        catch (WindowException e)
        {
            say(e.Message);
            return new CountingPainter(map, threads);
        }
    }
}
