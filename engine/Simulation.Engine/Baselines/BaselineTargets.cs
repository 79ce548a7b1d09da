using Simulation.Engine.Populations;


namespace Simulation.Engine.Baselines;

/// <summary>
/// Published shares for England to which propensities are solved, each as a margin over one characteristic. No place is
/// among them: how active a place is follows from who lives there.
/// </summary>
internal static class BaselineTargets
{
    /// <summary>A margin: for each category of a characteristic, the target share.</summary>
    /// <param name="Category">Category of a stratum (decile, key), or −1 when the margin does not concern it.</param>
    /// <param name="Targets">Share of each category.</param>
    public sealed record Margin(Func<int, int, int> Category, double[] Targets);

    /// <summary>England's adults by age band 16–24 … 85+: ONS mid-2023, general knowledge, to 0.3 points.</summary>
    public static readonly double[] EnglandAges = [0.132, 0.166, 0.162, 0.159, 0.153, 0.120, 0.079, 0.029];

    /// <summary>Share of England's adults who are disabled or have a limiting condition (Census 2021: 17.5 % of all ages).</summary>
    public const double EnglandDisabled = 0.205;

    /// <summary>Share of England's adults who are women.</summary>
    public const double EnglandFemale = 0.512;

    // Active Lives 2023–24: all, 55+ (58), 75+ (42.8 in 2022–23), disability (48), deciles (55.5 … 68.9) as published;
    // finer ages shifted from 2018–19 and men/women, deciles between the deciles, from general knowledge.
    private static readonly double[] AdultAgeActive = [0.715, 0.69, 0.655, 0.637, 0.655, 0.62, 0.485, 0.27];
    private static readonly double[] AdultAgeInactive = [0.19, 0.20, 0.235, 0.245, 0.23, 0.255, 0.40, 0.62];

    /// <summary>Margins of active adults.</summary>
    public static Margin[] AdultsActive =>
    [
        new(AdultBand, AdultAgeActive),
        new((_, key) => AdultOnly(key, Demographics.Female(key) ? 1 : 0), [0.66, 0.615]),
        new((decile, key) => AdultOnly(key, decile), [0.555, 0.585, 0.605, 0.625, 0.64, 0.65, 0.66, 0.67, 0.68, 0.689]),
        new((_, key) => AdultOnly(key, Demographics.Disabled(key) ? 1 : 0), [0.679, 0.48]),
        new((_, key) => AdultOnly(key, 0), [0.637]),
    ];

    /// <summary>Margins of inactive adults.</summary>
    public static Margin[] AdultsInactive =>
    [
        new(AdultBand, AdultAgeInactive),
        new((_, key) => AdultOnly(key, Demographics.Female(key) ? 1 : 0), [0.236, 0.265]),
        new((decile, key) => AdultOnly(key, decile), [0.34, 0.31, 0.285, 0.265, 0.25, 0.24, 0.23, 0.22, 0.21, 0.20]),
        new((_, key) => AdultOnly(key, Demographics.Disabled(key) ? 1 : 0), [0.202, 0.395]),
        new((_, key) => AdultOnly(key, 0), [0.251]),
    ];

    /// <summary>Margins of active children: Active Lives CYP 2023–24; ages and deciles between the published ones from general knowledge.</summary>
    public static Margin[] ChildrenActive =>
    [
        new(ChildBand, [0.46, 0.43, 0.52, 0.49]),
        new((_, key) => ChildOnly(key, Demographics.Female(key) ? 1 : 0), [0.51, 0.45]),
        new((decile, key) => ChildOnly(key, decile), [0.44, 0.45, 0.453, 0.457, 0.47, 0.48, 0.495, 0.505, 0.525, 0.535]),
        new((_, key) => ChildOnly(key, 0), [0.478]),
    ];

    /// <summary>Margins of less active children.</summary>
    public static Margin[] ChildrenLess =>
    [
        new(ChildBand, [0.30, 0.32, 0.27, 0.295]),
        new((_, key) => ChildOnly(key, Demographics.Female(key) ? 1 : 0), [0.275, 0.315]),
        new((decile, key) => ChildOnly(key, decile), [0.34, 0.33, 0.32, 0.31, 0.295, 0.285, 0.275, 0.265, 0.255, 0.245]),
        new((_, key) => ChildOnly(key, 0), [0.296]),
    ];

    /// <summary>Margins of adults walking for travel at least once a week: DfT CW0305, England 2019; deciles from its deprivation quartiles.</summary>
    public static Margin[] WalkWeekly =>
    [
        new(AdultBand, [0.635, 0.504, 0.463, 0.395, 0.356, 0.313, 0.226, 0.157]),
        new((_, key) => AdultOnly(key, Demographics.Female(key) ? 1 : 0), [0.43, 0.413]),
        new((decile, key) => AdultOnly(key, decile), [0.452, 0.448, 0.442, 0.432, 0.423, 0.417, 0.40, 0.40, 0.405, 0.405]),
        new((_, key) => AdultOnly(key, Demographics.Disabled(key) ? 1 : 0), [0.448, 0.325]),
        new((_, key) => AdultOnly(key, 0), [0.421]),
    ];

    /// <summary>Walking for travel at least three times a week, England 2019 (DfT CW0305).</summary>
    public const double WalkThrice = 0.227;

    /// <summary>Weekly walking by settlement: urban near and further from a city, rural (DfT CW0305, classes merged).</summary>
    public static readonly double[] WalkSettlement = [0.45, 0.405, 0.29];

    private static int AdultBand(int decile, int key) => AdultOnly(key, Demographics.Band(key) - Demographics.FirstAdultBand);

    private static int ChildBand(int decile, int key) => ChildOnly(key, Demographics.Band(key) - 1);

    private static int AdultOnly(int key, int category) => Demographics.Adult(key) ? category : -1;

    private static int ChildOnly(int key, int category) => Demographics.Child(key) ? category : -1;
}
