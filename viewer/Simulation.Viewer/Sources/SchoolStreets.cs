using Simulation.Engine.Interventions;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Sources;

/// <summary>Finds the schools whose streets a scenario closes to motor traffic.</summary>
public static class SchoolStreets
{
    private const string Kind = "school_street";

    /// <summary>One entry for each school and scheme, by school.</summary>
    /// <param name="effects">What the scenario does to the model.</param>
    /// <param name="start">First day of the horizon.</param>
    public static IReadOnlyList<ClosedStreet> Of(IEnumerable<Effect> effects, DateOnly start)
    {
        ArgumentNullException.ThrowIfNull(effects);
        var streets = new List<ClosedStreet>();
        foreach (Effect effect in effects.Where(e => e.Lever == Lever.GateTraffic && e.Source.Split('[')[0] == Kind))
        {
            int? to = effect.End == int.MaxValue ? null : DayOf(effect.End, start);
            for (int i = 0; i < effect.Rows.Length; i++)
            {
                // A scheme that ends before a school joins never reaches it.
                if (effect.StartOf(i) < effect.End)
                {
                    streets.Add(new ClosedStreet(effect.Rows[i], DayOf(effect.StartOf(i), start), to));
                }
            }
        }

        return [.. streets.OrderBy(s => s.School).ThenBy(s => s.From)];
    }

    private static int DayOf(int dayNumber, DateOnly start) => dayNumber - start.DayNumber + 1;
}
