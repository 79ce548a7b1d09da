using System.Collections.Immutable;

namespace Simulation.Engine.Embedded.Figures;

/// <summary>How rural neighbourhoods differ from urban ones of the same decile: ratios of the share of each category.</summary>
/// <remarks>
/// ONS Census 2021 by LSOA with the 2021 rural–urban classification: Cheshire East and Cheshire West and Chester, IMD 2025
/// deciles 5–10, geometric mean over deciles (derived). Categories as in <see cref="DecileFigures"/>.
/// </remarks>
internal static class RuralFigures
{
    public static ImmutableArray<double> Age { get; } = [0.96, 0.86, 0.69, 0.91, 1.12, 1.23];

    public static ImmutableArray<double> Size { get; } = [0.82, 1.12, 0.99, 1.09];

    public static ImmutableArray<double> Cars { get; } = [0.55, 0.83, 1.20, 1.71];

    public static ImmutableArray<double> Travel { get; } = [0.62, 1.22, 1.21, 1.01];

    public static ImmutableArray<double> Hours { get; } = [1.20, 1.00, 0.90, 1.40];
}
