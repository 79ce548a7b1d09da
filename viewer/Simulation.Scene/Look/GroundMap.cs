using System.Text.Json;

namespace Simulation.Scene.Look;

/// <summary>What lies beneath the residents: coast, motorways, names. Metres east and north of the model's origin.</summary>
public sealed class GroundMap
{
    private static readonly Lazy<GroundMap> One = new(() => new GroundMap(LookFiles.Json("map.json")));

    private GroundMap(JsonElement json)
    {
        double[] box = Numbers(json.GetProperty("box"));
        West = box[0];
        South = box[1];
        East = box[2];
        North = box[3];
        double[] origin = Numbers(json.GetProperty("origin"));
        double[] metres = Numbers(json.GetProperty("metresPerDegree"));
        (OriginLongitude, OriginLatitude, MetresPerLongitude, MetresPerLatitude) = (origin[0], origin[1], metres[0], metres[1]);
        Land = [.. json.GetProperty("land").EnumerateArray().Select(Walk)];
        Motorways = [.. json.GetProperty("motorways").EnumerateArray().SelectMany(m => m.GetProperty("lines").EnumerateArray()).Select(Walk)];
        Towns = [.. json.GetProperty("towns").EnumerateArray().Select(t => new Town(
            t.GetProperty("name").GetString()!, t.GetProperty("x").GetDouble(), t.GetProperty("y").GetDouble(), t.GetProperty("residents").GetInt32(),
            t.GetProperty("place").ValueKind == JsonValueKind.String))];
        NeighbourhoodNames = json.GetProperty("neighbourhoods").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
    }

    /// <summary>The map.</summary>
    public static GroundMap Instance => One.Value;

    /// <summary>West edge of what is known.</summary>
    public double West { get; }

    /// <summary>South edge.</summary>
    public double South { get; }

    /// <summary>East edge.</summary>
    public double East { get; }

    /// <summary>North edge.</summary>
    public double North { get; }

    /// <summary>Longitude of the origin, degrees.</summary>
    public double OriginLongitude { get; }

    /// <summary>Latitude of the origin, degrees.</summary>
    public double OriginLatitude { get; }

    /// <summary>Metres of a degree of longitude.</summary>
    public double MetresPerLongitude { get; }

    /// <summary>Metres of a degree of latitude.</summary>
    public double MetresPerLatitude { get; }

    /// <summary>Rings of land, x then y, filled by the even-odd rule.</summary>
    public IReadOnlyList<float[]> Land { get; }

    /// <summary>Motorways, x then y.</summary>
    public IReadOnlyList<float[]> Motorways { get; }

    /// <summary>Towns.</summary>
    public IReadOnlyList<Town> Towns { get; }

    /// <summary>Names of middle-layer areas by the name that their lower-layer areas begin with.</summary>
    public IReadOnlyDictionary<string, string> NeighbourhoodNames { get; }

    /// <summary>Metres east and north of the origin.</summary>
    public (double X, double Y) ToMetres(double longitude, double latitude) =>
        ((longitude - OriginLongitude) * MetresPerLongitude, (latitude - OriginLatitude) * MetresPerLatitude);

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetDouble())];

    private static float[] Walk(JsonElement steps)
    {
        double[] numbers = Numbers(steps);
        var points = new float[numbers.Length];
        double x = 0;
        double y = 0;
        for (int i = 0; i < numbers.Length; i += 2)
        {
            points[i] = (float)(x += numbers[i]);
            points[i + 1] = (float)(y += numbers[i + 1]);
        }

        return points;
    }
}

/// <summary>A town of the gazetteer.</summary>
/// <param name="Name">Name.</param>
/// <param name="X">Metres east of the origin.</param>
/// <param name="Y">Metres north of the origin.</param>
/// <param name="Residents">Residents.</param>
/// <param name="Inside">Whether it lies in one of the nine places.</param>
public sealed record Town(string Name, double X, double Y, int Residents, bool Inside);
