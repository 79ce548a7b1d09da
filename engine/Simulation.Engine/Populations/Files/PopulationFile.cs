namespace Simulation.Engine.Populations.Files;

/// <summary>
/// Writes and opens population files. An opened population lies in the mapped file: pages are read when they are used and
/// may be dropped by the system, so a big population opens at once and needs little memory.
/// </summary>
public static class PopulationFile
{
    /// <summary>Writes a population; the file appears under its name only when it is complete.</summary>
    /// <param name="path">File to write; an existing one is replaced.</param>
    /// <param name="population">The population.</param>
    /// <exception cref="PopulationFileException">The file cannot be written there; nothing is left behind.</exception>
    public static void Write(string path, Population population) =>
        SectionedFile.Write(FileKind.Population, path, [.. PopulationContent.Sections(population), DescriptionText.ToSection(population.Description)]);

    /// <summary>Opens a population. All of it is held against its checksums: a bit that fell over would give another answer.</summary>
    /// <param name="path">File to open.</param>
    /// <returns>A population over the mapped file; dispose of it to close the file.</returns>
    /// <exception cref="PopulationFileException">Missing, foreign, newer, cut short or damaged.</exception>
    public static Population Open(string path)
    {
        using FileStream file = SectionedFile.OpenStream(FileKind.Population, path);
        (IReadOnlyList<FileSection> sections, string contentHash) = FileHeader.Read(FileKind.Population, path, file);
        var mapped = new MappedSections(path, file, sections);
        try
        {
            Check(path, mapped, sections, contentHash);
            return new PopulationReader(mapped).Read(contentHash);
        }
        catch
        {
            mapped.Dispose();
            throw;
        }
    }

    /// <summary>Reads the whole file and holds every section against its hash, and all of them against the population's.</summary>
    /// <param name="path">File to verify.</param>
    /// <returns>The hash of the content.</returns>
    /// <exception cref="PopulationFileException">Something does not match; the message names the section.</exception>
    public static string Verify(string path)
    {
        using FileStream file = SectionedFile.OpenStream(FileKind.Population, path);
        (IReadOnlyList<FileSection> sections, string contentHash) = FileHeader.Read(FileKind.Population, path, file);
        using var mapped = new MappedSections(path, file, sections);
        Check(path, mapped, sections, contentHash);
        return contentHash;
    }

    private static void Check(string path, MappedSections mapped, IReadOnlyList<FileSection> sections, string contentHash)
    {
        try
        {
            Parallel.ForEach(sections, mapped.Check);
        }
        catch (AggregateException several)
        {
            throw FileKind.Population.Refuse(path, several.InnerExceptions[0].Message[(path.Length + 2)..], several.InnerExceptions[0]);
        }

        if (PopulationContent.Hash(sections.Select(s => (s.Name, s.Hash))) != contentHash)
        {
            throw FileKind.Population.Damaged(path, "its sections do not add up to its hash");
        }
    }
}
