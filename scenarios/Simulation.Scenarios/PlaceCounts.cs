using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;

namespace Simulation.Scenarios;

/// <summary>Counts units by place.</summary>
internal static class PlaceCounts
{
    /// <summary>Number of units that <paramref name="delivery"/> reaches in each place; with a level of activity, as many as are expected.</summary>
    public static int[] Of(Delivery delivery) => Of(delivery.Kind.Reaches, delivery.Rows, delivery.Population, delivery.Chances);

    /// <summary>Number of <paramref name="rows"/> in each place.</summary>
    /// <param name="unit">Table of the rows.</param>
    /// <param name="rows">Rows, ascending.</param>
    /// <param name="population">The population.</param>
    /// <param name="chances">What each counts for; null = one.</param>
    public static int[] Of(ReachUnit unit, int[] rows, Population population, double[]? chances = null)
    {
        var counts = new double[population.Places.Count];
        NeighbourhoodTable neighbourhoods = population.Neighbourhoods;
        Segments? layout = unit switch
        {
            ReachUnit.Employees => population.Workers.Layout,
            ReachUnit.Residents => population.Residents.Layout,
            _ => null,
        };
        int segment = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            double one = chances is null ? 1 : chances[i];
            if (layout is not null)
            {
                // Rows ascend, so the segment only ever moves forward.
                while (row >= layout.PaddedEnd(segment))
                {
                    segment++;
                }

                counts[neighbourhoods.Place[segment]] += one;
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
                counts[place] += one;
            }
        }

        return [.. counts.Select(count => (int)Math.Round(count))];
    }
}
