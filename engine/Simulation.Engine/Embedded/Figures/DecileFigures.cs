using System.Collections.Immutable;

namespace Simulation.Engine.Embedded.Figures;

/// <summary>
/// How neighbourhoods differ by national deprivation decile (IMD 2025), and how many of each decile a place has.
/// Index 0 = decile 1, the most deprived tenth of England.
/// </summary>
/// <remarks>
/// Counts: MHCLG, English Indices of Deprivation 2025, LSOA 2021. Percentages: ONS Census 2021 by LSOA, weighted means over
/// the 1,601 LSOAs of Cheshire &amp; Merseyside by decile (derived). Open Government Licence v3.
/// </remarks>
internal static class DecileFigures
{
    /// <summary>Neighbourhoods by decile, places in the order of <see cref="PlaceFigures.All"/>.</summary>
    public static ImmutableArray<ImmutableArray<int>> Neighbourhoods { get; } =
    [
        [25, 11, 6, 8, 5, 4, 2, 6, 7, 6], // Halton
        [8, 13, 13, 8, 5, 8, 7, 15, 23, 32], // Warrington
        [6, 15, 18, 17, 16, 14, 27, 28, 36, 67], // Cheshire East
        [19, 17, 17, 13, 18, 15, 24, 24, 37, 38], // Cheshire West and Chester
        [40, 14, 8, 7, 4, 10, 9, 6, 2, 0], // Knowsley
        [111, 51, 30, 20, 27, 14, 10, 13, 17, 9], // Liverpool
        [28, 16, 15, 9, 8, 7, 6, 12, 14, 6], // St. Helens
        [36, 16, 14, 15, 19, 21, 17, 23, 19, 11], // Sefton
        [49, 19, 14, 18, 11, 11, 17, 22, 20, 28], // Wirral
    ];

    /// <summary>% of residents aged 0–15, 16–24, 25–34, 35–49, 50–64, 65+.</summary>
    public static ImmutableArray<ImmutableArray<double>> Age { get; } =
    [
        [21.28, 11.32, 15.42, 18.94, 18.60, 14.44],
        [19.23, 10.75, 15.25, 19.16, 19.65, 15.97],
        [17.33, 12.30, 14.78, 18.61, 19.83, 17.15],
        [17.36, 10.80, 14.12, 18.87, 20.55, 18.30],
        [15.40, 12.69, 13.51, 17.69, 20.15, 20.57],
        [15.48, 13.24, 12.01, 17.35, 20.87, 21.04],
        [15.93, 8.50, 11.43, 17.95, 22.44, 23.75],
        [16.12, 8.63, 11.48, 18.24, 22.04, 23.49],
        [16.09, 8.89, 10.79, 18.11, 22.01, 24.11],
        [16.93, 8.07, 8.49, 18.19, 22.72, 25.60],
    ];

    /// <summary>% of households with 1, 2, 3, 4+ members.</summary>
    public static ImmutableArray<ImmutableArray<double>> Size { get; } =
    [
        [39.24, 27.98, 16.25, 16.52],
        [36.89, 30.00, 16.67, 16.44],
        [36.24, 31.51, 15.90, 16.35],
        [34.29, 32.75, 16.21, 16.76],
        [33.25, 34.83, 15.81, 16.11],
        [31.40, 35.49, 16.14, 16.97],
        [29.75, 37.39, 15.98, 16.89],
        [28.59, 37.46, 16.33, 17.63],
        [27.27, 38.46, 16.12, 18.16],
        [24.41, 39.06, 16.48, 20.06],
    ];

    /// <summary>% of households with 0, 1, 2, 3+ cars or vans.</summary>
    public static ImmutableArray<ImmutableArray<double>> Cars { get; } =
    [
        [46.35, 38.94, 12.12, 2.59],
        [35.28, 43.09, 17.52, 4.09],
        [28.90, 44.96, 20.75, 5.41],
        [24.59, 44.56, 24.36, 6.48],
        [22.16, 43.62, 26.39, 7.84],
        [17.97, 43.01, 29.68, 9.35],
        [13.91, 42.44, 33.03, 10.63],
        [12.82, 41.95, 34.42, 10.82],
        [11.11, 40.26, 36.94, 11.69],
        [8.07, 37.49, 40.82, 13.62],
    ];

    /// <summary>% of workers travelling under 10 km, 10 km or more, mainly at home, other.</summary>
    public static ImmutableArray<ImmutableArray<double>> Travel { get; } =
    [
        [51.89, 14.99, 16.69, 16.43],
        [48.09, 16.33, 20.53, 15.06],
        [44.50, 17.80, 23.05, 14.65],
        [42.41, 17.75, 25.78, 14.05],
        [39.25, 18.60, 29.07, 13.09],
        [35.11, 21.09, 30.38, 13.43],
        [32.49, 21.51, 33.32, 12.68],
        [33.04, 20.97, 33.68, 12.32],
        [30.69, 21.51, 36.85, 10.96],
        [27.65, 21.72, 40.80, 9.83],
    ];

    /// <summary>% of workers doing ≤15, 16–30, 31–48, 49+ hours a week.</summary>
    public static ImmutableArray<ImmutableArray<double>> Hours { get; } =
    [
        [9.64, 23.11, 60.34, 6.91],
        [8.90, 21.27, 62.43, 7.39],
        [9.44, 20.33, 62.14, 8.08],
        [9.03, 20.04, 62.60, 8.33],
        [9.80, 19.39, 61.37, 9.42],
        [10.10, 19.40, 60.83, 9.67],
        [9.56, 18.81, 60.86, 10.79],
        [9.33, 18.63, 61.43, 10.62],
        [9.59, 18.26, 61.25, 10.91],
        [10.35, 18.44, 59.60, 11.62],
    ];

    /// <summary>% of residents disabled under the Equality Act.</summary>
    public static ImmutableArray<double> Disabled { get; } = [26.88, 24.05, 22.29, 21.07, 19.95, 18.60, 17.96, 17.16, 15.99, 14.64];

    /// <summary>% of residents 16+ in employment.</summary>
    public static ImmutableArray<double> Employed { get; } = [49.07, 54.88, 55.75, 57.80, 55.96, 55.86, 58.12, 58.62, 57.83, 56.81];

    /// <summary>% of residents 16+ unemployed.</summary>
    public static ImmutableArray<double> Unemployed { get; } = [5.01, 4.01, 3.69, 3.33, 3.21, 3.09, 2.31, 2.21, 2.15, 1.90];

    /// <summary>% of residents 5+ in full-time education.</summary>
    public static ImmutableArray<double> Students { get; } = [21.99, 20.07, 20.88, 19.52, 20.09, 21.32, 16.67, 17.06, 17.31, 17.95];

    /// <summary>% of residents who are female: the same in every decile within half a point.</summary>
    public static ImmutableArray<double> Female { get; } = [51.46, 51.31, 50.79, 51.04, 51.54, 51.33, 51.26, 51.14, 51.17, 51.19];
}
