using System.Runtime.Intrinsics;
using Simulation.Engine.State;

namespace Simulation.Engine.Observation;

/// <summary>A sum of cells that count the same kind of resident: infants, children or adults.</summary>
/// <remarks>A cell is one demographic key of one neighbourhood: eight words of four 16-bit counters, and minutes.</remarks>
internal struct CellSum
{
    /// <summary>Words of a cell: one cache line.</summary>
    public const int Words = 8;

    /// <summary>Word of residents by activity over 28 days: inactive (children: less active), fairly active, active.</summary>
    public const int Activity = 0;

    /// <summary>Word of residents with travel on foot or by cycle on at least 4, 12, 20 of 28 days.</summary>
    public const int Travel = 1;

    /// <summary>Word of the week's school days by mode: walk, cycle, transit, car.</summary>
    public const int School = 2;

    /// <summary>Word of the week's commuting days by mode: walk, cycle, transit, car.</summary>
    public const int Commute = 3;

    /// <summary>Word of the week's days worked at home.</summary>
    public const int Home = 4;

    private PackedSum counts;
    private long minutes;

    /// <summary>Writes counter c of word w to <c>4 w + c</c>.</summary>
    /// <param name="counters">Room for <see cref="PackedSum.Counters"/>.</param>
    public readonly void CopyTo(Span<uint> counters) => counts.CopyTo(counters);

    /// <summary>Adds one cell.</summary>
    /// <param name="cell">Its words.</param>
    /// <param name="cellMinutes">Its countable minutes over 28 days.</param>
    public void Add(Vector512<ulong> cell, long cellMinutes)
    {
        counts.Add(cell);
        minutes += cellMinutes;
    }

    /// <summary>Adds another sum.</summary>
    public void Add(in CellSum other)
    {
        counts.Add(other.counts);
        minutes += other.minutes;
    }

    /// <summary>The sum as counts.</summary>
    /// <param name="key">A key of the cells added, which says whether they are children's or adults'.</param>
    public readonly Tally Of(int key)
    {
        Span<uint> counters = stackalloc uint[PackedSum.Counters];
        counts.CopyTo(counters);
        ReadOnlySpan<uint> activity = counters.Slice(Activity * PackedSum.PerWord, PackedSum.PerWord);
        ReadOnlySpan<uint> travel = counters.Slice(Travel * PackedSum.PerWord, PackedSum.PerWord);
        ReadOnlySpan<uint> school = counters.Slice(School * PackedSum.PerWord, PackedSum.PerWord);
        ReadOnlySpan<uint> commute = counters.Slice(Commute * PackedSum.PerWord, PackedSum.PerWord);
        Tally tally = new()
        {
            SchoolWalk = school[0],
            SchoolCycle = school[1],
            SchoolTransit = school[2],
            SchoolCar = school[3],
            CommuteWalk = commute[0],
            CommuteCycle = commute[1],
            CommuteTransit = commute[2],
            CommuteCar = commute[3],
            CommuteHome = counters[Home * PackedSum.PerWord],
        };
        if (Demographics.Adult(key))
        {
            tally.AdultsInactive = activity[0];
            tally.AdultsFairly = activity[1];
            tally.AdultsActive = activity[2];
            tally.Travel4 = travel[0];
            tally.Travel12 = travel[1];
            tally.Travel20 = travel[2];
            tally.AdultMinutes = minutes;
        }
        else if (Demographics.Child(key))
        {
            tally.ChildrenLess = activity[0];
            tally.ChildrenFairly = activity[1];
            tally.ChildrenActive = activity[2];
        }

        return tally;
    }
}
