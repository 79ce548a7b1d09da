using System.Text.Json;

namespace Simulation.Reports.Charts;

/// <summary>The colours of print, from the one file of palettes.</summary>
internal static class PrintPalette
{
    private static readonly JsonElement Light = Load();

    /// <summary>Changed, the way the plan wants: fills.</summary>
    public static string For { get; } = Text("amber");

    /// <summary>The same, pale.</summary>
    public static string ForPale { get; } = Light.GetProperty("for")[1].GetString()!;

    /// <summary>The same, for text.</summary>
    public static string ForText { get; } = Text("amberText");

    /// <summary>Changed, against.</summary>
    public static string Against { get; } = Text("against");

    /// <summary>The same, pale.</summary>
    public static string AgainstPale { get; } = Light.GetProperty("against5")[1].GetString()!;

    /// <summary>Text and zero lines.</summary>
    public static string Ink { get; } = Text("ink");

    /// <summary>Subtitles, what cannot be told, what happens without the plan.</summary>
    public static string Grey { get; } = Text("ink2");

    /// <summary>Hairlines.</summary>
    public static string Rule { get; } = Text("rule");

    /// <summary>Colours of a change on a map: −4 (most against) to 4 (most for), 0 for what cannot be told.</summary>
    public static string Change(int level) => Light.GetProperty("change")[4 + level].GetString()!;

    /// <summary>Lines between areas.</summary>
    public static string Border { get; } = Text("border");

    /// <summary>Tint of an owner; grey for one that has none.</summary>
    public static string Owner(string owner) =>
        Light.GetProperty("owners").TryGetProperty(owner.ToLowerInvariant(), out JsonElement tint) ? tint.GetString()! : Grey;

    private static string Text(string token) => Light.GetProperty(token).GetString()!;

    private static JsonElement Load()
    {
        using Stream stream = typeof(PrintPalette).Assembly.GetManifestResourceStream("Simulation.Reports.palettes.json")!;
        return JsonDocument.Parse(stream).RootElement.GetProperty("light").Clone();
    }
}
