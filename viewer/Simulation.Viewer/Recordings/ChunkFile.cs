using static System.Buffers.Binary.BinaryPrimitives;

namespace Simulation.Viewer.Recordings;

/// <summary>
/// A recording's file as a row of chunks. What is written is only ever added, so that a file whose program was ended holds all
/// that was complete. Any thread may read while one writes.
/// </summary>
internal sealed class ChunkFile : IDisposable
{
    private readonly Stream stream;
    private readonly Lock gate = new();
    private readonly List<ChunkPlace> places = [];

    private ChunkFile(Stream stream) => this.stream = stream;

    /// <summary>First byte after the last complete chunk.</summary>
    public long End { get; private set; } = RecordingFormat.HeadBytes;

    /// <summary>Chunks, in the order in which they lie.</summary>
    public ChunkPlace[] Places
    {
        get
        {
            lock (gate)
            {
                return [.. places];
            }
        }
    }

    /// <summary>Begins an empty file.</summary>
    /// <param name="stream">The file; owned from now on.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static ChunkFile Create(Stream stream)
    {
        Span<byte> head = stackalloc byte[RecordingFormat.HeadBytes];
        RecordingFormat.Magic.CopyTo(head);
        WriteInt32LittleEndian(head[8..], RecordingFormat.Version);
        WriteUInt32LittleEndian(head[12..], Checksum.Of(head[..12]));
        stream.Write(head);
        return new ChunkFile(stream);
    }

    /// <summary>Takes a file whose chunks were found.</summary>
    /// <param name="stream">The file; owned from now on.</param>
    /// <param name="found">Its chunks.</param>
    public static ChunkFile Reopen(Stream stream, ChunkIndex found)
    {
        var file = new ChunkFile(stream) { End = found.End };
        file.places.AddRange(found.Places);
        return file;
    }

    /// <summary>Adds a chunk; when that fails the file is as it was before.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public ChunkPlace Append(ChunkKind kind, int day, int key, ReadOnlySpan<byte> body)
    {
        Span<byte> head = stackalloc byte[ChunkHead.Bytes];
        new ChunkHead(kind, day, key, body.Length, Checksum.Of(body)).Write(head);
        lock (gate)
        {
            var place = new ChunkPlace(kind, day, key, body.Length, End);
            try
            {
                stream.Position = End;
                stream.Write(head);
                stream.Write(body);
            }
            catch (Exception e) when (e is IOException or NotSupportedException)
            {
                CutOff();
                throw e as IOException ?? new IOException("The file of the recording takes nothing more.", e);
            }

            End = place.End;
            places.Add(place);
            return place;
        }
    }

    /// <summary>Reads a chunk's body.</summary>
    /// <exception cref="RecordingException">It is damaged.</exception>
    public byte[] Read(ChunkPlace place)
    {
        byte[] chunk = new byte[ChunkHead.Bytes + place.Length];
        try
        {
            lock (gate)
            {
                stream.Position = place.At;
                stream.ReadExactly(chunk);
            }
        }
        catch (IOException e)
        {
            throw new RecordingException($"the file cannot be read at byte {place.At:N0}, where it is cut short or its disk does not answer", e);
        }

        return ChunkHead.TryRead(chunk, out ChunkHead head) && head.Kind == place.Kind && head.Day == place.Day && head.Key == place.Key
            && head.Length == place.Length && head.Check == Checksum.Of(chunk.AsSpan(ChunkHead.Bytes))
            ? chunk[ChunkHead.Bytes..]
            : throw new RecordingException($"the file is damaged between bytes {place.At:N0} and {place.End:N0}");
    }

    /// <summary>Adds the index and the mark that says that nothing is missing.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Finish()
    {
        byte[] ending = ChunkIndex.Ending(Places, End);
        lock (gate)
        {
            stream.Position = End;
            stream.Write(ending);
            stream.Flush();
            (stream as FileStream)?.Flush(flushToDisk: true);
        }
    }

    /// <summary>Copies bytes of the file.</summary>
    /// <returns>How many were there.</returns>
    public int ReadAt(long at, Span<byte> to)
    {
        lock (gate)
        {
            stream.Position = at;
            return stream.ReadAtLeast(to, to.Length, throwOnEndOfStream: false);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => stream.Dispose();

    private void CutOff()
    {
        try
        {
            stream.SetLength(End);
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            // A chunk that is not whole is found by its checksum.
        }
    }
}
