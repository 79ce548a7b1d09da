using Simulation.Engine.Interventions;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>Who is admitted to interventions that ask for a level of activity: settled for each resident on the day of joining.</summary>
/// <param name="state">The run's columns.</param>
internal sealed class Admissions(RunState state)
{
    /// <summary>The number that stands for everyone being admitted.</summary>
    public const ushort Everyone = 0;

    private readonly List<(int Day, int Resident, ActivityLevels Levels, ushort Number)> due = [];
    private int next;

    /// <summary>Takes the admissions of <paramref name="effects"/>; what was settled of an intervention of the same name stays settled.</summary>
    public void Take(IReadOnlyList<Effect> effects)
    {
        due.Clear();
        foreach (Admission admission in effects.Where(Acts).Select(effect => effect.Admission).OfType<Admission>().Distinct())
        {
            ushort number = state.Admissions.NumberOf(admission.Source, admission.Levels);
            for (int i = 0; i < admission.Residents.Count; i++)
            {
                due.Add((admission.Days[i], admission.Residents[i], admission.Levels, number));
            }
        }

        // Each settles a bit of its own, so that the order within a day means nothing.
        due.Sort((a, b) => a.Day.CompareTo(b.Day));
        next = 0;
    }

    /// <summary>Leaves all days before <paramref name="day"/> as they were settled.</summary>
    public void SkipTo(int day)
    {
        next = due.FindIndex(entry => entry.Day >= day);
        next = next < 0 ? due.Count : next;
    }

    /// <summary>Number of the admission of <paramref name="effect"/>.</summary>
    public ushort NumberOf(Effect effect) =>
        effect.Admission is { } admission && Acts(effect) ? state.Admissions.NumberOf(admission.Source, admission.Levels) : Everyone;

    /// <summary>Whether <paramref name="resident"/> was admitted.</summary>
    public bool Admits(ushort number, int resident) => number == Everyone || state.Admissions.Admits(number, resident);

    /// <summary>Settles all who would join up to <paramref name="today"/>, by their activity as last counted.</summary>
    public void Settle(int today)
    {
        for (; next < due.Count && due[next].Day <= today; next++)
        {
            (_, int resident, ActivityLevels levels, ushort number) = due[next];
            int shown = (state.Residents.Today[resident] >> DayCode.CategoryShift) & DayCode.CategoryMask;
            state.Admissions.Settle(number, resident, shown > 0 && ((int)levels & (1 << (shown - 1))) != 0);
        }
    }

    // What has no dose touches nobody, and nobody need be asked.
    private static bool Acts(Effect effect) => effect.Amounts.AsSpan().IndexOfAnyExcept(0f) >= 0;
}
