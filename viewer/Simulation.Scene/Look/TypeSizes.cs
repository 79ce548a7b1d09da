using System.Text.Json;

namespace Simulation.Scene.Look;

/// <summary>Sizes of the wall's type in pixels of a picture: never below the floor of its height.</summary>
public sealed class TypeSizes
{
    private readonly Dictionary<string, float> sizes = [];

    private TypeSizes(double height, bool large)
    {
        JsonElement wall = LookFiles.Json("type.json").GetProperty("wall");
        JsonElement[] floors = [.. wall.GetProperty("floors").EnumerateArray()];
        double unit = wall.GetProperty("unit").GetDouble();
        double more = large ? wall.GetProperty("large").GetDouble() : 1;
        foreach (JsonProperty size in wall.GetProperty("sizes").EnumerateObject())
        {
            // A lower picture is a softer projector: its sizes fall more slowly than its height, and no further than the first floor's share.
            double small = floors[0].GetProperty("sizes").GetProperty(size.Name).GetDouble();
            double low = floors[0].GetProperty("height").GetDouble();
            double whole = size.Value.GetDouble();
            double value = height >= unit ? whole * height / unit
                : height >= low ? small + ((whole - small) * (height - low) / (unit - low))
                : small * height / low;
            sizes[size.Name] = (float)Math.Round(value * more);
        }
    }

    /// <summary>A size by its name in <c>type.json</c>, e.g. <c>sentence</c>.</summary>
    public float this[string name] => sizes[name];

    /// <summary>Sizes for a picture so many pixels high.</summary>
    /// <param name="height">Height, pixels.</param>
    /// <param name="large">Whether the room asked for big type.</param>
    public static TypeSizes For(double height, bool large = false) => new(height, large);
}
