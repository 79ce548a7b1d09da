using Simulation.Scene.Maps;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>The viewer's map as the scene wants it; arrays are shared, not copied.</summary>
internal static class SceneMaps
{
    /// <summary>The map.</summary>
    public static SceneMap Of(ViewMap map) => new()
    {
        West = map.Box.X,
        South = map.Box.Y,
        Size = map.Box.Size,
        Positions = map.Positions,
        First = map.First,
        Names = map.Names,
        PlaceOf = map.PlaceOf,
        Places = map.Places,
        Outlines = map.Outlines,
        PlaceOutlines = map.PlaceOutlines,
        Schools = [.. map.Schools.Select(s => new SceneSchool(s.Name, s.X, s.Y))],
    };
}
