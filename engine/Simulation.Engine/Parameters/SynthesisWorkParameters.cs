using static Simulation.Engine.Parameters.EvidenceGrade;

namespace Simulation.Engine.Parameters;

/// <summary>Where, when and how long residents work, for whom, and how much of it at home.</summary>
internal static class SynthesisWorkParameters
{
    private const string Own = "Modelling judgement";
    private const string Business = "ONS and DBT, Business population estimates: employees by size of employer, UK";
    private const string Home = "ONS, Opinions and Lifestyle Survey 2023–25: about 14 % of workers at home only, 26–28 % hybrid";

    private static readonly ParameterGroup Group = new("synthesis");

    /// <summary>Route length over straight line.</summary>
    internal static readonly double Detour = Group.Number(
        "detour", 1.3, "ratio", 1.2, 1.45, "Length of a route over the straight line, to work and to school.", Own, Judgement);

    /// <summary>The census's boundary between near and far workplaces.</summary>
    internal static readonly double NearMetres = Group.Number(
        "near_work", 10_000, "m", 10_000, 10_000, "Straight-line distance that parts near from far workplaces.", "ONS, Census 2021, TS058", Verified);

    /// <summary>Workers by size band of their employer.</summary>
    internal static readonly double[] EmployerBands = Group.Shares(
        "employer_band", ["micro", "small", "medium", "large"], [0.17, 0.19, 0.17, 0.47],
        "Share of workers by size of employer", Business, Unverified);

    /// <summary>Lowest workforce of each band.</summary>
    internal static readonly double[] BandFrom = [1, 10, 50, 250];

    /// <summary>Highest workforce of each band.</summary>
    internal static readonly double[] BandTo =
    [
        9, 49, 249,
        Group.Number("employer_largest", 8_000, "workers", 4_000, 15_000, "Largest workforce at one workplace.", Own, Judgement),
    ];

    /// <summary>Start of the usual half hours, minutes after midnight.</summary>
    internal static readonly int[] StartFrom = [300, 360, 420, 450, 480, 510, 540, 570, 600, 660, 780, 900, 1080, 1260];

    /// <summary>Share of full-time workers by start.</summary>
    internal static readonly double[] StartFullTime = Group.Shares(
        "start_full_time",
        ["0500", "0600", "0700", "0730", "0800", "0830", "0900", "0930", "1000", "1100", "1300", "1500", "1800", "2100"],
        [0.02, 0.085, 0.105, 0.125, 0.205, 0.155, 0.165, 0.03, 0.025, 0.015, 0.025, 0.015, 0.015, 0.015],
        "Share of full-time workers who start from", Own + " after NTS and UK Time Use Survey", Judgement);

    /// <summary>Share of part-time workers by start.</summary>
    internal static readonly double[] StartPartTime = Group.Shares(
        "start_part_time",
        ["0500", "0600", "0700", "0730", "0800", "0830", "0900", "0930", "1000", "1100", "1300", "1500", "1800", "2100"],
        [0.015, 0.045, 0.06, 0.055, 0.11, 0.105, 0.205, 0.105, 0.085, 0.065, 0.055, 0.045, 0.035, 0.015],
        "Share of part-time workers who start from", Own + " after NTS and UK Time Use Survey", Judgement);

    /// <summary>Share of part-time parents of children under 11 who start after the school gate opens.</summary>
    internal static readonly double ParentsAfterGate = Group.Share(
        "start_parents_after_gate", 0.35, "Share of part-time workers with children under 11 whose hours are set to start from 9:15 to 10:00.", Own, Judgement);

    /// <summary>Share of workers who start at the beginning of their bin.</summary>
    internal static readonly double StartOnTheHour = Group.Share(
        "start_on_the_hour", 0.5, "Share of workers who start at the beginning of their bin; the rest are even over its quarters.", Own, Judgement);

    /// <summary>Lean to short hours by circumstance, against a spread of 1 between workers otherwise alike.</summary>
    internal static readonly double[] ShortHours = Group.Weights(
        "short_hours",
        ["student", "from_66", "from_60", "woman", "mother_under_11", "mother_under_16", "disabled"],
        [0.8, 0.5, 0.15, 0.2, 0.15, 0.1, 0.1],
        "Lean to short hours in rank (1 = the whole spread of workers)", "Order after Census 2021, hours by age and sex; about half of working mothers of young children are part-time", Judgement);

    /// <summary>Share of full-time workers of 35–40 hours.</summary>
    internal static readonly double UsualWeek = Group.Share(
        "usual_week", 0.8, "Share of workers of 31–48 hours who do 35–40.", "ONS, Annual Survey of Hours and Earnings", Unverified);

    /// <summary>How much nearer in rank students and the youngest come to local workplaces.</summary>
    internal static readonly double LocalYouth = Group.Number(
        "local_youth", 0.6, "ratio", 0.4, 1, "Rank of students and workers under 20 when near workplaces are given out first, against others; 1 = no difference.", Own, Judgement);

    /// <summary>Hours of a part-time day.</summary>
    internal static readonly double PartTimeDay = Group.Number(
        "part_time_day", 6.5, "h", 5, 7.5, "Hours of a part-time worker's day: sets the days worked.", Own, Judgement);

    /// <summary>Share of workers with some weekend work.</summary>
    internal static readonly double Weekend = Group.Share(
        "weekend", 0.22, "Share of workers who usually work some of the weekend.", "Bryce 2019 (Sheffield SERPS 2019007; LFS, UKHLS): over a fifth of the labour force is at work on any weekend", Verified);

    /// <summary>Share of full-timers on a four-day week.</summary>
    internal static readonly double FourDays = Group.Number(
        "four_days", 0.055, "share", 0.045, 0.065, "Share of full-time workers who work four long days.", "ONS, October–December 2024: 1.4 of about 25 million", Derived);

    /// <summary>Share of workers who hold flexitime.</summary>
    internal static readonly double Flexitime = Group.Share(
        "flexitime", 0.30, "Share of workers who may already put off their start.", "ONS, Labour Force Survey; CIPD, Flexible working survey 2023", Unverified);

    /// <summary>Minutes held: shares of 30, 45 and 60.</summary>
    internal static readonly double[] FlexMinutes = Group.Shares(
        "flexitime_minutes", ["30", "45", "60"], [0.45, 0.15, 0.40], "Share of those with flexitime by minutes held", Own, Judgement);

    /// <summary>Tilt of flexible and home work towards the least deprived: factor of decile 1 (decile 10 is its mirror image about 1).</summary>
    internal static readonly double DeprivedTilt = Group.Number(
        "flexible_deprived", 1.0, "ratio", 0.8, 1.1,
        "Frequency of flexitime and of work that could be done at home in the most deprived decile, against the mean.", "ONS, Who has access to hybrid working, January–March 2025: 24 % in the most, 32 % in the least deprived areas, which home working by decile gives without a tilt", Derived);

    /// <summary>Of those mainly at home in Census 2021, share fully at home in 2026.</summary>
    internal static readonly double FullyHome = Group.Share(
        "home_fully", 0.45, "Of workers mainly at home in Census 2021 (under restrictions), the share still fully at home in 2026; the rest are hybrid.", Home, Judgement);

    /// <summary>Of workers with a fixed place, share whose work could be done at home.</summary>
    internal static readonly double FixedCapable = Group.Share(
        "home_capable_fixed", 0.215, "Of workers who travelled to a fixed place in Census 2021, the share whose work could be done at home.", Own, Judgement);

    /// <summary>Of those, share who are hybrid in 2026.</summary>
    internal static readonly double FixedHybrid = Group.Share(
        "home_hybrid_fixed", 0.85, "Of those, the share who are hybrid in 2026.", Home, Judgement);

    /// <summary>Tilt of home-capable work by employer size band.</summary>
    internal static readonly double[] CapableByBand = Group.Weights(
        "home_capable_band", ["micro", "small", "medium", "large"], [0.7, 0.85, 1.0, 1.1],
        "Relative frequency of work that could be done at home, by size of employer", Own, Judgement);

    /// <summary>Hybrid days a week: shares of 1, 2, 3, 4 for those mainly at home in Census 2021.</summary>
    internal static readonly double[] HybridDays = Group.Shares(
        "home_days", ["1", "2", "3", "4"], [0.10, 0.40, 0.38, 0.12], "Share of hybrid workers, mainly at home in 2021, by days at home", Own, Judgement);

    /// <summary>Hybrid days a week: shares of 1, 2, 3, 4 for those who travelled in Census 2021.</summary>
    internal static readonly double[] FixedHybridDays = Group.Shares(
        "home_days_fixed", ["1", "2", "3", "4"], [0.40, 0.42, 0.15, 0.03], "Share of hybrid workers, at a fixed place in 2021, by days at home", Own, Judgement);

    /// <summary>The parameters in printed order.</summary>
    internal static IReadOnlyList<Parameter> All => Group.All;
}
