using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Observation;

/// <summary>
/// What a decile's residents grew by while a neighbourhood was counted: its adults and children by profile. Two passes over
/// some hundred words cost less than sums of every resident, and the first brings the words into the cache.
/// </summary>
internal unsafe struct ProfileTotals
{
    private Totals adults;
    private Totals children;

    /// <summary>Takes what was there before.</summary>
    /// <param name="bins">Words of the decile's residents.</param>
    public void Before(ulong* bins)
    {
        for (int profile = 0; profile < CountingBench.Profiles; profile++)
        {
            adults[profile] = Adults(bins, profile);
            children[profile] = Children(bins, profile);
        }
    }

    /// <summary>Adds what has come since to a neighbourhood's sum.</summary>
    /// <param name="bins">Words of the decile's residents.</param>
    /// <param name="sum">The neighbourhood's sum.</param>
    public readonly void After(ulong* bins, ref Tally sum)
    {
        Span<long> grown = stackalloc long[3];
        Span<long> young = stackalloc long[3];
        Span<long> travel = stackalloc long[4];
        for (int profile = 0; profile < CountingBench.Profiles; profile++)
        {
            ulong more = Adults(bins, profile) - adults[profile];
            long count = (long)(more >> CountingBench.MinuteBits);
            grown[profile >> 2] += count;
            travel[profile & 3] += count;
            sum[CountKey.AdultMinutes] += (long)(more & ((1UL << CountingBench.MinuteBits) - 1));
            young[profile >> 2] += (long)((Children(bins, profile) - children[profile]) >> CountingBench.MinuteBits);
        }

        sum[CountKey.AdultsInactive] += grown[0];
        sum[CountKey.AdultsFairlyActive] += grown[1];
        sum[CountKey.AdultsActive] += grown[2];
        sum[CountKey.ChildrenLessActive] += young[0];
        sum[CountKey.ChildrenFairlyActive] += young[1];
        sum[CountKey.ChildrenActive] += young[2];
        sum[CountKey.AdultsTravel20] += travel[3];
        sum[CountKey.AdultsTravel12] += travel[3] + travel[2];
        sum[CountKey.AdultsTravel4] += travel[3] + travel[2] + travel[1];
    }

    private static ulong Adults(ulong* bins, int profile) =>
        Total(bins + CountingBench.Bin(profile, Demographics.FirstAdultKey), Demographics.Keys - Demographics.FirstAdultKey);

    private static ulong Children(ulong* bins, int profile) =>
        Total(bins + CountingBench.Bin(profile, Demographics.FirstCountedKey), Demographics.FirstAdultKey - Demographics.FirstCountedKey);

    private static ulong Total(ulong* words, int count)
    {
        Vector512<ulong> total = Vector512.Load(words);
        for (int i = PackedCounters.Lanes; i < count; i += PackedCounters.Lanes)
        {
            total += Vector512.Load(words + i);
        }

        return Vector512.Sum(total);
    }

    [InlineArray(CountingBench.Profiles)]
    private struct Totals
    {
        private ulong first;
    }
}
