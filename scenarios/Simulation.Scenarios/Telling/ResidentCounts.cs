using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;

namespace Simulation.Scenarios.Telling;

/// <summary>Residents behind the units that an intervention reaches, by the place that they live in (or, for pupils, that the school stands in).</summary>
internal static class ResidentCounts
{
    /// <summary>Residents of the region behind what <paramref name="delivery"/> reaches; with a level of activity, as many as are expected.</summary>
    public static double[] Of(Delivery delivery) =>
        delivery.Chances is null ? Of(delivery.Kind.Reaches, delivery.Rows, delivery.Population)
        : [.. PlaceCounts.Of(delivery).Select(count => count * delivery.Scale)];

    /// <summary>Residents of the region by place.</summary>
    public static double[] Of(ReachUnit unit, int[] rows, Population population)
    {
        var counts = new double[population.Places.Count];
        double scale = Region.Of(population).Scale;
        switch (unit)
        {
            case ReachUnit.Schools:
                foreach (int school in rows)
                {
                    counts[population.Neighbourhoods.Place[population.Schools.Neighbourhood[school]]] += scale * population.Schools.Pupils[school];
                }

                return counts;
            case ReachUnit.Neighbourhoods:
                double[] residents = Region.ByNeighbourhood(population);
                foreach (int n in rows)
                {
                    counts[population.Neighbourhoods.Place[n]] += residents[n];
                }

                return counts;
            case ReachUnit.Employers:
                var reached = new HashSet<int>(rows);
                WorkerTable workers = population.Workers;
                for (int n = 0; n < workers.Layout.Count; n++)
                {
                    for (int row = workers.Layout.First(n); row < workers.Layout.End(n); row++)
                    {
                        counts[population.Neighbourhoods.Place[n]] += reached.Contains(workers.Employer[row]) ? scale : 0;
                    }
                }

                return counts;
            default:
                return [.. PlaceCounts.Of(unit, rows, population).Select(count => count * scale)];
        }
    }
}
