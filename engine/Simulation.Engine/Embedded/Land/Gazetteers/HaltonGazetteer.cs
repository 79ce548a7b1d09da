using System.Collections.Immutable;

namespace Simulation.Engine.Embedded.Land.Gazetteers;

/// <summary>Localities of Halton.</summary>
/// <remarks>From general knowledge: positions to about 1 km, residents to about a third, deprivation by reputation.</remarks>
internal static class HaltonGazetteer
{
    public static ImmutableArray<Locality> Localities { get; } =
    [
        new("Widnes Town Centre", -2.733, 53.363, 8_000, 1.5),
        new("Kingsway", -2.742, 53.371, 7_000, 2.0),
        new("Appleton", -2.728, 53.372, 6_000, 2.5),
        new("Ditton", -2.763, 53.358, 7_500, 1.5),
        new("Hough Green", -2.772, 53.372, 8_000, 2.0),
        new("Upton Rocks", -2.748, 53.385, 5_500, 8.0),
        new("Farnworth", -2.728, 53.386, 7_500, 7.0),
        new("Halton View", -2.713, 53.371, 6_500, 4.0),
        new("Halebank", -2.777, 53.351, 2_500, 3.0),
        new("Hale", -2.798, 53.335, 2_000, 7.0),
        new("Runcorn Old Town", -2.735, 53.339, 7_500, 2.0),
        new("Weston Point", -2.757, 53.328, 4_000, 2.5),
        new("Weston", -2.743, 53.322, 3_000, 6.0),
        new("Higher Runcorn", -2.742, 53.333, 4_000, 5.0),
        new("Halton Village", -2.700, 53.332, 3_500, 4.0),
        new("Halton Brook", -2.715, 53.336, 6_000, 1.3),
        new("Castlefields", -2.692, 53.336, 5_500, 1.0),
        new("Windmill Hill", -2.672, 53.337, 3_000, 1.0),
        new("Halton Lea", -2.702, 53.324, 5_500, 1.0),
        new("Palacefields", -2.688, 53.322, 5_500, 1.0),
        new("Southgate", -2.707, 53.318, 3_000, 1.2),
        new("Beechwood", -2.727, 53.318, 3_500, 9.0),
        new("Brookvale", -2.681, 53.314, 5_000, 1.4),
        new("Murdishaw", -2.665, 53.323, 5_000, 1.5),
        new("Sandymoor", -2.660, 53.341, 3_500, 9.5),
        new("Norton", -2.672, 53.330, 4_500, 5.0),
        new("Preston Brook", -2.655, 53.320, 1_600, 7.0),
        new("Daresbury", -2.633, 53.343, 1_400, 9.0),
        new("Moore", -2.641, 53.354, 900, 9.0),
    ];
}
