using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Simulation.Engine.OpenData;

/// <summary>
/// Reads a GeoJSON FeatureCollection one feature at a time, so that what is wrong with a feature can be told with the
/// line that it starts on.
/// </summary>
internal static class OutlinesFile
{
    /// <summary>Outlines by code; null, with errors noted, when the file as a whole cannot be used.</summary>
    public static OutlineSet? Read(string folder, ErrorLog errors, List<SourceFile> files)
    {
        if (SourceFile.Read(folder, OpenDataFormat.Outlines, errors) is not { } file)
        {
            return null;
        }

        files.Add(file);
        if (file.Text(errors) is null)
        {
            return null;
        }

        var before = errors.Count;
        var outlines = new Dictionary<string, Outline>(StringComparer.Ordinal);
        try
        {
            var reader = new Utf8JsonReader(file.Content);
            if (!FindFeatures(ref reader))
            {
                errors.Add(file.Path, 1, "features", $"a GeoJSON FeatureCollection with an array 'features' was expected{Kind(file.Content)}; export the outlines as GeoJSON (longitude and latitude, WGS84).");
                return null;
            }

            // Lines are counted on from the feature before: counting from the top each time would be quadratic.
            var (line, counted) = (1, 0);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                line += file.Content[counted..start].Count((byte)'\n');
                counted = start;
                AddFeature(file, line, JsonElement.ParseValue(ref reader), outlines, errors);
            }

            // What follows the features must be whole as well: a file cut short ends here.
            while (reader.Read())
            {
            }
        }
        catch (JsonException exception)
        {
            var line = (int)(exception.LineNumber ?? 0) + 1;
            errors.Add(file.Path, line, string.Empty,
                $"the GeoJSON is broken or cut short here, after {outlines.Count} outlines; copy the file again from its source.");
            return null;
        }

        if (outlines.Count == 0 && errors.Count == before)
        {
            errors.Add(file.Path, 0, "features", "there are no outlines in the file; copy it again from its source.");
        }

        return errors.Count == before ? new OutlineSet(file.Path, outlines) : null;
    }

    private static string Kind(ReadOnlySpan<byte> content)
    {
        var start = content[..Math.Min(content.Length, 400)];
        return start.IndexOf("\"Topology\""u8) >= 0 ? ", and this is TopoJSON"
            : start.IndexOf("esriGeometry"u8) >= 0 ? ", and this is JSON of Esri"
            : start.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..] ? ", and this is no JSON"
            : string.Empty;
    }

    private static bool FindFeatures(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("features"u8);
            reader.Read();
            if (found)
            {
                return reader.TokenType == JsonTokenType.StartArray;
            }

            reader.Skip();
        }

        return false;
    }

    private static void AddFeature(SourceFile file, int line, JsonElement feature, Dictionary<string, Outline> outlines, ErrorLog errors)
    {
        var code = Property(feature, "LSOA21CD");
        var place = Property(feature, "LADCD");
        if (code is null || place is null)
        {
            errors.Add(file.Path, line, code is null ? "LSOA21CD" : "LADCD", "the feature lacks this property, or it is not text; each outline needs its code and the code of its place.");
            return;
        }

        if (outlines.TryGetValue(code, out var first))
        {
            errors.Add(file.Path, line, "LSOA21CD", $"'{code}' has an outline on line {first.Line} already; keep one.");
            return;
        }

        Geometry? shape = null;
        string fault;
        if (feature.TryGetProperty("geometry"u8, out var geometry))
        {
            shape = OutlineShape.From(geometry, out fault);
        }
        else
        {
            fault = "the feature has no geometry; a Polygon or MultiPolygon was expected.";
        }

        if (shape is null)
        {
            errors.Add(file.Path, line, "geometry", $"'{code}': {fault}");
            return;
        }

        outlines.Add(code, new Outline(code, place, line, shape));
    }

    private static string? Property(JsonElement feature, string name) =>
        feature.ValueKind == JsonValueKind.Object
        && feature.TryGetProperty("properties"u8, out var properties) && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
