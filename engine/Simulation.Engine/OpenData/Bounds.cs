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

    /// <summary>The bounds in words.</summary>
    public const string Words = "longitude from -4.5 to -1 and latitude from 52.4 to 54.4";

    /// <summary>Longitude of a row, checked.</summary>
    public static double Longitude(CsvColumn column, int row) => column.Number(row, West, East, Hint);

    /// <summary>Latitude of a row, checked.</summary>
    public static double Latitude(CsvColumn column, int row) => column.Number(row, South, North, Hint);

    public static bool Contains(double longitude, double latitude) =>
        longitude is >= West and <= East && latitude is >= South and <= North;

    /// <summary>What a number that is no longitude or latitude of the area may be.</summary>
    public static string Hint(double value) => value switch
    {
        >= South and <= North or >= West and <= East => "longitude and latitude have changed places",
        > 1 and <= 4.5 => "west of Greenwich longitudes are negative",
        > 10_000 and < 700_000 => "metres of the National Grid; give degrees of WGS84 (longitude, latitude)",
        _ => string.Empty,
    };
}
