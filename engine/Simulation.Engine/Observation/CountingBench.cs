using System.Runtime.Intrinsics;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Observation;

/// <summary>
/// Where one worker counts: the cells of the neighbourhood in hand, three kilobytes that never leave the first-level cache,
/// and what they came to this week by national decile and demographic key. All are integers, so that it does not matter
/// which worker counted which neighbourhood.
/// </summary>
internal sealed unsafe class CountingBench : IDisposable
{
    /// <summary>Phases × distance bands (under 1, 1–2, 2–5, 5+ miles) of school trips.</summary>
    public const int TripBands = 8;

    /// <summary>Strata: national deciles × keys.</summary>
    public const int Strata = Demographics.Deciles * Demographics.AllKeys;

    private readonly Column<ulong> cells = Column<ulong>.Allocate(Demographics.AllKeys * CellSum.Words);
    private readonly Column<ulong> minutes = Column<ulong>.Allocate(Demographics.AllKeys);
    private readonly Column<ulong> trips = Column<ulong>.Allocate(TripBands);
    private readonly CellSum[] strata = new CellSum[Strata];
    private PackedSum tripSum;
    private long walkTime;

    /// <summary>Eight words for each key: see <see cref="CellSum"/>.</summary>
    public ulong* Cells => cells.Pointer;

    /// <summary>Countable minutes over 28 days for each key.</summary>
    public ulong* Minutes => minutes.Pointer;

    /// <summary>School days by mode (walk, cycle, transit, car; 16 bits each) for each phase × distance band.</summary>
    public ulong* Trips => trips.Pointer;

    /// <summary>Closes the neighbourhood in hand: adds its cells to the week's and clears them for the next one.</summary>
    /// <param name="decile">Index of its national decile.</param>
    /// <param name="walked">Minutes of its one-way walks to school.</param>
    /// <returns>All keys of the neighbourhood together.</returns>
    public Tally Close(int decile, long walked)
    {
        Span<CellSum> here = strata.AsSpan(decile * Demographics.AllKeys, Demographics.AllKeys);
        CellSum infants = Add(0, Demographics.FirstCountedKey, here);
        CellSum children = Add(Demographics.FirstCountedKey, Demographics.FirstAdultKey, here);
        CellSum adults = Add(Demographics.FirstAdultKey, Demographics.Keys, here);
        tripSum.Add(Vector512.Load(Trips));
        walkTime += walked;
        cells.Values.Clear();
        minutes.Values.Clear();
        trips.Values.Clear();

        Tally sum = infants.Of(0);
        sum.Add(children.Of(Demographics.FirstCountedKey));
        sum.Add(adults.Of(Demographics.FirstAdultKey));
        return sum;
    }

    /// <summary>Adds the week's sums to the whole area's and clears them for the next week.</summary>
    public void MoveTo(Span<CellSum> allStrata, ref PackedSum allTrips, ref long allWalkTime)
    {
        for (int s = 0; s < Strata; s++)
        {
            allStrata[s].Add(strata[s]);
        }

        allTrips.Add(tripSum);
        allWalkTime += walkTime;
        Array.Clear(strata);
        tripSum = default;
        walkTime = 0;
    }

    /// <summary>Releases the cells.</summary>
    public void Dispose()
    {
        cells.Dispose();
        minutes.Dispose();
        trips.Dispose();
    }

    // Adds keys from … to − 1 to the week's strata of this decile; returns what they come to together.
    private CellSum Add(int from, int to, Span<CellSum> here)
    {
        CellSum sum = default;
        for (int key = from; key < to; key++)
        {
            Vector512<ulong> cell = Vector512.Load(Cells + (key * CellSum.Words));
            here[key].Add(cell, (long)Minutes[key]);
            sum.Add(cell, (long)Minutes[key]);
        }

        return sum;
    }
}
