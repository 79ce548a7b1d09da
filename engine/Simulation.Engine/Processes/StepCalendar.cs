using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Processes;

/// <summary>One row's lever moves by an amount, on some day.</summary>
/// <param name="Row">Row of the lever's table.</param>
/// <param name="Lever">The lever.</param>
/// <param name="Admission">Number of the admission asked for (<see cref="Admissions"/>).</param>
/// <param name="Amount">By how much.</param>
internal readonly record struct Step(int Row, Lever Lever, ushort Admission, float Amount);

/// <summary>
/// The steps of workers' or residents' levers by day and neighbourhood, so that whoever has a neighbourhood in hand finds
/// today's at once. A package that reaches a third of the residents has more than a million.
/// </summary>
/// <param name="layout">Rows of the table by neighbourhood.</param>
internal sealed class StepCalendar(Segments layout)
{
    private readonly Dictionary<int, (int[] Firsts, Step[] Steps)> days = [];

    /// <summary>Takes other steps.</summary>
    /// <param name="steps">All steps with their days; those of one row and day are taken in this order.</param>
    /// <param name="from">First day of the calendar; what falls before it falls on it, or is over.</param>
    /// <param name="catchUp">Whether what falls before falls on the first day.</param>
    public void Take(Func<IEnumerable<(int Day, Step Step)>> steps, int from, bool catchUp)
    {
        days.Clear();
        Dictionary<int, int[]> cursors = [];
        foreach ((int day, int neighbourhood, _) in Placed(steps(), from, catchUp))
        {
            if (!cursors.TryGetValue(day, out int[]? counts))
            {
                cursors.Add(day, counts = new int[layout.Count + 1]);
            }

            counts[neighbourhood + 1]++;
        }

        foreach ((int day, int[] counts) in cursors)
        {
            for (int n = 0; n < layout.Count; n++)
            {
                counts[n + 1] += counts[n];
            }

            days.Add(day, ([.. counts], new Step[counts[^1]]));
        }

        foreach ((int day, int neighbourhood, Step step) in Placed(steps(), from, catchUp))
        {
            days[day].Steps[cursors[day][neighbourhood]++] = step;
        }
    }

    /// <summary>Steps of one neighbourhood's rows on one day.</summary>
    public ReadOnlySpan<Step> At(int day, int neighbourhood) =>
        days.TryGetValue(day, out (int[] Firsts, Step[] Steps) today)
            ? today.Steps.AsSpan(today.Firsts[neighbourhood]..today.Firsts[neighbourhood + 1])
            : [];

    private IEnumerable<(int Day, int Neighbourhood, Step Step)> Placed(IEnumerable<(int Day, Step Step)> steps, int from, bool catchUp)
    {
        int neighbourhood = 0;
        foreach ((int day, Step step) in steps)
        {
            if (day < from && !catchUp)
            {
                continue;
            }

            // Rows ascend within an effect, so that the next is mostly in the same neighbourhood.
            if (step.Row < layout.First(neighbourhood) || step.Row >= layout.PaddedEnd(neighbourhood))
            {
                neighbourhood = layout.Of(step.Row);
            }

            yield return (Math.Max(day, from), neighbourhood, step);
        }
    }
}
