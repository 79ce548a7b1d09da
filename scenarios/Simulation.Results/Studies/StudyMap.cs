using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Simulation.Results.Studies;

/// <summary>An area of a map.</summary>
/// <param name="By">What it is: a stratification, <c>place</c> or <c>neighbourhood</c>.</param>
/// <param name="Key">Its stratum there.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">The place that it lies in.</param>
/// <param name="Polygons">Polygons, each of rings (the first is the outer one), each of longitude and latitude by turns, WGS84 degrees, closed.</param>
public sealed record MapArea(string By, string Key, string Name, string Place, IReadOnlyList<IReadOnlyList<double[]>> Polygons);

/// <summary>Outlines of the places and neighbourhoods of a study, simplified for pictures; kept in its folder as GeoJSON.</summary>
/// <param name="PopulationHash">Hash of the residents whose neighbourhoods these are.</param>
/// <param name="Areas">Places and neighbourhoods.</param>
public sealed record StudyMap(string PopulationHash, IReadOnlyList<MapArea> Areas)
{
    /// <summary>Name of the file in the study's folder.</summary>
    public const string File = "map.geojson";

    /// <summary>Reads a map.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="JsonException">It is no such map.</exception>
    public static StudyMap Read(byte[] json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            return new StudyMap(root.GetProperty("population").GetString()!, [.. root.GetProperty("features").EnumerateArray().Select(feature =>
            {
                JsonElement properties = feature.GetProperty("properties");
                string Text(string name) => properties.GetProperty(name).GetString()!;
                return new MapArea(Text("by"), Text("key"), Text("name"), Text("place"), [.. feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray()
                    .Select(polygon => (IReadOnlyList<double[]>)[.. polygon.EnumerateArray().Select(ring => ring.EnumerateArray().SelectMany(p => new[] { p[0].GetDouble(), p[1].GetDouble() }).ToArray())])]);
            })]);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new JsonException("It is no map of a study.", error);
        }
    }

    /// <summary>The map as GeoJSON, with whatever else is known of each area.</summary>
    /// <param name="more">Writes further properties of an area; null for none.</param>
    public byte[] ToJson(Action<Utf8JsonWriter, MapArea>? more = null)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteString("population", PopulationHash);
            json.WriteStartArray("features");
            foreach (MapArea area in Areas)
            {
                json.WriteStartObject();
                json.WriteString("type", "Feature");
                json.WriteStartObject("properties");
                json.WriteString("by", area.By);
                json.WriteString("key", area.Key);
                json.WriteString("name", area.Name);
                json.WriteString("place", area.Place);
                more?.Invoke(json, area);
                json.WriteEndObject();
                json.WriteStartObject("geometry");
                json.WriteString("type", "MultiPolygon");
                json.WriteStartArray("coordinates");
                foreach (IReadOnlyList<double[]> polygon in area.Polygons)
                {
                    json.WriteStartArray();
                    foreach (double[] ring in polygon)
                    {
                        json.WriteRawValue(Ring(ring));
                    }

                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    // Five digits are a metre.
    private static string Ring(double[] ring)
    {
        StringBuilder text = new("[");
        for (int i = 0; i < ring.Length; i += 2)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : string.Empty)}[{ring[i]:0.#####},{ring[i + 1]:0.#####}]");
        }

        return text.Append(']').ToString();
    }
}
