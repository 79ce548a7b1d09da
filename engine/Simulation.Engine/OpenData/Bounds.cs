namespace Simulation.Engine.OpenData;

/// <summary>
/// Longitudes and latitudes that the local projection can serve: about 100 km around its origin. Beyond it the plane
/// would be off by more than a percent or two, and a coordinate there is a mistake (swapped, projected, another area).
/// </summary>
internal static class Bounds
{
    public const double West = -4.5;
    public const double East = -1;
    public const double South = 52.4;
    public const double North = 54.4;

    public static string Longitude => "from -4.5 to -1";

    public static string Latitude => "from 52.4 to 54.4";

    public static bool Contains(double longitude, double latitude) =>
        longitude is >= West and <= East && latitude is >= South and <= North;
}
