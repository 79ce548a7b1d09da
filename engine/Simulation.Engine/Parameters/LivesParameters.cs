using static Simulation.Engine.Parameters.EvidenceGrade;

namespace Simulation.Engine.Parameters;

/// <summary>What the years do to residents: health, study, work, homes, households.</summary>
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

    /// <summary>Job to job.</summary>
    public static readonly Parameter ChangesJob = new("lives.changes_job", 0.2, "share a year", 0.1, 0.3, "Chance a year of changing one's job under 25; half of it from 25, a quarter from 50.", "Modelling judgement after ONS, job-to-job moves: 2.2–3.2 % of the employed a quarter", Judgement);

    /// <summary>Fertility.</summary>
    public static readonly Parameter Fertility = new("lives.fertility", 1, "ratio", 0.85, 1.15, "Births against those that the rates by age, children at home and place give.", "ONS, 2022-based projection: total fertility 1.41–1.43, low and high variants", Derived);

    /// <summary>Moving home.</summary>
    public static readonly Parameter Moves = new("lives.moves", 0.65, "ratio", 0.5, 0.9, "Households that move to another neighbourhood against the rates by age of all moves, 7.8 % a year: less those within the neighbourhood, and those of grown children and couples, which are counted apart.", "EHS 2021–22: shares by tenure resident under a year; about 195,000 residents a year here", Derived);

    /// <summary>Moves within the place.</summary>
    public static readonly Parameter SamePlace = new("lives.same_place", 0.75, "share", 0.6, 0.9, "Moves of households that stay in their place.", Registry, Judgement);

    /// <summary>Moves within a tenth.</summary>
    public static readonly Parameter SameTenth = new("lives.same_tenth", 0.67, "share", 0.4, 0.9, "Moves of households to a tenth of deprivation at most one off their own.", Registry, Judgement);

    /// <summary>Leaving home.</summary>
    public static readonly Parameter LeavesHome = new("lives.leaves_home", 0.25, "ratio", 0.1, 1, "Grown children who leave their parents' home alone, against the rates by age and sex; others leave with a partner. Solved with lives.partners and lives.parts so that as many of 20–34 live with their parents in ten years.", "SimPaths, UKHLS, North West; Census 2021: 38 % of those of 20–34 here", Calibrated);

    /// <summary>Partners.</summary>
    public static readonly Parameter Partners = new("lives.partners", 3.5, "ratio", 2, 5, "Single adults who begin to live with a partner, against the rates by age, at which households would shrink ever more.", "SimPaths, UKHLS, North West; level solved so that households shrink no faster than they age", Calibrated);

    /// <summary>Parting.</summary>
    public static readonly Parameter Parts = new("lives.parts", 0.4, "ratio", 0.2, 1, "Couples that part, against the rates by age and few years together: about one in a hundred a year.", "SimPaths, UKHLS, North West; level by general knowledge of divorces and separations", Judgement);

    /// <summary>Own sex.</summary>
    public static readonly Parameter SameSex = new("lives.same_sex", 0.025, "share", 0.01, 0.05, "Of those who seek a partner, share who seek one of their own sex.", "General knowledge: one couple in forty", Unverified);

    /// <summary>Cars.</summary>
    public static readonly Parameter CarTries = new("lives.car_tries", 0.3, "share a year", 0.2, 0.4, "Chance a year that a household's number of cars might change; it does where households like it have as many: about half.", "BHPS (Clark 2012): 16 % of households change it in a year", Derived);

    /// <summary>Near enough, primary.</summary>
    public static readonly Parameter NearPrimary = new("lives.near_primary", 3000, "m", 1500, 5000, "Straight-line distance of a new home up to which a child keeps its primary school.", Registry, Judgement);

    /// <summary>Near enough, secondary.</summary>
    public static readonly Parameter NearSecondary = new("lives.near_secondary", 6000, "m", 3000, 10000, "The same of a secondary school.", Registry, Judgement);

    /// <summary>Migration.</summary>
    public static readonly Parameter Migration = new("lives.migration", 1, "ratio", 0, 2, "Migration to and from the area against the central rates; 0 for none, 2 for the growth of 2021–24 and later.", "ONS, Census 2021 and mid-2024 estimates; half of the growth that births and deaths leave", Judgement);

    /// <summary>Habit kept.</summary>
    public static readonly Parameter HabitKept = new("lives.habit_kept", 0.2, "share", 0, 0.6, "What a new school, job or home leaves of the habit of going to school or work on foot or by cycle.", "Modelling judgement after Verplanken: habits weaken where their setting changes", Judgement);

    /// <summary>The group, in printed order.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        Recovery, DisabledHazard, LosesJob, SeekerFinds, ChangesJob, Fertility, Moves, SamePlace, SameTenth, LeavesHome, Partners, Parts, SameSex,
        CarTries, NearPrimary, NearSecondary, Migration, HabitKept,
    ];
}
