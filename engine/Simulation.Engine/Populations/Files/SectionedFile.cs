using System.Security.Cryptography;
using Simulation.Engine.Files;

namespace Simulation.Engine.Populations.Files;

/// <summary>A kind of file made of sections: what it begins with and what it is called.</summary>
/// <param name="Magic">Its first eight bytes; a line end among them shows a transfer as text.</param>
/// <param name="Noun">What such a file holds, e.g. <c>population</c>.</param>
/// <param name="MakeAgain">What to do when a copy of it is broken, as the end of a sentence.</param>
internal sealed record FileKind(byte[] Magic, string Noun, string MakeAgain)
{
    /// <summary>Populations.</summary>
    public static FileKind Population { get; } = new("SIMPOP\r\n"u8.ToArray(), "population", "build the population again");

    /// <summary>States of runs.</summary>
    public static FileKind State { get; } = new("SIMSTA\r\n"u8.ToArray(), "saved state", "make it again");

    /// <summary>An exception about a file of this kind.</summary>
    public Exception Refuse(string path, string problem, Exception? cause = null) =>
        this == Population ? new PopulationFileException(path, problem, cause) : new StateFileException(path, problem, cause);

    /// <summary>An exception that says that a file is damaged, and what to do.</summary>
    public Exception Damaged(string path, string how, Exception? cause = null) =>
        Refuse(path, $"the file is damaged: {how}. Copy it again, or {MakeAgain}.", cause);
}

/// <summary>Writes and opens files made of sections, each with its checksum.</summary>
internal static class SectionedFile
{
    /// <summary>Writes a file, which appears under its name only when it is complete and on the disk.</summary>
    public static void Write(FileKind kind, string path, IReadOnlyList<Section> sections)
    {
        string partial = $"{path}.{Environment.ProcessId}.partial";
        PartialFiles.Add(partial);
        try
        {
            using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
            {
                WriteContent(kind, file, sections);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            TryDelete(partial);
            throw kind.Refuse(path, FileFault.Writing(path, failure), failure);
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

    /// <summary>Opens a file for reading.</summary>
    public static FileStream OpenStream(FileKind kind, string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw kind.Refuse(path, FileFault.Reading(path, failure), failure);
        }
    }

    private static void WriteContent(FileKind kind, FileStream file, IReadOnlyList<Section> content)
    {
        byte[][] hashes = new byte[content.Count][];
        Parallel.For(0, content.Count, i => hashes[i] = SHA256.HashData(content[i].Bytes.Span));
        var sections = new List<FileSection>();
        long at = Aligned(FileHeader.FixedBytes + ((long)FileHeader.EntryBytes * content.Count));
        for (int i = 0; i < content.Count; i++)
        {
            sections.Add(new FileSection(content[i].Name, content[i].Type, content[i].Count, at, content[i].Bytes.Length, hashes[i]));
            at = Aligned(at + content[i].Bytes.Length);
        }

        string hash = PopulationContent.Hash(sections.Select(s => (s.Name, s.Hash)));
        file.Write(FileHeader.Encode(kind, sections, hash, at));
        Span<byte> padding = stackalloc byte[FileHeader.Alignment];
        padding.Clear();
        for (int i = 0; i < content.Count; i++)
        {
            file.Write(padding[..(int)(sections[i].Offset - file.Position)]);
            file.Write(content[i].Bytes.Span);
        }

        file.Write(padding[..(int)(at - file.Position)]);
    }

    private static long Aligned(long position) => (position + FileHeader.Alignment - 1) / FileHeader.Alignment * FileHeader.Alignment;

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
