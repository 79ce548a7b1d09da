using System.Runtime.InteropServices;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Live;

/// <summary>
/// One day, ready to send. Shared by every connection that sends it and given back to the pool by the last: what is in
/// flight is bounded by the pool, whatever the browsers do.
/// </summary>
public sealed class FrameBuffers
{
    private readonly FramePool pool;
    private int users;

    internal FrameBuffers(FramePool pool, int residents, int neighbourhoods)
    {
        this.pool = pool;
        Head = new byte[HeadBytes + (2 * neighbourhoods * Tallies.Fields * sizeof(ushort))];
        States = [new byte[residents], new byte[residents]];
    }

    /// <summary>Bytes before the tallies: header (4), sequence (4), day (4), arms (1), fields (1), neighbourhoods (2), residents (4).</summary>
    public const int HeadBytes = 20;

    /// <summary>Head and tallies of both arms.</summary>
    public byte[] Head { get; }

    /// <summary>State bytes of each arm.</summary>
    public byte[][] States { get; }

    /// <summary>Number of the frame, ascending.</summary>
    public int Sequence { get; internal set; }

    /// <summary>Day of the horizon shown.</summary>
    public int Day { get; internal set; }

    /// <summary>Tallies of one arm.</summary>
    public Span<ushort> TalliesOf(Arm arm)
    {
        Span<ushort> both = MemoryMarshal.Cast<byte, ushort>(Head.AsSpan(HeadBytes));
        int half = both.Length / 2;
        return both.Slice((int)arm * half, half);
    }

    internal void Take() => Interlocked.Increment(ref users);

    internal void Release()
    {
        if (Interlocked.Decrement(ref users) == 0)
        {
            pool.Return(this);
        }
    }
}

/// <summary>A fixed number of frame buffers.</summary>
/// <param name="residents">Residents a frame.</param>
/// <param name="neighbourhoods">Neighbourhoods a frame.</param>
public sealed class FramePool(int residents, int neighbourhoods)
{
    /// <summary>Frames that may exist at once: one being written, one waiting, two on the wire.</summary>
    public const int Limit = 4;

    private readonly Stack<FrameBuffers> free = new();
    private int made;

    /// <summary>A buffer with one user (the caller), or null while all are in use.</summary>
    public FrameBuffers? TryRent()
    {
        lock (free)
        {
            FrameBuffers? frame = free.Count > 0 ? free.Pop() : made < Limit ? Make() : null;
            frame?.Take();
            return frame;
        }
    }

    internal void Return(FrameBuffers frame)
    {
        lock (free)
        {
            free.Push(frame);
        }
    }

    private FrameBuffers Make()
    {
        made++;
        return new FrameBuffers(this, residents, neighbourhoods);
    }
}
