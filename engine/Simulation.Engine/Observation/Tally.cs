namespace Simulation.Engine.Observation;

/// <summary>What is counted for one stratum in one week; every indicator is a ratio of these.</summary>
internal struct Tally
{
    /// <summary>Adults by activity over 28 days.</summary>
    public long AdultsInactive, AdultsFairly, AdultsActive;

    /// <summary>Children 5–15 by activity over 28 days.</summary>
    public long ChildrenLess, ChildrenFairly, ChildrenActive;

    /// <summary>Adults who walked or cycled for travel on at least 4, 12, 20 of 28 days.</summary>
    public long Travel4, Travel12, Travel20;

    /// <summary>Adults' countable minutes over 28 days.</summary>
    public long AdultMinutes;

    /// <summary>School days of the week by mode.</summary>
    public long SchoolWalk, SchoolCycle, SchoolTransit, SchoolCar;

    /// <summary>Working days of the week by mode.</summary>
    public long CommuteWalk, CommuteCycle, CommuteTransit, CommuteCar, CommuteHome;

    /// <summary>Adults.</summary>
    public readonly long Adults => AdultsInactive + AdultsFairly + AdultsActive;

    /// <summary>Children.</summary>
    public readonly long Children => ChildrenLess + ChildrenFairly + ChildrenActive;

    /// <summary>School trips (days).</summary>
    public readonly long SchoolDays => SchoolWalk + SchoolCycle + SchoolTransit + SchoolCar;

    /// <summary>Working days.</summary>
    public readonly long WorkDays => CommuteWalk + CommuteCycle + CommuteTransit + CommuteCar + CommuteHome;

    /// <summary>Adds another stratum's counts.</summary>
    public void Add(in Tally other)
    {
        AdultsInactive += other.AdultsInactive;
        AdultsFairly += other.AdultsFairly;
        AdultsActive += other.AdultsActive;
        ChildrenLess += other.ChildrenLess;
        ChildrenFairly += other.ChildrenFairly;
        ChildrenActive += other.ChildrenActive;
        Travel4 += other.Travel4;
        Travel12 += other.Travel12;
        Travel20 += other.Travel20;
        AdultMinutes += other.AdultMinutes;
        SchoolWalk += other.SchoolWalk;
        SchoolCycle += other.SchoolCycle;
        SchoolTransit += other.SchoolTransit;
        SchoolCar += other.SchoolCar;
        CommuteWalk += other.CommuteWalk;
        CommuteCycle += other.CommuteCycle;
        CommuteTransit += other.CommuteTransit;
        CommuteCar += other.CommuteCar;
        CommuteHome += other.CommuteHome;
    }
}
