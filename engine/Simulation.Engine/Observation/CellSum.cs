using Simulation.Engine.State;

namespace Simulation.Engine.Observation;

/// <summary>A sum of cells that count the same kind of resident: infants, children or adults.</summary>
internal struct CellSum
{
    private Counters activity;
    private Counters travel;
    private Counters school;
    private Counters commute;
    private long minutes;
    private long home;

    /// <summary>Adds one cell.</summary>
    public void Add(WeekCells cells, int cell)
    {
        activity.Add(cells.Activity[cell]);
        travel.Add(cells.Travel[cell]);
        school.Add(cells.School[cell]);
        commute.Add(cells.Commute[cell]);
        minutes += cells.Minutes[cell];
        home += cells.Home[cell];
    }

    /// <summary>The sum as counts.</summary>
    /// <param name="key">A key of the cells added, which says whether they are children's or adults'.</param>
    public readonly Tally Of(int key)
    {
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
            CommuteHome = home,
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

    // Words that hold four 16-bit counters each; a sum may grow to 32 bits.
    private struct Counters
    {
        private const ulong EvenMask = 0x0000_FFFF_0000_FFFF;

        private ulong even;
        private ulong odd;

        public readonly long this[int index] => (uint)(((index & 1) == 0 ? even : odd) >> (32 * (index >> 1)));

        public void Add(ulong word)
        {
            even += word & EvenMask;
            odd += (word >> 16) & EvenMask;
        }
    }
}
