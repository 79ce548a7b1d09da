using System.Text.Json;
using Simulation.Scene.Look;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>Who is lit for an indicator: whoever does with the plan what they would not have done without, by <c>layers.json</c>.</summary>
internal sealed class LitRule
{
    private readonly bool[] holds = new bool[256];

    private LitRule(JsonElement rule)
    {
        PupilsOnly = rule.GetProperty("who").GetString() == "pupil";
        Downward = rule.TryGetProperty("against", out JsonElement against) && against.GetBoolean();
        int[]? modes = Numbers(rule, "mode");
        int[]? categories = Numbers(rule, "category");
        bool errand = rule.TryGetProperty("errand", out JsonElement also) && also.GetBoolean();
        for (int state = 0; state < holds.Length; state++)
        {
            int mode = (state & StateByte.ModeMask) >> StateByte.ModeShift;
            int category = state & StateByte.CategoryMask;
            holds[state] = modes?.Contains(mode) == true || categories?.Contains(category) == true || (errand && (state & StateByte.Errand) != 0);
        }
    }

    /// <summary>Whether it is about pupils.</summary>
    public bool PupilsOnly { get; }

    /// <summary>Whether doing it less is what the plan wants.</summary>
    public bool Downward { get; }

    /// <summary>The rule of an indicator.</summary>
    /// <param name="indicator">Key of the catalogue, e.g. <c>school_walk</c>.</param>
    public static LitRule Of(string indicator)
    {
        using JsonDocument layers = JsonDocument.Parse(LookFiles.Text("layers.json"));
        JsonElement quantities = layers.RootElement.GetProperty("quantities");
        string first = layers.RootElement.GetProperty("first").GetString()!;
        JsonElement quantity = quantities.TryGetProperty(indicator, out JsonElement found) ? found : quantities.GetProperty(first);
        return new LitRule(layers.RootElement.GetProperty("lit").GetProperty(quantity.GetProperty("lit").GetString()!));
    }

    /// <summary>Whether a resident does it.</summary>
    /// <param name="state">Their <see cref="StateByte"/>.</param>
    public bool Holds(byte state) => holds[state];

    private static int[]? Numbers(JsonElement rule, string name) =>
        rule.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(e => e.GetInt32())] : null;
}
