namespace Simulation.Engine.Observation;

/// <summary>What is counted, in whole numbers, of every stratum each week. Every indicator is a ratio of sums of these.</summary>
public enum CountKey : byte
{
    /// <summary>Adults (16+) under 30 moderate-equivalent minutes a week over 28 days.</summary>
    AdultsInactive,

    /// <summary>Adults with 30–149 minutes a week.</summary>
    AdultsFairlyActive,

    /// <summary>Adults with 150 minutes a week or more.</summary>
    AdultsActive,

    /// <summary>Children (5–15) under 30 minutes a day on average over 28 days.</summary>
    ChildrenLessActive,

    /// <summary>Children with 30–59 minutes a day on average.</summary>
    ChildrenFairlyActive,

    /// <summary>Children with 60 minutes a day or more on average.</summary>
    ChildrenActive,

    /// <summary>Adults who walked or cycled for travel on at least 4 of 28 days.</summary>
    AdultsTravel4,

    /// <summary>Adults who walked or cycled for travel on at least 12 of 28 days.</summary>
    AdultsTravel12,

    /// <summary>Adults who walked or cycled for travel on at least 20 of 28 days.</summary>
    AdultsTravel20,

    /// <summary>Adults' moderate-equivalent minutes over 28 days.</summary>
    AdultMinutes,

    /// <summary>Pupils' school days of the week on foot.</summary>
    SchoolWalk,

    /// <summary>Pupils' school days of the week by cycle.</summary>
    SchoolCycle,

    /// <summary>Pupils' school days of the week by bus or train.</summary>
    SchoolTransit,

    /// <summary>Pupils' school days of the week by car.</summary>
    SchoolCar,

    /// <summary>Working days of the week on foot.</summary>
    CommuteWalk,

    /// <summary>Working days of the week by cycle.</summary>
    CommuteCycle,

    /// <summary>Working days of the week by public transport.</summary>
    CommuteTransit,

    /// <summary>Working days of the week by car.</summary>
    CommuteCar,

    /// <summary>Working days of the week at home.</summary>
    CommuteHome,

    /// <summary>Children brought by car to the gates of the schools that stand here, over the week; only of everybody and of places.</summary>
    GateCars,

    /// <summary>Days of the week on which schools were open; only of everybody and of places.</summary>
    OpenDays,

    /// <summary>Schools that stand here; only of everybody and of places.</summary>
    Schools,

    /// <summary>Adults' days of the week with a leisure session; not by age, sex or disability.</summary>
    AdultSessions,

    /// <summary>Adults whose sessions are counted: all, but not by age, sex or disability.</summary>
    AdultsOfSessions,

    /// <summary>Speed on the through roads of their neighbourhood, tenths of mph, summed over residents; not by age, sex or disability.</summary>
    StreetSpeed,

    /// <summary>Residents over whom speeds are summed.</summary>
    StreetResidents,
}
