namespace Simulation.Engine.Health;

/// <summary>
/// What mortality of a place is left after age and deprivation: solved so that its life expectancy is that published for 2022–24
/// (Fingertips), with deprivation and ages of its neighbourhoods.
/// </summary>
internal static class PlaceMortality
{
    private static readonly Dictionary<string, (double Men, double Women)> Factors = new(StringComparer.Ordinal)
    {
        ["Halton"] = (1.041, 1.120),
        ["Warrington"] = (1.159, 1.225),
        ["Cheshire East"] = (1.094, 1.103),
        ["Cheshire West and Chester"] = (1.069, 1.036),
        ["Knowsley"] = (0.928, 1.047),
        ["Liverpool"] = (1.024, 1.049),
        ["St. Helens"] = (1.033, 1.112),
        ["Sefton"] = (1.004, 1.085),
        ["Wirral"] = (1.035, 1.072),
    };

    /// <summary>Factor of a place; the region's mean for any other name.</summary>
    public static double Factor(string place, bool female) =>
        Factors.TryGetValue(place, out (double Men, double Women) factor) ? (female ? factor.Women : factor.Men) : (female ? 1.087 : 1.043);
}
