using Simulation.Engine.Populations;
using Simulation.Engine.State;
using Simulation.Engine.Time;

namespace Simulation.Engine.Processes;

/// <summary>What all processes of a day share: the date, the weather's factors, and what interventions touched this morning.</summary>
/// <param name="state">The run's columns.</param>
public sealed class DayContext(RunState state)
{
    private const int Week = 7;

    /// <summary>The run's columns.</summary>
    public RunState State { get; } = state;

    /// <summary>The day.</summary>
    public DayInfo Day { get; private set; }

    /// <summary>Column of <c>WeekMinutes</c> that takes today's minutes.</summary>
    public int WeekColumn => WeekColumnOf(Day.Number);

    /// <summary>True on the last day of the model's week (Sunday).</summary>
    public bool LastOfWeek => Day.Weekday == 6;

    /// <summary>By school: all bits set when it is open today, none when it is closed.</summary>
    public int[] SchoolOpen { get; } = new int[state.Population.Schools.Count];

    /// <summary>By school: its school days among the seven days before today.</summary>
    public int[] RecentSchoolDays { get; } = new int[state.Population.Schools.Count];

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
        OpenSchools(day.Date);
        Touched.Clear();
    }

    // A pupil's calendar is that of the council in which the school stands.
    private void OpenSchools(DateOnly date)
    {
        Population population = State.Population;
        Span<int> open = stackalloc int[population.Places.Count];
        Span<int> recent = stackalloc int[population.Places.Count];
        for (int place = 0; place < open.Length; place++)
        {
            string council = population.Places[place].Code;
            open[place] = SchoolCalendar.IsSchoolDay(council, date) ? -1 : 0;
            for (int before = 1; before <= Week; before++)
            {
                recent[place] += SchoolCalendar.IsSchoolDay(council, date.AddDays(-before)) ? 1 : 0;
            }
        }

        for (int school = 0; school < SchoolOpen.Length; school++)
        {
            int place = population.Neighbourhoods.Place[population.Schools.Neighbourhood[school]];
            SchoolOpen[school] = open[place];
            RecentSchoolDays[school] = recent[place];
        }
    }
}
