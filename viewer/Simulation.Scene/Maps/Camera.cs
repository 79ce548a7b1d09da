using System.Text.Json;
using Simulation.Scene.Look;

namespace Simulation.Scene.Maps;

/// <summary>Where the map looks. North is up.</summary>
/// <param name="X">Middle of the picture, metres east of the model's origin.</param>
/// <param name="Y">Middle of the picture, metres north.</param>
/// <param name="PixelsPerKm">Pixels a kilometre in a picture 1,080 high; scales with the height.</param>
public readonly record struct Camera(double X, double Y, double PixelsPerKm)
{
    /// <summary>A camera of <c>cameras.json</c>.</summary>
    /// <param name="name"><c>home</c>, <c>homeWithoutText</c>, <c>mersey</c>, <c>sideBySide</c>, <c>change</c> or <c>changeSmall</c>.</param>
    public static Camera Named(string name)
    {
        JsonElement camera = LookFiles.Json("cameras.json").GetProperty(name);
        (double x, double y) = GroundMap.Instance.ToMetres(camera.GetProperty("longitude").GetDouble(), camera.GetProperty("latitude").GetDouble());
        return new Camera(x, y, camera.GetProperty("pixelsPerKm").GetDouble());
    }

    /// <summary>A camera that shows a box in the right part of the picture.</summary>
    /// <param name="west">West edge, metres.</param>
    /// <param name="south">South edge, metres.</param>
    /// <param name="east">East edge, metres.</param>
    /// <param name="north">North edge, metres.</param>
    /// <param name="aspect">Width over height of the picture.</param>
    public static Camera Showing(double west, double south, double east, double north, double aspect)
    {
        JsonElement place = LookFiles.Json("cameras.json").GetProperty("place");
        double right = place.GetProperty("right").GetDouble();
        double height = place.GetProperty("height").GetDouble();
        double width = aspect * 1080;
        double scale = Math.Min(1080 * height / ((north - south) / 1000), width * right * 0.9 / ((east - west) / 1000));

        // The box's middle stands in the middle of the right part.
        double shift = width * (1 - right) / 2;
        return new Camera(((west + east) / 2) - (shift / scale * 1000), (south + north) / 2, scale);
    }

    /// <summary>A camera so close that single children can be told apart.</summary>
    /// <param name="x">Metres east.</param>
    /// <param name="y">Metres north.</param>
    public static Camera Street(double x, double y) =>
        new(x, y, LookFiles.Json("cameras.json").GetProperty("street").GetProperty("pixelsPerKm").GetDouble());
}
