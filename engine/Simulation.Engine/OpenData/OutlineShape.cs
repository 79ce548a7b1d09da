using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using Simulation.Engine.Geography;

namespace Simulation.Engine.OpenData;

/// <summary>Turns a GeoJSON geometry into a valid outline in local metres, shells anticlockwise as RFC 7946 asks.</summary>
internal static class OutlineShape
{
    private static readonly GeometryFactory Factory = new();

    /// <summary>The outline; null with <paramref name="fault"/> when the geometry cannot be one.</summary>
    public static Geometry? From(JsonElement geometry, out string fault)
    {
        var type = geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("type"u8, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
        if (type is not ("Polygon" or "MultiPolygon"))
        {
            fault = $"a Polygon or MultiPolygon was expected, found {(type is null ? "no type" : $"'{type}'")}.";
            return null;
        }

        if (!geometry.TryGetProperty("coordinates"u8, out var coordinates) || coordinates.ValueKind != JsonValueKind.Array || coordinates.GetArrayLength() == 0)
        {
            fault = "the geometry has no coordinates; export the outlines again.";
            return null;
        }

        fault = string.Empty;
        var polygons = new List<Polygon>();
        if (type == "Polygon")
        {
            Add(coordinates, polygons, ref fault);
        }
        else
        {
            foreach (var polygon in coordinates.EnumerateArray())
            {
                Add(polygon, polygons, ref fault);
            }
        }

        return fault.Length > 0 ? null : Valid(polygons, ref fault);
    }

    private static Geometry? Valid(List<Polygon> polygons, ref string fault)
    {
        Geometry shape = polygons.Count == 1 ? polygons[0] : Factory.CreateMultiPolygon([.. polygons]);
        if (!shape.IsValid)
        {
            // Generalised outlines cross themselves here and there: mended, not refused.
            // Normal form has its shells clockwise, hence the reversal.
            shape = GeometryFixer.Fix(shape);
            shape.Normalize();
            shape = shape.Reverse();
        }

        if (shape is IPolygonal && shape.Area > 0)
        {
            return shape;
        }

        fault = "the outline encloses no area; export it again.";
        return null;
    }

    private static void Add(JsonElement rings, List<Polygon> polygons, ref string fault)
    {
        LinearRing? shell = null;
        var holes = new List<LinearRing>();
        if (rings.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in rings.EnumerateArray())
            {
                if (Ring(element, anticlockwise: shell is null, ref fault) is not { } ring)
                {
                    return;
                }

                if (shell is null)
                {
                    shell = ring;
                }
                else
                {
                    holes.Add(ring);
                }
            }
        }

        if (shell is null)
        {
            fault = "a polygon without a ring; export the outlines again.";
            return;
        }

        polygons.Add(Factory.CreatePolygon(shell, [.. holes]));
    }

    private static LinearRing? Ring(JsonElement element, bool anticlockwise, ref string fault)
    {
        var count = element.ValueKind == JsonValueKind.Array ? element.GetArrayLength() : 0;
        if (count < 4)
        {
            fault = $"a ring has {count} positions, at least 4 are needed (the first repeated at the end).";
            return null;
        }

        var ring = new Coordinate[count];
        var i = 0;
        foreach (var position in element.EnumerateArray())
        {
            if (Position(position) is not { } coordinate)
            {
                fault = $"a position must be [longitude, latitude] with {Bounds.Words} (degrees, WGS84), found {Shorten(position)}{Hint(position)}.";
                return null;
            }

            ring[i++] = coordinate;
        }

        if (!ring[0].Equals2D(ring[^1]))
        {
            fault = "a ring is not closed: its last position must repeat its first.";
            return null;
        }

        if (Orientation.IsCCW(ring) != anticlockwise)
        {
            Array.Reverse(ring);
        }

        return Factory.CreateLinearRing(ring);
    }

    private static Coordinate? Position(JsonElement position)
    {
        if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2
            || position[0].ValueKind != JsonValueKind.Number || position[1].ValueKind != JsonValueKind.Number
            || !position[0].TryGetDouble(out var longitude) || !position[1].TryGetDouble(out var latitude)
            || !Bounds.Contains(longitude, latitude))
        {
            return null;
        }

        var (x, y) = LocalProjection.ToMetres(longitude, latitude);
        return new Coordinate(x, y);
    }

    private static string Hint(JsonElement position) =>
        position.ValueKind == JsonValueKind.Array && position.GetArrayLength() >= 1 && position[0].ValueKind == JsonValueKind.Number
            && position[0].TryGetDouble(out var first) && Bounds.Hint(first) is { Length: > 0 } hint && first is not (>= Bounds.West and <= Bounds.East)
            ? $": {hint}"
            : string.Empty;

    private static string Shorten(JsonElement element)
    {
        var text = element.GetRawText();
        return text.Length > 40 ? text[..40] + "…" : text;
    }
}
