using static Simulation.Engine.Parameters.EvidenceGrade;

namespace Simulation.Engine.Parameters;

/// <summary>What the years do to residents: health, study, work.</summary>
public static class LivesParameters
{
    private const string Registry = "Modelling judgement";

    /// <summary>Recovery.</summary>
    public static readonly Parameter Recovery = new("lives.recovery", 0.02, "share a year", 0, 0.06, "Chance a year that a disabled resident no longer is; as many become so besides what age adds.", Registry, Judgement);

    /// <summary>Hazard of the disabled.</summary>
    public static readonly Parameter DisabledHazard = new("lives.disabled_hazard", 2, "hazard ratio", 1, 3, "Hazard of death of disabled residents against others of their age, sex and neighbourhood; the mean stays.", Registry, Judgement);

    /// <summary>Jobs lost.</summary>
    public static readonly Parameter LosesJob = new("lives.loses_job", 0.02, "share a year", 0.01, 0.04, "Chance a year of losing one's job.", Registry, Judgement);

    /// <summary>Seekers against others.</summary>
    public static readonly Parameter SeekerFinds = new("lives.seeker_finds", 7, "ratio", 3, 12, "How many times as often as others without work those who seek it find it.", "Modelling judgement: 35 against 5 % a year", Judgement);

    /// <summary>Habit kept.</summary>
    public static readonly Parameter HabitKept = new("lives.habit_kept", 0.2, "share", 0, 0.6, "What a new school or job leaves of the habit of going there on foot or by cycle.", "Modelling judgement after Verplanken: habits weaken where their setting changes", Judgement);

    /// <summary>The group, in printed order.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        Recovery, DisabledHazard, LosesJob, SeekerFinds, HabitKept,
    ];
}
