using System.Collections.Immutable;

namespace Simulation.Engine.Embedded.Figures;

/// <summary>State schools of one place.</summary>
/// <param name="Primaries">Primary schools.</param>
/// <param name="PrimaryPupils">Pupils of primary schools.</param>
/// <param name="Secondaries">Secondary schools.</param>
/// <param name="SecondaryPupils">Pupils of secondary schools.</param>
/// <param name="AllThrough">All-through schools.</param>
/// <param name="AllThroughPupils">Pupils of all-through schools.</param>
internal sealed record SchoolFigures(
    int Primaries, int PrimaryPupils, int Secondaries, int SecondaryPupils, int AllThrough, int AllThroughPupils)
{
    /// <summary>The nine places, in the order of <see cref="PlaceFigures.All"/>. DfE, Get Information about Schools, 24 May 2025.</summary>
    public static ImmutableArray<SchoolFigures> All { get; } =
    [
        new(49, 9_690, 7, 6_948, 1, 1_190),
        new(69, 16_727, 13, 14_205, 0, 0),
        new(123, 29_725, 23, 25_194, 0, 0),
        new(128, 26_470, 20, 21_695, 0, 0),
        new(50, 14_427, 6, 5_980, 0, 0),
        new(115, 39_913, 30, 27_894, 2, 2_190),
        new(54, 14_186, 9, 10_185, 0, 0),
        new(74, 18_437, 18, 16_281, 0, 0),
        new(89, 24_203, 19, 20_148, 1, 1_202),
    ];

    /// <summary>
    /// % of primary pupils eligible for free meals by IMD 2025 decile of the school's neighbourhood, most deprived first.
    /// The same source, weighted by pupils (derived).
    /// </summary>
    public static ImmutableArray<double> PrimaryFreeMeals { get; } = [49.9, 41.3, 33.9, 28.4, 22.9, 22.8, 16.8, 13.9, 12.1, 8.2];

    /// <summary>The same of secondary pupils: flatter, because they come from further.</summary>
    public static ImmutableArray<double> SecondaryFreeMeals { get; } = [44.0, 37.8, 30.7, 34.6, 28.4, 30.9, 27.6, 18.5, 18.9, 14.5];
}
