namespace Simulation.Engine.OpenData;

/// <summary>A zone (MSOA) that residents of the area live in.</summary>
/// <param name="Code">MSOA code.</param>
/// <param name="First">One of its neighbourhoods, which tells its place.</param>
/// <param name="X">Metres east of the centre of its residents.</param>
/// <param name="Y">Metres north.</param>
/// <param name="RadiusMetres">Typical distance from the centre: half the radius of a disc of the zone's area.</param>
internal sealed record HomeZone(string Code, ProfileRow First, double X, double Y, double RadiusMetres);

/// <summary>The zones that the neighbourhoods of the profile make up, sorted by code.</summary>
internal sealed class HomeZones
{
    public HomeZones(CsvTable table, IReadOnlyList<ProfileRow> profiles)
    {
        Zones = [.. profiles.GroupBy(row => row.Zone, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(Zone)];
        Index = Zones.Select((zone, i) => (zone.Code, i)).ToDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
        foreach (var row in profiles.Where(row => Zones[Index[row.Zone]].First.Place != row.Place))
        {
            table.Error(row.Row, "MSOA21CD", $"zone '{row.Zone}' lies in place '{Zones[Index[row.Zone]].First.Place}' by line {table.Line(Zones[Index[row.Zone]].First.Row)}; a zone lies in one place: correct MSOA21CD or LADCD.");
        }
    }

    /// <summary>Zones by index.</summary>
    public IReadOnlyList<HomeZone> Zones { get; }

    /// <summary>Index of each code.</summary>
    public IReadOnlyDictionary<string, int> Index { get; }

    private static HomeZone Zone(IGrouping<string, ProfileRow> rows)
    {
        var residents = rows.Sum(row => row.Residents);
        var squareMetres = rows.Sum(row => row.SquareKilometres) * 1e6;
        return new HomeZone(
            rows.Key,
            rows.First(),
            rows.Sum(row => row.X * row.Residents) / residents,
            rows.Sum(row => row.Y * row.Residents) / residents,
            Math.Sqrt(squareMetres / Math.PI) / 2);
    }
}
