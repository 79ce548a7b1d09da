using System.Security.Cryptography;
using Simulation.Engine.Files;

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
    public static void Write(string path, Population population)
    {
        string partial = $"{path}.{Environment.ProcessId}.partial";
        PartialFiles.Add(partial);
        try
        {
            using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
            {
                WriteContent(file, population);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            TryDelete(partial);
            throw new PopulationFileException(path, FileFault.Writing(path, failure), failure);
        }
        catch
        {
            TryDelete(partial);
            throw;
        }
        finally
        {
            PartialFiles.Remove(partial);
        }
    }

    /// <summary>Opens a population. The head and the small tables are checked now, the columns by <see cref="Verify"/>.</summary>
    /// <param name="path">File to open.</param>
    /// <returns>A population over the mapped file; dispose of it to close the file.</returns>
    /// <exception cref="PopulationFileException">Missing, foreign, newer, cut short or damaged.</exception>
    public static Population Open(string path)
    {
        using FileStream file = OpenStream(path);
        (IReadOnlyList<FileSection> sections, string contentHash) = FileHeader.Read(path, file);
        var mapped = new MappedSections(path, file, sections);
        try
        {
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
        using FileStream file = OpenStream(path);
        (IReadOnlyList<FileSection> sections, string contentHash) = FileHeader.Read(path, file);
        using (var mapped = new MappedSections(path, file, sections))
        {
            foreach (FileSection section in sections)
            {
                mapped.Check(section);
            }
        }

        string found = PopulationContent.Hash(sections.Select(s => (s.Name, s.Hash)));
        return found == contentHash ? found : throw FileHeader.Damaged(path, "its sections do not add up to its hash");
    }

    private static void WriteContent(FileStream file, Population population)
    {
        Section[] content = [.. PopulationContent.Sections(population), DescriptionText.ToSection(population.Description)];
        var sections = new List<FileSection>();
        long at = Aligned(FileHeader.FixedBytes + ((long)FileHeader.EntryBytes * content.Length));
        foreach (Section section in content)
        {
            sections.Add(new FileSection(section.Name, section.Type, section.Count, at, section.Bytes.Length, SHA256.HashData(section.Bytes.Span)));
            at = Aligned(at + section.Bytes.Length);
        }

        string hash = PopulationContent.Hash(sections.Select(s => (s.Name, s.Hash)));
        file.Write(FileHeader.Encode(sections, hash, at));
        Span<byte> padding = stackalloc byte[FileHeader.Alignment];
        padding.Clear();
        for (int i = 0; i < content.Length; i++)
        {
            file.Write(padding[..(int)(sections[i].Offset - file.Position)]);
            file.Write(content[i].Bytes.Span);
        }

        file.Write(padding[..(int)(at - file.Position)]);
    }

    private static long Aligned(long position) => (position + FileHeader.Alignment - 1) / FileHeader.Alignment * FileHeader.Alignment;

    private static FileStream OpenStream(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PopulationFileException(path, "there is no such file. Check the name, or build the population first.", missing);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PopulationFileException(path, FileFault.Reading(path, failure), failure);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to report; a left-over partial file is never opened by mistake.
        }
    }
}
