using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;

namespace Simulation.Scenarios.Telling;

/// <summary>Residents behind the units that an intervention reaches, by the place that they live in (or, for pupils, that the school stands in).</summary>
internal static class ResidentCounts
{
    /// <summary>Residents behind what <paramref name="delivery"/> reaches; with a level of activity, as many as are expected.</summary>
    public static int[] Of(Delivery delivery) =>
        delivery.Chances is null ? Of(delivery.Kind.Reaches, delivery.Rows, delivery.Population) : PlaceCounts.Of(delivery);

    /// <summary>Residents by place.</summary>
    public static int[] Of(ReachUnit unit, int[] rows, Population population)
    {
        var counts = new int[population.Places.Count];
        switch (unit)
        {
            case ReachUnit.Schools:
                foreach (int school in rows)
                {
                    counts[population.Neighbourhoods.Place[population.Schools.Neighbourhood[school]]] += population.Schools.Pupils[school];
                }

                return counts;
            case ReachUnit.Neighbourhoods:
                foreach (int n in rows)
                {
                    counts[population.Neighbourhoods.Place[n]] += population.Residents.Layout.UsedIn(n);
                }

                return counts;
            case ReachUnit.Employers:
                var reached = new HashSet<int>(rows);
                WorkerTable workers = population.Workers;
                for (int n = 0; n < workers.Layout.Count; n++)
                {
                    for (int row = workers.Layout.First(n); row < workers.Layout.End(n); row++)
                    {
                        counts[population.Neighbourhoods.Place[n]] += reached.Contains(workers.Employer[row]) ? 1 : 0;
                    }
                }

                return counts;
            default:
                return PlaceCounts.Of(unit, rows, population);
        }
    }
}
