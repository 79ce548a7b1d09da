using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>Days at home, given only to workers whose work can be done there, and never more than five in all.</summary>
internal static class HomeDays
{
    private static readonly ulong Stream = Rank.StreamOf("home_days");

    /// <summary>The effect of <paramref name="days"/> more days a week at home on the worker rows given.</summary>
    public static Effect Effect(Delivery delivery, int[] workers, int[] starts, double days)
    {
        WorkerTable table = delivery.Population.Workers;
        var rows = new List<int>();
        var joined = new List<int>();
        var amounts = new List<float>();
        for (int i = 0; i < workers.Length; i++)
        {
            int row = workers[i];

            // The model knows whole days: of one and a half, every second worker gets two and the others one.
            double wanted = days * delivery.Adherence;
            int whole = (int)Math.Floor(wanted) + (Rank.Of(Stream, Rank.KeyOf(delivery.Population, ReachUnit.Employees, row)) < wanted - Math.Floor(wanted) ? 1 : 0);
            int extra = Math.Min(whole, 5 - table.HomeDays[row]);
            if (table.HomeCapable[row] != 0 && extra > 0)
            {
                rows.Add(row);
                joined.Add(starts[i]);
                amounts.Add(extra);
            }
        }

        return delivery.Move(Lever.HomeDays, [.. rows], [.. joined], [.. amounts]);
    }
}
