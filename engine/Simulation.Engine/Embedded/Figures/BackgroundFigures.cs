using System.Collections.Immutable;

namespace Simulation.Engine.Embedded.Figures;

/// <summary>Highest qualification and ethnic group: by place, and how neighbourhoods differ by deprivation decile (index 0 = the most deprived tenth of England).</summary>
/// <remarks>
/// ONS, Census 2021: sums of the area's 1,601 LSOAs (TS067, TS021; derived). Percentages of residents of 16 and over, and of
/// all residents. Open Government Licence v3.
/// </remarks>
internal static class BackgroundFigures
{
    /// <summary>% of residents 16+ with no qualification; levels 1–3, apprenticeship and other; level 4 and above. Places in the order of <see cref="PlaceFigures.All"/>.</summary>
    public static ImmutableArray<ImmutableArray<double>> QualificationsByPlace { get; } =
    [
        [21.0, 55.1, 23.9], // Halton
        [16.4, 50.5, 33.1], // Warrington
        [15.0, 47.4, 37.6], // Cheshire East
        [15.8, 48.5, 35.7], // Cheshire West and Chester
        [26.2, 50.0, 23.8], // Knowsley
        [22.3, 46.8, 30.9], // Liverpool
        [21.4, 51.4, 27.2], // St. Helens
        [19.7, 50.4, 29.9], // Sefton
        [17.8, 50.8, 31.4], // Wirral
    ];

    /// <summary>The same by decile.</summary>
    public static ImmutableArray<ImmutableArray<double>> Qualifications { get; } =
    [
        [29.6, 50.1, 20.3],
        [25.2, 51.3, 23.5],
        [21.3, 52.3, 26.4],
        [18.9, 52.1, 29.0],
        [17.5, 50.1, 32.4],
        [15.9, 51.6, 32.5],
        [15.0, 48.8, 36.2],
        [14.1, 48.5, 37.4],
        [12.3, 47.1, 40.6],
        [10.4, 44.0, 45.6],
    ];

    /// <summary>% of residents who are White, Asian, Black, Mixed, other. Places in the order of <see cref="PlaceFigures.All"/>.</summary>
    public static ImmutableArray<ImmutableArray<double>> EthnicGroupsByPlace { get; } =
    [
        [96.51, 1.12, 0.39, 1.39, 0.59], // Halton
        [93.53, 3.30, 0.74, 1.57, 0.86], // Warrington
        [94.43, 2.39, 0.61, 1.77, 0.80], // Cheshire East
        [95.30, 2.02, 0.59, 1.48, 0.60], // Cheshire West and Chester
        [95.29, 1.63, 0.81, 1.72, 0.55], // Knowsley
        [84.03, 5.71, 3.49, 3.47, 3.30], // Liverpool
        [96.54, 1.40, 0.42, 1.08, 0.56], // St. Helens
        [95.81, 1.54, 0.54, 1.46, 0.66], // Sefton
        [95.16, 2.28, 0.43, 1.53, 0.59], // Wirral
    ];

    /// <summary>The same by decile.</summary>
    public static ImmutableArray<ImmutableArray<double>> EthnicGroups { get; } =
    [
        [88.91, 3.33, 2.68, 2.48, 2.60],
        [92.06, 3.12, 1.38, 2.07, 1.38],
        [92.44, 3.35, 1.07, 2.02, 1.13],
        [93.04, 2.89, 0.97, 2.07, 1.03],
        [93.53, 2.87, 0.76, 1.82, 1.01],
        [93.89, 2.84, 0.78, 1.72, 0.77],
        [95.64, 1.83, 0.50, 1.53, 0.50],
        [95.32, 2.08, 0.52, 1.58, 0.50],
        [95.18, 2.15, 0.44, 1.60, 0.62],
        [94.91, 2.58, 0.44, 1.53, 0.54],
    ];
}
