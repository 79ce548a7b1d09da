using System.Diagnostics;
using System.Runtime.Intrinsics;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Observation;

/// <summary>
/// Counters by national decile and bin. Those of a bin share a word of 64 bits, so that to count a row is one addition to one
/// word; before one of them could overflow, the words of its decile are emptied into sums of 64 bits a counter.
/// </summary>
internal sealed unsafe class PackedCounters : IDisposable
{
    /// <summary>Bins are emptied and summed this many at a time.</summary>
    public const int Lanes = 8;

    private readonly int bins;
    private readonly int shift;
    private readonly Column<ulong> words;
    private readonly Column<ulong>[] sums;
    private readonly int[] counted = new int[Demographics.Deciles];

    /// <summary>Counters at zero.</summary>
    /// <param name="bins">Bins of a decile, a multiple of <see cref="Lanes"/>.</param>
    /// <param name="fields">Counters of a bin.</param>
    /// <param name="shift">Bit of a word at which the second counter begins, and the third as far beyond it.</param>
    /// <param name="capacity">Rows that fit, whatever they add and even if all fall into one bin.</param>
    public PackedCounters(int bins, int fields, int shift, int capacity)
    {
        this.bins = bins;
        this.shift = shift;
        Capacity = capacity;
        words = Column<ulong>.Allocate(Demographics.Deciles * bins);
        sums = [.. Enumerable.Range(0, fields).Select(_ => Column<ulong>.Allocate(words.Length))];
    }

    /// <summary>Rows that can be counted at one <see cref="Open"/>.</summary>
    public int Capacity { get; }

    /// <summary>The words of a decile's bins, ready for more rows.</summary>
    /// <param name="decile">Index of the decile.</param>
    /// <param name="rows">How many rows will be counted, at most <see cref="Capacity"/>.</param>
    public ulong* Open(int decile, int rows)
    {
        Debug.Assert(rows <= Capacity, "more rows than the counters hold");
        if (counted[decile] + rows > Capacity)
        {
            Empty(decile);
        }

        counted[decile] += rows;
        return words.Pointer + (decile * bins);
    }

    /// <summary>What a counter came to, but for what still lies in the words: see <see cref="MoveTo"/>.</summary>
    public long Sum(int decile, int bin, int field) => (long)sums[field][(decile * bins) + bin];

    /// <summary>Adds everything counted to the sums of <paramref name="all"/> and starts again from zero.</summary>
    public void MoveTo(PackedCounters all)
    {
        for (int decile = 0; decile < Demographics.Deciles; decile++)
        {
            Empty(decile);
        }

        for (int f = 0; f < sums.Length; f++)
        {
            for (int i = 0; i < words.Length; i += Lanes)
            {
                ulong* total = all.sums[f].Pointer + i;
                (Vector512.Load(total) + Vector512.Load(sums[f].Pointer + i)).Store(total);
            }
        }

        Clear();
    }

    /// <summary>Sets the sums to zero.</summary>
    public void Clear() => Array.ForEach(sums, sum => sum.Values.Clear());

    /// <summary>Releases the counters.</summary>
    public void Dispose()
    {
        words.Dispose();
        Array.ForEach(sums, sum => sum.Dispose());
    }

    private void Empty(int decile)
    {
        Vector512<ulong> field = Vector512.Create((1UL << shift) - 1);
        int end = (decile + 1) * bins;
        for (int i = decile * bins; i < end; i += Lanes)
        {
            Vector512<ulong> word = Vector512.Load(words.Pointer + i);
            Vector512<ulong>.Zero.Store(words.Pointer + i);
            for (int f = 0; f < sums.Length; f++)
            {
                ulong* sum = sums[f].Pointer + i;
                (Vector512.Load(sum) + ((word >>> (f * shift)) & field)).Store(sum);
            }
        }

        counted[decile] = 0;
    }
}
