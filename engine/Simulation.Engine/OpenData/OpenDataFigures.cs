using Simulation.Engine.Populations;

namespace Simulation.Engine.OpenData;

/// <summary>
/// Keys of <see cref="Synthesis.PlaceInput.Published"/> that an open-data folder fills, and where each comes from. Values
/// under keys that end in <c>_pct</c> are percentages (0–100) of the base that the census table states.
/// </summary>
public static class OpenDataFigures
{
    /// <summary>Usual residents, Census 2021 (sum of the neighbourhoods).</summary>
    public const string Residents = "residents";

    /// <summary>Households, Census 2021 (sum of the neighbourhoods).</summary>
    public const string Households = "households";

    /// <summary>Workers aged 16 and over, Census 2021 (sum of the flows from the place).</summary>
    public const string Workers = "workers";

    /// <summary>Residents, mid-2024 estimate.</summary>
    public const string ResidentsMid2024 = "residents_mid2024";

    /// <summary>Age groups as percentages of the residents, Census 2021 (sums of the neighbourhoods).</summary>
    public static IReadOnlyList<string> AgeGroups { get; } =
        ["age_0_15_pct", "age_16_24_pct", "age_25_34_pct", "age_35_49_pct", "age_50_64_pct", "age_65plus_pct"];

    /// <summary>Census percentages: key, and column of <see cref="OpenDataFormat.Percentages"/>.</summary>
    public static IReadOnlyList<(string Key, string Column)> CensusColumns { get; } =
    [
        ("disabled_pct", "disability_3a-001"),
        ("employed_pct", "economic_activity_status_4a-001"),
        ("unemployed_pct", "economic_activity_status_4a-002"),
        ("hh1_pct", "hh_size_5a-001"),
        ("hh2_pct", "hh_size_5a-002"),
        ("hh3_pct", "hh_size_5a-003"),
        ("hh4plus_pct", "hh_size_5a-004"),
        ("hours_le15_pct", "hours_per_week_worked-001"),
        ("hours_16_30_pct", "hours_per_week_worked-002"),
        ("hours_31_48_pct", "hours_per_week_worked-003"),
        ("hours_49plus_pct", "hours_per_week_worked-004"),
        ("student_pct", "in_full_time_education-001"),
        ("no_car_pct", "number_of_cars_5a-000"),
        ("one_car_pct", "number_of_cars_5a-001"),
        ("two_car_pct", "number_of_cars_5a-002"),
        ("three_car_pct", "number_of_cars_5a-003"),
        ("female_pct", "sex-001"),
        ("under_10km_pct", "workplace_travel_4a-001"),
        ("over_10km_pct", "workplace_travel_4a-002"),
        ("home_pct", "workplace_travel_4a-003"),
        ("other_work_pct", "workplace_travel_4a-004"),
    ];

    /// <summary>Schools of a phase that the reader keeps (GIAS, 2025).</summary>
    public static string Schools(SchoolPhase phase) => Word(phase) + "_schools";

    /// <summary>Pupils on the rolls of the schools of a phase (GIAS, 2025).</summary>
    public static string Pupils(SchoolPhase phase) => Word(phase) + "_pupils";

    /// <summary>Mid-2024 figures: key, column of <see cref="OpenDataFormat.Population"/>, and the most that it can be.</summary>
    internal static IReadOnlyList<(string Key, string Column, double Maximum)> PopulationColumns { get; } =
    [
        (ResidentsMid2024, "population", 1e8),
        ("female_mid2024", "female", 1e8),
        ("age_0_15_mid2024_pct", "pct_0_15", 100),
        ("age_65plus_mid2024_pct", "pct_65plus", 100),
        ("median_age_mid2024", "median_age", 120),
    ];

    private static string Word(SchoolPhase phase) => phase switch
    {
        SchoolPhase.Primary => "primary",
        SchoolPhase.Secondary => "secondary",
        _ => "all_through",
    };
}
