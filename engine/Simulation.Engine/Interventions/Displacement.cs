using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>Traffic that a scheme removes in one spot and that turns up in the streets of the neighbourhoods around.</summary>
internal static class Displacement
{
    /// <summary>Neighbourhoods over which traffic spreads: with about 1,700 residents each, four are the next streets but one.</summary>
    private const int Nearby = 4;

    /// <summary>
    /// Effects that raise <see cref="Lever.StreetTraffic"/> in the neighbourhoods nearest to each row delivered, one for
    /// each join day, because rows that join on different days spill over from different days.
    /// </summary>
    /// <param name="delivery">A delivery to schools or neighbourhoods.</param>
    /// <param name="moved">Traffic moved by one row at full dose, as a share of the street traffic of one neighbourhood.</param>
    /// <param name="rampDays">Time constant of the ramp.</param>
    public static IEnumerable<Effect> ToNearby(Delivery delivery, double moved, double rampDays)
    {
        Population population = delivery.Population;
        bool schools = delivery.Kind.Reaches == ReachUnit.Schools;
        var treated = new HashSet<int>(schools ? [] : delivery.Rows);
        var byStart = new SortedDictionary<int, SortedDictionary<int, double>>();
        for (int i = 0; i < delivery.Rows.Length; i++)
        {
            int centre = schools ? population.Schools.Neighbourhood[delivery.Rows[i]] : delivery.Rows[i];
            int start = delivery.Starts[i];
            if (!byStart.TryGetValue(start, out SortedDictionary<int, double>? amounts))
            {
                byStart.Add(start, amounts = []);
            }

            foreach (int n in Nearest(population, centre))
            {
                if (!treated.Contains(n))
                {
                    amounts[n] = amounts.GetValueOrDefault(n) + (moved * delivery.DoseOf(i) / Nearby);
                }
            }
        }

        foreach ((int start, SortedDictionary<int, double> amounts) in byStart)
        {
            yield return delivery.Move(
                Lever.StreetTraffic, [.. amounts.Keys], [start], [.. amounts.Values.Select(a => (float)a)], rampDays);
        }
    }

    private static int[] Nearest(Population population, int centre)
    {
        NeighbourhoodTable table = population.Neighbourhoods;
        var best = new List<(double Distance, int Neighbourhood)>();
        for (int n = 0; n < table.Count; n++)
        {
            if (n == centre)
            {
                continue;
            }

            double dx = table.X[n] - table.X[centre];
            double dy = table.Y[n] - table.Y[centre];
            double distance = (dx * dx) + (dy * dy);
            if (best.Count == Nearby && distance >= best[^1].Distance)
            {
                continue;
            }

            int at = best.FindIndex(b => distance < b.Distance);
            best.Insert(at < 0 ? best.Count : at, (distance, n));
            if (best.Count > Nearby)
            {
                best.RemoveAt(Nearby);
            }
        }

        return [.. best.Select(b => b.Neighbourhood)];
    }
}
