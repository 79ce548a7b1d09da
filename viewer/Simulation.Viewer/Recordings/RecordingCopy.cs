
namespace Simulation.Viewer.Recordings;

/// <summary>A recording as it stands, ready to be saved elsewhere while it goes on.</summary>
internal sealed class RecordingCopy
{
    private const int Piece = 1 << 20;
    private readonly ChunkFile file;
    private readonly byte[] ending;
    private readonly long end;

    /// <summary>Holds what is complete now.</summary>
    public RecordingCopy(ChunkFile file)
    {
        this.file = file;
        ChunkPlace[] places = file.Places;
        end = places.Length == 0 ? RecordingFormat.HeadBytes : places[^1].End;
        ending = ChunkIndex.Ending(places, end);
    }

    /// <summary>Bytes of the copy.</summary>
    public long Length => end + ending.Length;

    /// <summary>Writes the copy.</summary>
    public async Task WriteAsync(Stream to, CancellationToken cancellation)
    {
        byte[] piece = new byte[Piece];
        for (long at = 0; at < end;)
        {
            int read = file.ReadAt(at, piece.AsSpan(0, (int)Math.Min(Piece, end - at)));
            if (read == 0)
            {
                throw new IOException("The recording is shorter than it was.");
            }

            await to.WriteAsync(piece.AsMemory(0, read), cancellation);
            at += read;
        }

        await to.WriteAsync(ending, cancellation);
    }
}
