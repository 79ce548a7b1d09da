using System.Text.Json;

namespace Simulation.Scene.Look;

/// <summary>Dark for rooms, light for bright ones and for print.</summary>
public enum Theme
{
    /// <summary>Light on dark.</summary>
    Dark,

    /// <summary>Ink on paper.</summary>
    Light,
}

/// <summary>The colours of one theme, by the names of <c>palettes.json</c>.</summary>
public sealed class Palette
{
    private static readonly Lazy<Palette> DarkOne = new(() => new Palette(Theme.Dark));
    private static readonly Lazy<Palette> LightOne = new(() => new Palette(Theme.Light));
    private readonly Dictionary<string, Rgb> colours = [];
    private readonly Dictionary<string, Rgb[]> ramps = [];

    private Palette(Theme theme)
    {
        Theme = theme;
        foreach (JsonProperty entry in LookFiles.Json("palettes.json").GetProperty(theme == Theme.Dark ? "dark" : "light").EnumerateObject())
        {
            Take(entry.Name, entry.Value);
        }
    }

    /// <summary>Which theme.</summary>
    public Theme Theme { get; }

    /// <summary>Names of all single colours.</summary>
    public IEnumerable<string> Names => colours.Keys;

    /// <summary>Fill behind text; beyond the data.</summary>
    public Rgb Ground => this["ground"];

    /// <summary>What changed the way the plan wants, as a fill.</summary>
    public Rgb Amber => this["amber"];

    /// <summary>The same as text.</summary>
    public Rgb AmberText => this["amberText"];

    /// <summary>What changed against the plan.</summary>
    public Rgb Against => this["against"];

    /// <summary>Text.</summary>
    public Rgb Ink => this["ink"];

    /// <summary>Subtitles and the curve without the plan.</summary>
    public Rgb Ink2 => this["ink2"];

    /// <summary>Names outside the region.</summary>
    public Rgb Ink3 => this["ink3"];

    /// <summary>The palette of a theme.</summary>
    public static Palette Of(Theme theme) => theme == Theme.Dark ? DarkOne.Value : LightOne.Value;

    /// <summary>A colour by its name; parts of a group as <c>street.child</c>.</summary>
    public Rgb this[string name] => colours.TryGetValue(name, out Rgb colour) ? colour : throw new ArgumentException($"'{name}' is no colour of the palette.", nameof(name));

    /// <summary>A list of colours, from little to much.</summary>
    public IReadOnlyList<Rgb> Ramp(string name) => ramps.TryGetValue(name, out Rgb[]? ramp) ? ramp : throw new ArgumentException($"'{name}' is no ramp of the palette.", nameof(name));

    private void Take(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                ramps.Add(name, [.. value.EnumerateArray().Select(e => Rgb.Parse(e.GetString()!))]);
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty part in value.EnumerateObject())
                {
                    Take($"{name}.{part.Name}", part.Value);
                }

                break;
            default:
                if (value.GetString() is { } text && text.StartsWith('#'))
                {
                    colours.Add(name, Rgb.Parse(text));
                }

                break;
        }
    }
}
