using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Simulation.Engine.Populations.Files;

/// <summary>
/// Head of a file of sections (a population, a saved state): 128 fixed bytes and 128 for each section. Little-endian.
/// </summary>
/// <remarks>
/// Fixed part: magic (8), version (4), sections (4), file length (8), reserved (8), content hash (32), SHA-256 of the whole
/// head with this field zero (32), reserved. Entry: name in UTF-8 (48), type (4), reserved (4), elements (8), offset (8),
/// length in bytes (8), SHA-256 of the bytes (32), reserved. Sections start at multiples of 64 bytes, in the order of
/// their entries.
/// </remarks>
internal static class FileHeader
{
    /// <summary>Version written, and the newest that can be read.</summary>
    internal const int Version = 1;

    internal const int FixedBytes = 128;
    internal const int EntryBytes = 128;
    internal const int Alignment = 64;
    private const int NameBytes = 48;
    private const int MostSections = 10_000;

    /// <summary>Encodes the head of a file.</summary>
    public static byte[] Encode(FileKind kind, IReadOnlyList<FileSection> sections, string contentHash, long fileLength)
    {
        var head = new byte[FixedBytes + (EntryBytes * sections.Count)];
        kind.Magic.CopyTo(head, 0);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(12), sections.Count);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(16), fileLength);
        Convert.FromHexString(contentHash).CopyTo(head, 32);
        for (int i = 0; i < sections.Count; i++)
        {
            Span<byte> entry = head.AsSpan(FixedBytes + (EntryBytes * i), EntryBytes);
            byte[] name = Encoding.UTF8.GetBytes(sections[i].Name);
            name.AsSpan(0, Math.Min(name.Length, NameBytes)).CopyTo(entry);
            BinaryPrimitives.WriteInt32LittleEndian(entry[48..], (int)sections[i].Type);
            BinaryPrimitives.WriteInt64LittleEndian(entry[56..], sections[i].Count);
            BinaryPrimitives.WriteInt64LittleEndian(entry[64..], sections[i].Offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[72..], sections[i].Length);
            sections[i].Hash.CopyTo(entry[80..]);
        }

        SHA256.HashData(head).CopyTo(head, 64);
        return head;
    }

    /// <summary>Reads and checks the head of an open file.</summary>
    /// <param name="kind">The kind of file that it should be.</param>
    /// <param name="path">Name for messages.</param>
    /// <param name="file">The file, at its start.</param>
    /// <exception cref="SectionFileException">Not a file of that kind, a newer one, cut short or damaged.</exception>
    public static (IReadOnlyList<FileSection> Sections, string ContentHash) Read(FileKind kind, string path, Stream file)
    {
        var start = new byte[FixedBytes];
        int got = file.ReadAtLeast(start, FixedBytes, throwOnEndOfStream: false);
        if (got < kind.Magic.Length || !start.AsSpan(0, kind.Magic.Length).SequenceEqual(kind.Magic))
        {
            throw kind.Refuse(path, $"this is not a {kind.Noun} file (its first bytes are not those of one). Give a file that this program wrote as a {kind.Noun}.");
        }

        int version = got >= 12 ? BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(8)) : Version;
        if (version > Version)
        {
            throw kind.Refuse(path, $"the file has format version {version}, but this program reads up to version {Version}. Use a newer program, or {kind.MakeAgain} with this one.");
        }

        int count = got == FixedBytes ? BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(12)) : 0;
        long stated = got == FixedBytes ? BinaryPrimitives.ReadInt64LittleEndian(start.AsSpan(16)) : FixedBytes;
        if (file.Length < stated || got < FixedBytes)
        {
            throw kind.Refuse(path, $"the file is cut short: {file.Length:N0} of {stated:N0} bytes are there. Copy it again, or {kind.MakeAgain}.");
        }

        if (version < 1 || count is < 1 or > MostSections || FixedBytes + ((long)EntryBytes * count) > file.Length || file.Length != stated)
        {
            throw kind.Damaged(path, "its head contradicts its length");
        }

        var head = new byte[FixedBytes + (EntryBytes * count)];
        start.CopyTo(head, 0);
        file.ReadExactly(head.AsSpan(FixedBytes));
        byte[] statedHash = head[64..96];
        head.AsSpan(64, 32).Clear();
        if (!SHA256.HashData(head).AsSpan().SequenceEqual(statedHash))
        {
            throw kind.Damaged(path, "the checksum of its head does not match");
        }

        List<FileSection> sections = Entries(kind, path, head, count, file.Length);
        CheckGaps(kind, path, file, sections, head.Length);
        return (sections, Convert.ToHexStringLower(head.AsSpan(32, 32)));
    }

    // What lies between sections belongs to none and has no checksum: it is written as noughts, and nothing else may stand there.
    private static void CheckGaps(FileKind kind, string path, Stream file, List<FileSection> sections, long at)
    {
        Span<byte> gap = stackalloc byte[Alignment];
        foreach ((long offset, long end) in sections.OrderBy(section => section.Offset).Select(section => (section.Offset, section.Offset + section.Length)).Append((file.Length, file.Length)))
        {
            if (offset - at is < 0 or >= Alignment)
            {
                throw kind.Damaged(path, $"bytes {at:N0} to {offset:N0} belong to no section, or to two");
            }

            file.Position = at;
            file.ReadExactly(gap[..(int)(offset - at)]);
            if (gap[..(int)(offset - at)].IndexOfAnyExcept((byte)0) >= 0)
            {
                throw kind.Damaged(path, $"bytes {at:N0} to {offset:N0}, which belong to no section, are not empty");
            }

            at = end;
        }
    }

    private static List<FileSection> Entries(FileKind kind, string path, byte[] head, int count, long fileLength)
    {
        var sections = new List<FileSection>(count);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = head.AsSpan(FixedBytes + (EntryBytes * i), EntryBytes);
            string name = Encoding.UTF8.GetString(entry[..NameBytes]).TrimEnd('\0');
            long elements = BinaryPrimitives.ReadInt64LittleEndian(entry[56..]);
            long offset = BinaryPrimitives.ReadInt64LittleEndian(entry[64..]);
            long length = BinaryPrimitives.ReadInt64LittleEndian(entry[72..]);
            if (elements is < 0 or > int.MaxValue || offset < head.Length || offset % Alignment != 0 || length < 0 || length > fileLength - offset)
            {
                throw kind.Damaged(path, $"section '{name}' lies outside the file");
            }

            sections.Add(new FileSection(name, (SectionType)BinaryPrimitives.ReadInt32LittleEndian(entry[48..]), (int)elements, offset, length, entry.Slice(80, 32).ToArray()));
        }

        return sections;
    }
}

/// <summary>A section as the head of a file states it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">What its elements are.</param>
/// <param name="Count">Elements.</param>
/// <param name="Offset">First byte in the file.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">SHA-256 of the bytes.</param>
internal sealed record FileSection(string Name, SectionType Type, int Count, long Offset, long Length, byte[] Hash);
