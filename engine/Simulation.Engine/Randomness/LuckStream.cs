namespace Simulation.Engine.Randomness;

/// <summary>
/// Decision streams: each use of luck has its own, so that adding one shifts no other. Numbers are constants of the model:
/// never renumber, never reuse.
/// </summary>
public enum LuckStream : uint
{
    /// <summary>Two words a resident a day: walking an errand, a leisure session.</summary>
    EverydayDecision = 1,

    /// <summary>Two words a resident a day: minutes of the errand walk, minutes of the session.</summary>
    EverydayLength = 2,

    /// <summary>Two words a pupil a school day: walking, and the mode when not walking.</summary>
    SchoolMode = 3,

    /// <summary>One word a worker a day: commute mode.</summary>
    CommuteMode = 4,

    /// <summary>One word a place a day: weather.</summary>
    Weather = 5,

    /// <summary>Fixed for life: leisure propensity, errand propensity.</summary>
    Propensity = 16,

    /// <summary>Fixed for life: habit gain, habit ceiling.</summary>
    HabitTrait = 17,

    /// <summary>Fixed for life: taste for walking to school, rank for being allowed to go alone.</summary>
    SchoolTaste = 18,

    /// <summary>Fixed for life: another adult can bring the child, stress of the route.</summary>
    SchoolCompany = 19,

    /// <summary>Fixed for life: commute taste, which weekday is the first at home.</summary>
    CommuteTaste = 20,

    /// <summary>Fixed for life: walking route stress, traffic speed of the neighbourhood.</summary>
    NeighbourhoodStreets = 21,

    /// <summary>Fixed for life: whether walks raise the breathing, usual length of a session.</summary>
    WalkingPace = 22,

    /// <summary>Two words a resident a week: drift of the propensity's rank, dither of what follows levers.</summary>
    PropensityDrift = 23,

    /// <summary>Two words a resident and survey: error of an answer, whose answer it is. Changes nothing of the model.</summary>
    ReportedMinutes = 24,

    /// <summary>One word a worker a week: drift of the taste for walking and cycling to work.</summary>
    CommuteTasteDrift = 25,

    /// <summary>Fixed for life (day 0): threshold of death, part of the year since the birthday; day 1: where drift begins.</summary>
    LifeSpan = 32,

    /// <summary>Two words a woman a year: whether a child comes, whether it has a twin. Day 0: a child's sex.</summary>
    Birth = 33,

    /// <summary>Two words a resident a year: leaving study, losing and finding work, retiring.</summary>
    WorkingLife = 34,

    /// <summary>Two words a resident a year: becoming disabled, being limited a lot.</summary>
    LimitingIllness = 35,

    /// <summary>One word a pupil and school: liking.</summary>
    SchoolPreference = 36,

    /// <summary>Two words a household a year: whether it moves, its cars; where to, where it lives there.</summary>
    Moving = 37,

    /// <summary>Two words a resident a year: leaving the parents' home or parting, seeking a partner.</summary>
    Households = 38,

    /// <summary>Two words a resident or household a year: leaving the area, coming to it.</summary>
    Migration = 39,
}
