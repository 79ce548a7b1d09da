using static System.Buffers.Binary.BinaryPrimitives;

namespace Simulation.Viewer.Recordings;

/// <summary>Finds the chunks of a file: by its index, or by walking through it where the index is missing or damaged.</summary>
/// <param name="Places">Chunks, in the order in which they lie.</param>
/// <param name="End">First byte after the last of them.</param>
/// <param name="Closed">Whether the file was closed in order.</param>
/// <param name="DamagedAt">Where walking through it came upon bytes that are no chunk; −1 when it did not.</param>
internal sealed record ChunkIndex(IReadOnlyList<ChunkPlace> Places, long End, bool Closed, long DamagedAt)
{
    /// <summary>Finds the chunks.</summary>
    /// <exception cref="RecordingException">This is not a recording, or not one of this version.</exception>
    public static ChunkIndex Find(string name, Stream stream)
    {
        CheckHead(name, stream);
        return ByIndex(stream) ?? Walk(stream);
    }

    /// <summary>The index as a chunk, and the foot after it.</summary>
    /// <param name="places">Chunks of the file.</param>
    /// <param name="end">Where the index will begin.</param>
    public static byte[] Ending(ReadOnlySpan<ChunkPlace> places, long end)
    {
        int body = places.Length * ChunkPlace.Bytes;
        byte[] ending = new byte[ChunkHead.Bytes + body + RecordingFormat.FootBytes];
        for (int i = 0; i < places.Length; i++)
        {
            places[i].Write(ending.AsSpan(ChunkHead.Bytes + (i * ChunkPlace.Bytes)));
        }

        new ChunkHead(ChunkKind.Index, 0, -1, body, Checksum.Of(ending.AsSpan(ChunkHead.Bytes, body))).Write(ending);
        Span<byte> foot = ending.AsSpan(ChunkHead.Bytes + body);
        WriteInt64LittleEndian(foot, end);
        WriteUInt32LittleEndian(foot[8..], RecordingFormat.FootMark);
        WriteUInt32LittleEndian(foot[12..], Checksum.Of(foot[..12]));
        return ending;
    }

    private static void CheckHead(string name, Stream stream)
    {
        Span<byte> head = stackalloc byte[RecordingFormat.HeadBytes];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (!head[..Math.Min(length, RecordingFormat.Magic.Length)].SequenceEqual(RecordingFormat.Magic))
        {
            throw new RecordingException($"{name} is not a recording; 'simulate view SCENARIO --record FILE{RecordingFormat.Extension}' makes one.");
        }

        if (length < head.Length || ReadUInt32LittleEndian(head[12..]) != Checksum.Of(head[..12]))
        {
            throw new RecordingException($"{name} is damaged in its first {RecordingFormat.HeadBytes} bytes and cannot be opened. Take another copy of it, or record the run again.");
        }

        int version = ReadInt32LittleEndian(head[8..]);
        if (version != RecordingFormat.Version)
        {
            throw new RecordingException(
                $"{name} has format {version}, and this viewer reads format {RecordingFormat.Version}. Open it with the version that recorded it, or record the run again.");
        }
    }

    private static ChunkIndex? ByIndex(Stream stream)
    {
        long length = stream.Length;
        Span<byte> foot = stackalloc byte[RecordingFormat.FootBytes];
        if (length < RecordingFormat.HeadBytes + ChunkHead.Bytes + foot.Length)
        {
            return null;
        }

        stream.Position = length - foot.Length;
        stream.ReadExactly(foot);
        long at = ReadInt64LittleEndian(foot);
        if (ReadUInt32LittleEndian(foot[8..]) != RecordingFormat.FootMark || ReadUInt32LittleEndian(foot[12..]) != Checksum.Of(foot[..12])
            || at < RecordingFormat.HeadBytes || at > length - foot.Length - ChunkHead.Bytes)
        {
            return null;
        }

        byte[] chunk = new byte[Math.Min(length - foot.Length - at, ChunkHead.Bytes + RecordingFormat.MaxBody)];
        stream.Position = at;
        stream.ReadExactly(chunk);
        if (!ChunkHead.TryRead(chunk, out ChunkHead head) || head.Kind != ChunkKind.Index || head.Length != chunk.Length - ChunkHead.Bytes
            || head.Length % ChunkPlace.Bytes != 0 || head.Check != Checksum.Of(chunk.AsSpan(ChunkHead.Bytes)))
        {
            return null;
        }

        var places = new ChunkPlace[head.Length / ChunkPlace.Bytes];
        long end = RecordingFormat.HeadBytes;
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = ChunkPlace.Read(chunk.AsSpan(ChunkHead.Bytes + (i * ChunkPlace.Bytes)));
            if (places[i].At < end || places[i].Length is < 0 or > RecordingFormat.MaxBody)
            {
                return null;
            }

            end = places[i].End;
        }

        return end > at ? null : new ChunkIndex(places, at, Closed: true, DamagedAt: -1);
    }

    // A chunk whose body is damaged is left out; one whose head is damaged ends the walk, because nobody knows how long it is.
    private static ChunkIndex Walk(Stream stream)
    {
        var places = new List<ChunkPlace>();
        long damagedAt = -1;
        long end = RecordingFormat.HeadBytes;
        byte[] bytes = new byte[ChunkHead.Bytes];
        while (end < stream.Length)
        {
            stream.Position = end;
            if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length
                || !ChunkHead.TryRead(bytes, out ChunkHead head)
                || stream.Length - stream.Position < head.Length)
            {
                damagedAt = damagedAt < 0 ? end : damagedAt;
                break;
            }

            if (head.Kind == ChunkKind.Index)
            {
                break;
            }

            byte[] body = new byte[head.Length];
            stream.ReadExactly(body);
            var place = new ChunkPlace(head.Kind, head.Day, head.Key, head.Length, end);
            if (Checksum.Of(body) == head.Check)
            {
                places.Add(place);
            }
            else
            {
                damagedAt = damagedAt < 0 ? end : damagedAt;
            }

            end = place.End;
        }

        return new ChunkIndex(places, end, Closed: false, damagedAt);
    }
}
