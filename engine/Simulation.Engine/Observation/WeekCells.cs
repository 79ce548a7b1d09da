using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Observation;

/// <summary>
/// The week's counts in cells of neighbourhood × demographic key, and summed by neighbourhood. Every stratification that is
/// published is a sum of cells; each cell is written by whoever has the neighbourhood in hand, so no sum depends on the
/// number of workers.
/// </summary>
/// <remarks>
/// Four 16-bit counters share a word, so that a resident costs an addition: hence no neighbourhood may have more than
/// <see cref="LargestNeighbourhood"/> residents (of one key, on seven days, there are far fewer than that).
/// </remarks>
internal sealed class WeekCells
{
    /// <summary>Phases × distance bands of school trips.</summary>
    public const int TripBands = 8;

    /// <summary>Residents of a neighbourhood at most.</summary>
    public const int LargestNeighbourhood = 65_535;

    /// <summary>Empty cells for a population.</summary>
    /// <exception cref="ArgumentException">A neighbourhood is too large to count.</exception>
    public WeekCells(Population population)
    {
        int neighbourhoods = population.Neighbourhoods.Count;
        for (int n = 0; n < neighbourhoods; n++)
        {
            if (population.Residents.Layout.UsedIn(n) > LargestNeighbourhood)
            {
                throw new ArgumentException(
                    $"The neighbourhood {population.Neighbourhoods.Code[n]} has {population.Residents.Layout.UsedIn(n):N0} residents; a run counts at most {LargestNeighbourhood:N0} in one. Divide it, or build the population with fewer residents.",
                    nameof(population));
            }
        }

        int cells = neighbourhoods * Demographics.AllKeys;
        Activity = new ulong[cells];
        Travel = new ulong[cells];
        Minutes = new long[cells];
        School = new ulong[cells];
        Commute = new ulong[cells];
        Home = new int[cells];
        Trips = new ulong[neighbourhoods * TripBands];
        WalkTime = new long[neighbourhoods];
        Sums = new Tally[neighbourhoods];
    }

    /// <summary>Residents by activity over 28 days: inactive (children: less active), fairly active, active; 16 bits each.</summary>
    public ulong[] Activity { get; }

    /// <summary>Residents with travel on foot or by cycle on at least 4, 12, 20 of 28 days; 16 bits each.</summary>
    public ulong[] Travel { get; }

    /// <summary>Countable minutes over 28 days.</summary>
    public long[] Minutes { get; }

    /// <summary>School days of the week by mode: walk, cycle, transit, car; 16 bits each.</summary>
    public ulong[] School { get; }

    /// <summary>Commuting days of the week by mode: walk, cycle, transit, car; 16 bits each.</summary>
    public ulong[] Commute { get; }

    /// <summary>Days worked at home.</summary>
    public int[] Home { get; }

    /// <summary>School days by mode for each phase × distance band (under 1, 1–2, 2–5, 5+ miles), by neighbourhood.</summary>
    public ulong[] Trips { get; }

    /// <summary>Minutes of one-way walks to school, by neighbourhood.</summary>
    public long[] WalkTime { get; }

    /// <summary>All keys of each neighbourhood together.</summary>
    public Tally[] Sums { get; }

    /// <summary>Sums all keys of a neighbourhood.</summary>
    public Tally Sum(int neighbourhood)
    {
        CellSum infants = default;
        CellSum children = default;
        CellSum adults = default;
        int first = neighbourhood * Demographics.AllKeys;
        for (int key = 0; key < Demographics.FirstCountedKey; key++)
        {
            infants.Add(this, first + key);
        }

        for (int key = Demographics.FirstCountedKey; key < Demographics.FirstAdultKey; key++)
        {
            children.Add(this, first + key);
        }

        for (int key = Demographics.FirstAdultKey; key < Demographics.Keys; key++)
        {
            adults.Add(this, first + key);
        }

        Tally sum = infants.Of(0);
        sum.Add(children.Of(Demographics.FirstCountedKey));
        sum.Add(adults.Of(Demographics.FirstAdultKey));
        return sum;
    }
}
