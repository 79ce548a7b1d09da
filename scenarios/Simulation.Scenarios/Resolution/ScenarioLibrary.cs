using System.Reflection;

namespace Simulation.Scenarios.Resolution;

/// <summary>The scenarios that ship, carried inside the assembly.</summary>
public static class ScenarioLibrary
{
    private const string Prefix = "library/";

    private static readonly Assembly Carrier = typeof(ScenarioLibrary).Assembly;

    /// <summary>Names without extension, in ordinal order: <c>baseline</c>, <c>flexible-working</c> …</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. Carrier.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(n => n[Prefix.Length..^".yaml".Length].Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    /// <summary>Bytes of the library scenario <paramref name="name"/> (with or without <c>.yaml</c>); null when there is none.</summary>
    public static byte[]? Read(string name)
    {
        string bare = name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) ? name[..^5] : name;
        bare = bare.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? bare[Prefix.Length..] : bare;
        foreach (string known in Names)
        {
            if (known.Equals(bare, StringComparison.OrdinalIgnoreCase))
            {
                using Stream stream = Carrier.GetManifestResourceStream(Prefix + known + ".yaml")
                    ?? Carrier.GetManifestResourceStream(Prefix + known.Replace('/', '\\') + ".yaml")!;
                using var memory = new MemoryStream();
                stream.CopyTo(memory);
                return memory.ToArray();
            }
        }

        return null;
    }
}
