using System.Text.Json;

namespace Simulation.Scene.Look;

/// <summary>The constants of <c>drawing.json</c>, by their path, e.g. <c>everybody.toneFrom</c>.</summary>
public static class Drawing
{
    private static readonly JsonElement Root = LookFiles.Json("drawing.json");
    private static readonly Dictionary<string, float> Known = Flatten();

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentException">There is no such number.</exception>
    public static float Number(string path) => Known.TryGetValue(path, out float value) ? value : throw new ArgumentException($"'{path}' is no number of drawing.json.", nameof(path));

    /// <summary>A part as it is written.</summary>
    public static JsonElement Part(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        JsonElement at = Root;
        foreach (string name in path.Split('.'))
        {
            at = at.GetProperty(name);
        }

        return at;
    }

    /// <summary>How few people glow as one, by how close the map is: 1 far out, less close by.</summary>
    /// <param name="pixelsPerKm">Pixels a kilometre at a height of 1,080.</param>
    public static float Quiet(double pixelsPerKm)
    {
        JsonElement[] steps = [.. Part("changed.quiet").EnumerateArray()];
        for (int i = 0; i < steps.Length; i++)
        {
            double at = steps[i].GetProperty("pixelsPerKm").GetDouble();
            float q = steps[i].GetProperty("q").GetSingle();
            if (pixelsPerKm <= at || i == steps.Length - 1)
            {
                if (i == 0 || pixelsPerKm >= at)
                {
                    return q;
                }

                double before = steps[i - 1].GetProperty("pixelsPerKm").GetDouble();
                float from = steps[i - 1].GetProperty("q").GetSingle();
                return from + ((q - from) * (float)(Math.Log(pixelsPerKm / before) / Math.Log(at / before)));
            }
        }

        return 1;
    }

    private static Dictionary<string, float> Flatten()
    {
        var found = new Dictionary<string, float>();
        Walk(Root, string.Empty);
        return found;

        void Walk(JsonElement part, string path)
        {
            if (part.ValueKind == JsonValueKind.Number)
            {
                found[path] = part.GetSingle();
            }
            else if (part.ValueKind == JsonValueKind.Array)
            {
                int i = 0;
                foreach (JsonElement item in part.EnumerateArray())
                {
                    Walk(item, $"{path}.{i++}");
                }
            }
            else if (part.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty item in part.EnumerateObject())
                {
                    Walk(item.Value, path.Length == 0 ? item.Name : $"{path}.{item.Name}");
                }
            }
        }
    }
}
