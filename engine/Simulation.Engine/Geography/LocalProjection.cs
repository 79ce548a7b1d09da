namespace Simulation.Engine.Geography;

/// <summary>
/// Longitude and latitude (WGS84) to metres on a plane about the middle of Cheshire &amp; Merseyside, and back.
/// </summary>
/// <remarks>
/// Equirectangular about 53.35° N, 2.75° W on the WGS84 radii of curvature there. Across the area (52.95–53.75° N) a
/// distance east–west is off by at most 1 %, far below the uncertainty of the detour factor between a straight line and
/// a walked route, and a distance of a school trip by less than a metre or two.
/// </remarks>
public static class LocalProjection
{
    /// <summary>Latitude of the origin, degrees north.</summary>
    public const double OriginLatitude = 53.35;

    /// <summary>Longitude of the origin, degrees east.</summary>
    public const double OriginLongitude = -2.75;

    // WGS84 at 53.35° N: a degree of latitude (meridional radius) and of longitude (normal radius × cos φ).
    private const double MetresPerDegreeLatitude = 111_292.85;
    private const double MetresPerDegreeLongitude = 66_593.04;

    /// <summary>Metres east and north of the origin.</summary>
    public static (double X, double Y) ToMetres(double longitude, double latitude) =>
        ((longitude - OriginLongitude) * MetresPerDegreeLongitude, (latitude - OriginLatitude) * MetresPerDegreeLatitude);

    /// <summary>Longitude and latitude in degrees.</summary>
    public static (double Longitude, double Latitude) ToDegrees(double x, double y) =>
        (OriginLongitude + (x / MetresPerDegreeLongitude), OriginLatitude + (y / MetresPerDegreeLatitude));
}
