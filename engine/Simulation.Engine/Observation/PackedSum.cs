using System.Runtime.Intrinsics;

namespace Simulation.Engine.Observation;

/// <summary>
/// Sums of eight words that hold four 16-bit counters each. The counters of a sum are 32 bits wide: every second one is
/// added apart.
/// </summary>
internal struct PackedSum
{
    private static readonly Vector512<ulong> EveryOther = Vector512.Create(0x0000_FFFF_0000_FFFFUL);

    private Vector512<ulong> even;
    private Vector512<ulong> odd;

    /// <summary>Counters: four in each of eight words.</summary>
    public const int Counters = 32;

    /// <summary>Counters of a word.</summary>
    public const int PerWord = 4;

    /// <summary>Writes counter c of word w to <c>4 w + c</c>.</summary>
    /// <param name="counters">Room for <see cref="Counters"/>.</param>
    public readonly void CopyTo(Span<uint> counters)
    {
        Span<uint> halves = stackalloc uint[Counters];
        even.AsUInt32().CopyTo(halves);
        odd.AsUInt32().CopyTo(halves[(Counters / 2)..]);
        for (int i = 0; i < Counters / 2; i++)
        {
            counters[2 * i] = halves[i];
            counters[(2 * i) + 1] = halves[(Counters / 2) + i];
        }
    }

    /// <summary>Adds eight words.</summary>
    public void Add(Vector512<ulong> words)
    {
        even += words & EveryOther;
        odd += (words >>> 16) & EveryOther;
    }

    /// <summary>Adds another sum.</summary>
    public void Add(in PackedSum other)
    {
        even += other.even;
        odd += other.odd;
    }
}
