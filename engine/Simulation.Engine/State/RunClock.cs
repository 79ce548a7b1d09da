namespace Simulation.Engine.State;

/// <summary>Where a run has come to, and what it counts by the day and the week.</summary>
public sealed class RunClock
{
    /// <summary>The day that is simulated next.</summary>
    public DateOnly Today { get; set; }

    /// <summary>Days of the horizon simulated so far.</summary>
    public int DaysDone { get; set; }

    /// <summary>Whether interventions act; in the warm-up none does.</summary>
    public bool Active { get; set; }

    /// <summary>School days since Monday.</summary>
    public int WeekSchoolDays { get; set; }

    /// <summary>First day of the year of lives that goes on: the run's own first day, or its last turn of the year.</summary>
    public DateOnly LivesSince { get; set; }

    internal void CopyTo(RunClock other) =>
        (other.Today, other.DaysDone, other.Active, other.WeekSchoolDays, other.LivesSince) = (Today, DaysDone, Active, WeekSchoolDays, LivesSince);
}
