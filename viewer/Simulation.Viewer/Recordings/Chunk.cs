using static System.Buffers.Binary.BinaryPrimitives;

namespace Simulation.Viewer.Recordings;

/// <summary>The 24 bytes before a chunk's body.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Day">Day of the horizon that it belongs to.</param>
/// <param name="Key">Key day that a day is told against, or −1.</param>
/// <param name="Length">Bytes of the body.</param>
/// <param name="Check">Checksum of the body.</param>
internal readonly record struct ChunkHead(ChunkKind Kind, int Day, int Key, int Length, uint Check)
{
    /// <summary>Bytes of a head.</summary>
    public const int Bytes = 24;

    /// <summary>Writes the head; its last four bytes are its own checksum.</summary>
    public void Write(Span<byte> to)
    {
        WriteInt32LittleEndian(to, (int)Kind);
        WriteInt32LittleEndian(to[4..], Day);
        WriteInt32LittleEndian(to[8..], Key);
        WriteInt32LittleEndian(to[12..], Length);
        WriteUInt32LittleEndian(to[16..], Check);
        WriteUInt32LittleEndian(to[20..], Checksum.Of(to[..20]));
    }

    /// <summary>Reads a head; false when these bytes are none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> from, out ChunkHead head)
    {
        head = new ChunkHead(
            (ChunkKind)ReadInt32LittleEndian(from), ReadInt32LittleEndian(from[4..]), ReadInt32LittleEndian(from[8..]),
            ReadInt32LittleEndian(from[12..]), ReadUInt32LittleEndian(from[16..]));
        return ReadUInt32LittleEndian(from[20..]) == Checksum.Of(from[..20]) && head.Length is >= 0 and <= RecordingFormat.MaxBody;
    }
}

/// <summary>Where a chunk lies: an entry of the index.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Day">Day of the horizon that it belongs to.</param>
/// <param name="Key">Key day that a day is told against, or −1.</param>
/// <param name="Length">Bytes of the body.</param>
/// <param name="At">First byte of its head.</param>
internal readonly record struct ChunkPlace(ChunkKind Kind, int Day, int Key, int Length, long At)
{
    /// <summary>Bytes of an entry.</summary>
    public const int Bytes = 24;

    /// <summary>First byte after the chunk.</summary>
    public long End => At + ChunkHead.Bytes + Length;

    /// <summary>Writes the entry.</summary>
    public void Write(Span<byte> to)
    {
        WriteInt32LittleEndian(to, (int)Kind);
        WriteInt32LittleEndian(to[4..], Day);
        WriteInt32LittleEndian(to[8..], Key);
        WriteInt32LittleEndian(to[12..], Length);
        WriteInt64LittleEndian(to[16..], At);
    }

    /// <summary>Reads an entry.</summary>
    public static ChunkPlace Read(ReadOnlySpan<byte> from) => new(
        (ChunkKind)ReadInt32LittleEndian(from), ReadInt32LittleEndian(from[4..]), ReadInt32LittleEndian(from[8..]),
        ReadInt32LittleEndian(from[12..]), ReadInt64LittleEndian(from[16..]));
}
