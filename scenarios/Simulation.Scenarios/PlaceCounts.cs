using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;

namespace Simulation.Scenarios;

/// <summary>Counts units by place.</summary>
internal static class PlaceCounts
{
    /// <summary>Number of <paramref name="rows"/> in each place.</summary>
    public static int[] Of(ReachUnit unit, int[] rows, Population population)
    {
        var counts = new int[population.Places.Count];
        NeighbourhoodTable neighbourhoods = population.Neighbourhoods;
        Segments? layout = unit switch
        {
            ReachUnit.Employees => population.Workers.Layout,
            ReachUnit.Residents => population.Residents.Layout,
            _ => null,
        };
        int segment = 0;
        foreach (int row in rows)
        {
            if (layout is not null)
            {
                // Rows ascend, so the segment only ever moves forward.
                while (row >= layout.PaddedEnd(segment))
                {
                    segment++;
                }

                counts[neighbourhoods.Place[segment]]++;
                continue;
            }

            int place = unit switch
            {
                ReachUnit.Schools => neighbourhoods.Place[population.Schools.Neighbourhood[row]],
                ReachUnit.Employers => population.Employers.Place[row],
                _ => neighbourhoods.Place[row],
            };
            if (place < counts.Length)
            {
                counts[place]++;
            }
        }

        return counts;
    }
}
