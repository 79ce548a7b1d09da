using Simulation.Engine.State;
using Simulation.Engine.Time;

namespace Simulation.Engine.Processes;

/// <summary>What all processes of a day share: the date, the weather's factors, and what interventions touched this morning.</summary>
/// <param name="state">The run's columns.</param>
public sealed class DayContext(ModelState state)
{
    private const int MaximumWeekdays = 5;
    private readonly Queue<bool> schoolDays = new();

    /// <summary>The run's columns.</summary>
    public ModelState State { get; } = state;

    /// <summary>The day.</summary>
    public DayInfo Day { get; private set; }

    /// <summary>Column of <c>WeekMinutes</c> that takes today's minutes.</summary>
    public int WeekColumn => WeekColumnOf(Day.Number);

    /// <summary>True on the last day of the model's week (Sunday).</summary>
    public bool LastOfWeek => Day.Weekday == 6;

    /// <summary>School days among the last seven days, today included.</summary>
    public int RecentSchoolDays { get; private set; }

    /// <summary>Factor on the odds of walking an errand today, by place.</summary>
    public float[] ErrandFactor { get; } = new float[state.Population.Places.Count];

    /// <summary>Factor on adults' odds of leisure today, by place.</summary>
    public float[] AdultLeisureFactor { get; } = new float[state.Population.Places.Count];

    /// <summary>Factor on children's odds of play and sport today, by place.</summary>
    public float[] ChildLeisureFactor { get; } = new float[state.Population.Places.Count];

    /// <summary>Factor on the odds of walking to school today, by place.</summary>
    public float[] TripFactor { get; } = new float[state.Population.Places.Count];

    /// <summary>Whom interventions reached this morning.</summary>
    public Touched Touched { get; } = new(state.Population);

    /// <summary>True when the neighbourhood's weekly refresh falls on today: a seventh of them each day.</summary>
    public bool RefreshDue(int neighbourhood) => neighbourhood % 7 == Day.Number % 7;

    /// <summary>Column of <c>WeekMinutes</c> for a day: weeks run Monday to Sunday (day number 0 is a Monday).</summary>
    public static int WeekColumnOf(int dayNumber) => dayNumber / 7 % 4;

    /// <summary>Moves to another day.</summary>
    public void Begin(DayInfo day)
    {
        Day = day;
        schoolDays.Enqueue(day.SchoolDay);
        if (schoolDays.Count > 7)
        {
            schoolDays.Dequeue();
        }

        int recent = 0;
        foreach (bool open in schoolDays)
        {
            recent += open ? 1 : 0;
        }

        RecentSchoolDays = Math.Min(recent, MaximumWeekdays);
        Touched.Clear();
    }
}
