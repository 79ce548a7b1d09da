using Simulation.Scene.Look;
using Simulation.Scene.Maps;

namespace Simulation.Scene.Labels;

/// <summary>Which names a view asks for.</summary>
public static class MapNames
{
    /// <summary>Towns, water and, close by, neighbourhoods.</summary>
    /// <param name="view">Camera and picture.</param>
    /// <param name="map">The population's map.</param>
    /// <param name="fewer">Half as many: big type.</param>
    public static IReadOnlyList<LabelWish> Of(View view, SceneMap map, bool fewer = false)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(map);
        var wishes = new List<LabelWish>();
        double k = view.Camera.PixelsPerKm;
        if (k >= Drawing.Number("labels.neighbourhoodsFrom"))
        {
            wishes.AddRange(Neighbourhoods(view, map));
        }

        // A name that two maps of towns and neighbourhoods share is written once.
        HashSet<string> near = [.. wishes.Select(w => w.Text)];
        bool street = k >= Drawing.Number("discs.street");
        if (!street)
        {
            wishes.AddRange(Towns(view, fewer).Where(t => !near.Any(n => n.StartsWith(t.Text, StringComparison.OrdinalIgnoreCase))));
        }

        foreach (System.Text.Json.JsonElement water in Drawing.Part("labels.waters").EnumerateArray())
        {
            (double x, double y) = GroundMap.Instance.ToMetres(water.GetProperty("longitude").GetDouble(), water.GetProperty("latitude").GetDouble());
            if (!street && Inside(view, x, y, out float px, out float py) && px > view.FadeTo * 0.72)
            {
                wishes.Add(new LabelWish(water.GetProperty("name").GetString()!, px, py, 1e5, LabelStyle.Water));
            }
        }

        return wishes;
    }

    private static IEnumerable<LabelWish> Towns(View view, bool fewer)
    {
        double k = view.Camera.PixelsPerKm;
        string[] home = [.. Drawing.Part("labels.home").EnumerateArray().Select(n => n.GetString()!)];
        string first = Drawing.Part("labels.first").GetString()!;
        bool far = k < Drawing.Number("labels.townsFrom");
        int most = (int)Drawing.Number("labels.inside") / (fewer ? 2 : 1);
        float apart = fewer ? Drawing.Number("labels.apart") * (float)view.Unit : 0;
        var kept = new List<(float X, float Y)>();
        int inside = 0;
        int outside = 0;
        IEnumerable<Town> towns = GroundMap.Instance.Towns
            .Where(t => !far ? t.Residents >= Drawing.Number("labels.townResidents") : !t.Inside || home.Contains(t.Name))
            .OrderByDescending(t => Priority(t, first)).ThenBy(t => t.Name, StringComparer.Ordinal);
        foreach (Town town in towns)
        {
            if (!Inside(view, town.X, town.Y, out float x, out float y) || x < view.FadeFrom)
            {
                continue;
            }

            // Where there is room for few, they stand far from each other: a map of six names near Liverpool tells nobody where Crewe is.
            if (kept.Any(k => MathF.Sqrt(((k.X - x) * (k.X - x)) + ((k.Y - y) * (k.Y - y))) < apart))
            {
                continue;
            }

            if (town.Inside ? inside++ >= most : outside++ >= (int)Drawing.Number("labels.outside") / (fewer ? 2 : 1))
            {
                continue;
            }

            kept.Add((x, y));
            yield return new LabelWish(
                town.Name, x, y, Priority(town, first),
                town.Name == first ? LabelStyle.City : town.Inside ? LabelStyle.Town : LabelStyle.Outside);
        }
    }

    private static double Priority(Town town, string first) =>
        town.Name == first ? 1e9 : town.Residents * (double)Drawing.Number(town.Inside ? "labels.priorityInside" : "labels.priorityOutside");

    // One name for the lower-layer areas of a middle-layer area, at the middle of those of its residents who are in view.
    private static IEnumerable<LabelWish> Neighbourhoods(View view, SceneMap map)
    {
        bool street = view.Camera.PixelsPerKm >= Drawing.Number("discs.street");
        var found = new Dictionary<string, (double X, double Y, int Residents)>();
        foreach (int n in map.InView(view))
        {
            int cut = map.Names[n].Length - 1;
            if (cut < 1 || !GroundMap.Instance.NeighbourhoodNames.TryGetValue(map.Names[n][..cut], out string? name))
            {
                continue;
            }

            (double sx, double sy, int count) = found.GetValueOrDefault(name);
            for (int row = map.First[n]; row < map.First[n + 1]; row += 4)
            {
                (double x, double y) = map.Metres(map.Positions[2 * row], map.Positions[(2 * row) + 1]);
                if (Inside(view, x, y, out _, out _))
                {
                    sx += x;
                    sy += y;
                    count++;
                }
            }

            found[name] = (sx, sy, count);
        }

        foreach ((string name, (double sx, double sy, int count)) in found)
        {
            if (count * 4 < Drawing.Number("labels.residentsForAName") * (street ? 1 : 0.4))
            {
                continue;
            }

            Inside(view, sx / count, sy / count, out float px, out float py);
            yield return new LabelWish(street ? name.ToUpperInvariant() : name, px, py, count, street ? LabelStyle.Neighbourhood : LabelStyle.Town);
        }
    }

    private static bool Inside(View view, double x, double y, out float px, out float py)
    {
        (double a, double b) = view.Pixel(x, y);
        (px, py) = ((float)a, (float)b);
        return a >= 0 && a < view.Width && b >= 0 && b < view.Height;
    }
}
