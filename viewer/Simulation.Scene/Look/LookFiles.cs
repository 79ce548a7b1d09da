using System.Text.Json;

namespace Simulation.Scene.Look;

/// <summary>Reads the files of <c>viewer/look</c>, which the page reads too.</summary>
public static class LookFiles
{
    private const string Folder = "look/";

    /// <summary>A file as text, e.g. <c>map.frag</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <summary>A file as bytes.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static Stream Open(string name) =>
        typeof(LookFiles).Assembly.GetManifestResourceStream(Folder + name)
        ?? throw new InvalidOperationException($"'{name}' is not among the files of the look.");

    /// <summary>Names of all files.</summary>
    public static IEnumerable<string> Names =>
        typeof(LookFiles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => n[Folder.Length..]);

    /// <summary>A file of JSON as a tree.</summary>
    internal static JsonElement Json(string name)
    {
        using JsonDocument document = JsonDocument.Parse(Text(name));
        return document.RootElement.Clone();
    }
}
