using Simulation.Scenarios.Sources;


namespace Simulation.Scenarios.Resolution;

/// <summary>Library scenarios by name, files by path relative to the file that names them.</summary>
public sealed class FileSourceResolver : ISourceResolver
{
    /// <inheritdoc/>
    public ResolvedSource? Find(string reference, SourceText from)
    {
        bool looksLikePath = reference.Contains('/', StringComparison.Ordinal) || reference.Contains('\\', StringComparison.Ordinal)
            || reference.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || reference.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        return looksLikePath
            ? FindFile(reference, from) ?? FindInLibrary(reference)
            : FindInLibrary(reference) ?? FindFile(reference + ".yaml", from);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Known(SourceText from) => ScenarioLibrary.Names;

    private static ResolvedSource? FindInLibrary(string reference) =>
        ScenarioLibrary.Read(reference) is { } bytes
            ? new ResolvedSource(LibraryName(reference), "library:" + LibraryName(reference), bytes)
            : null;

    private static string LibraryName(string reference)
    {
        string bare = reference.ToLowerInvariant();
        bare = bare.StartsWith("library/", StringComparison.Ordinal) ? bare : "library/" + bare;
        return bare.EndsWith(".yaml", StringComparison.Ordinal) ? bare : bare + ".yaml";
    }

    private static ResolvedSource? FindFile(string reference, SourceText from)
    {
        if (reference.AsSpan().ContainsAny(Path.GetInvalidPathChars()))
        {
            return null;
        }

        try
        {
            string folder = from.Identity.StartsWith("library:", StringComparison.Ordinal)
                ? Directory.GetCurrentDirectory()
                : Path.GetDirectoryName(Path.GetFullPath(from.Identity)) ?? Directory.GetCurrentDirectory();
            string full = Path.GetFullPath(Path.Combine(folder, reference));
            var file = new FileInfo(full);

            // A file over the size cap is read only as far as the refusal needs.
            return !file.Exists ? null
                : file.Length > SyntaxLimits.FileBytes ? new ResolvedSource(reference, full, new byte[SyntaxLimits.FileBytes + 1])
                : new ResolvedSource(Shown(reference, from), full, SourceLoader.ReadBytes(full));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The path as a person would type it from where the first file was named.</summary>
    private static string Shown(string reference, SourceText from)
    {
        string? folder = Path.GetDirectoryName(from.Name);
        return string.IsNullOrEmpty(folder) ? reference : Path.Combine(folder, reference).Replace('\\', '/');
    }
}
