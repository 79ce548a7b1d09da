using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>From employers to their staff, and from workers to the residents that they are.</summary>
internal static class Staff
{
    /// <summary>Worker rows of the employers delivered to, ascending, each with the join day of its employer.</summary>
    public static (int[] Workers, int[] Starts) Workers(Delivery delivery)
    {
        WorkerTable table = delivery.Population.Workers;
        var startOf = new Dictionary<int, int>();
        for (int i = 0; i < delivery.Rows.Length; i++)
        {
            startOf.Add(delivery.Rows[i], delivery.Starts[i]);
        }

        var rows = new List<int>();
        var starts = new List<int>();
        for (int n = 0; n < table.Layout.Count; n++)
        {
            for (int row = table.Layout.First(n); row < table.Layout.End(n); row++)
            {
                if (startOf.TryGetValue(table.Employer[row], out int start))
                {
                    rows.Add(row);
                    starts.Add(start);
                }
            }
        }

        return ([.. rows], [.. starts]);
    }

    /// <summary>Resident rows of workers, ascending as workers are, each with its worker's join day.</summary>
    public static (int[] Residents, int[] Starts) Residents(Population population, int[] workers, int[] starts)
    {
        int[] residents = [.. workers.Select(w => population.Workers.Resident[w])];
        int[] joined = [.. starts];
        Array.Sort(residents, joined);
        return (residents, joined);
    }
}
