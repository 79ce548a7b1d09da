namespace Simulation.Engine.Health;

/// <summary>What outcomes are worth in money, each with its price year. Axes of an answer, never drawn.</summary>
public static class Values
{
    /// <summary>Marks on a QALY: DHSC impact assessments; NICE, public health, low and high; HM Treasury's Green Book (2020/21).</summary>
    public static IReadOnlyList<(string Name, double Pounds)> QalyMarks { get; } =
        [("DHSC", 15_000), ("NICE, low", 20_000), ("NICE, high", 30_000), ("Green Book", 70_000)];

    /// <summary>Social value of an adult being active for a year instead of inactive: Sport England 2022/23, £. In place of QALYs, never beside them.</summary>
    public const double ActiveYear = 2_500;

    /// <summary>The same for 30–149 minutes a week.</summary>
    public const double FairlyActiveYear = 1_200;

    /// <summary>Days of absence that a long-term condition adds for a worker, a year: ONS 2024, 4.0 against 1.0 % of hours.</summary>
    public const double AbsenceDays = 6.7;

    /// <summary>A day's pay with on-costs, £, prices of 2026: 7.4 hours at about £22.5.</summary>
    public const double Workday = 167;

    /// <summary>Share of those of 20–64 who work (Census 2021 and APS 2023, the nine places together).</summary>
    public const double Employed = 0.76;
}
