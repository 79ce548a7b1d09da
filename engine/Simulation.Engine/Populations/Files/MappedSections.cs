using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text;

namespace Simulation.Engine.Populations.Files;

/// <summary>The sections of a file mapped into memory, read-only. Disposing of it unmaps the file: its columns end with it.</summary>
internal sealed unsafe class MappedSections : IColumnSource, IDisposable
{
    private readonly string path;
    private readonly Dictionary<string, FileSection> sections = new(StringComparer.Ordinal);
    private readonly MemoryMappedFile map;
    private readonly MemoryMappedViewAccessor view;
    private byte* start;

    /// <summary>Maps an open file; the mapping outlives the stream.</summary>
    public MappedSections(string path, FileStream file, IReadOnlyList<FileSection> sections)
    {
        this.path = path;
        foreach (FileSection section in sections)
        {
            if (!this.sections.TryAdd(section.Name, section))
            {
                throw FileKind.Population.Damaged(path, $"section '{section.Name}' appears twice");
            }
        }

        map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
    }

    /// <summary>Name of the file for messages.</summary>
    public string Path => path;

    /// <summary>Whether the file has a section.</summary>
    public bool Has(string name) => sections.ContainsKey(name);

    /// <summary>Elements of a section.</summary>
    public int CountOf(string name) => Find(name).Count;

    /// <summary>A column where it lies; <paramref name="length"/> must be its own.</summary>
    public Column<T> Column<T>(ColumnInfo info, int length)
        where T : unmanaged => Populations.Column<T>.Over((T*)(start + Typed<T>(info.Key, length).Offset), length, info);

    /// <summary>The layout of a table of <paramref name="neighbourhoods"/> segments; checked against its hash.</summary>
    public Segments Layout(string name, int neighbourhoods)
    {
        Check(Find(name));
        ReadOnlySpan<int> counts = new(start + Typed<int>(name, neighbourhoods).Offset, neighbourhoods);
        foreach (int count in counts)
        {
            if (count < 0)
            {
                throw FileKind.Population.Damaged(path, $"section '{name}' holds a negative number of rows");
            }
        }

        return new Segments(counts);
    }

    /// <summary>Strings; checked against their hash.</summary>
    public string[] Text(string name) => [.. Blobs(name, SectionType.Text).Select(Encoding.UTF8.GetString)];

    /// <summary>Byte strings of a section; checked against their hash.</summary>
    public List<byte[]> Blobs(string name, SectionType type)
    {
        FileSection section = Find(name);
        Check(section);
        List<byte[]>? blobs = section.Type == type ? TextBlobs.Split(Bytes(section), section.Count) : null;
        return blobs ?? throw FileKind.Population.Damaged(path, $"section '{name}' is not a list of {section.Count:N0} entries");
    }

    /// <summary>Holds a section against its hash.</summary>
    public void Check(FileSection section)
    {
        if (!SHA256.HashData(Bytes(section)).AsSpan().SequenceEqual(section.Hash))
        {
            throw FileKind.Population.Damaged(path, $"the checksum of section '{section.Name}' (bytes {section.Offset:N0} to {section.Offset + section.Length:N0}) does not match");
        }
    }

    /// <summary>Unmaps the file.</summary>
    public void Dispose()
    {
        if (start is not null)
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            start = null;
        }

        view.Dispose();
        map.Dispose();
    }

    private FileSection Typed<T>(string name, int length)
        where T : unmanaged
    {
        FileSection section = Find(name);
        SectionType type = SectionTypes.Of(typeof(T));
        return section.Type == type && section.Count == length && section.Length == (long)length * sizeof(T)
            ? section
            : throw FileKind.Population.Damaged(path, $"section '{name}' has {section.Count:N0} rows of kind {section.Type} where {length:N0} of kind {type} are due");
    }

    private ReadOnlySpan<byte> Bytes(FileSection section) => section.Length <= int.MaxValue
        ? new ReadOnlySpan<byte>(start + section.Offset, (int)section.Length)
        : throw FileKind.Population.Damaged(path, $"section '{section.Name}' is longer than 2 GB");

    private FileSection Find(string name) => sections.TryGetValue(name, out FileSection? section)
        ? section
        : throw FileKind.Population.Damaged(path, $"section '{name}' is missing");
}
