using System.Collections.Immutable;

namespace Simulation.Engine.Embedded.Land.Gazetteers;

/// <summary>Localities of Knowsley.</summary>
/// <remarks>From general knowledge: positions to about 1 km, residents to about a third, deprivation by reputation.</remarks>
internal static class KnowsleyGazetteer
{
    public static ImmutableArray<Locality> Localities { get; } =
    [
        new("Huyton Centre", -2.842, 53.411, 10_000, 1.5),
        new("Huyton North", -2.842, 53.424, 7_500, 1.2),
        new("Page Moss", -2.862, 53.413, 8_000, 1.0),
        new("Swanside", -2.850, 53.416, 6_500, 5.0),
        new("Roby", -2.855, 53.410, 7_500, 7.5),
        new("Huyton Quarry", -2.822, 53.408, 6_500, 2.0),
        new("St Gabriels", -2.825, 53.416, 5_500, 3.0),
        new("Stockbridge Village", -2.864, 53.436, 6_200, 1.0),
        new("Fincham", -2.856, 53.427, 5_500, 1.0),
        new("Kirkby Centre", -2.889, 53.482, 8_000, 1.0),
        new("Westvale", -2.900, 53.482, 5_500, 1.6),
        new("Southdene", -2.884, 53.474, 7_000, 1.0),
        new("Northwood", -2.872, 53.486, 7_500, 1.0),
        new("Tower Hill", -2.873, 53.494, 6_500, 1.2),
        new("Melling Mount", -2.888, 53.489, 4_500, 2.5),
        new("Kirkby Park", -2.895, 53.476, 4_500, 2.5),
        new("Prescot", -2.805, 53.429, 7_500, 2.3),
        new("Prescot South", -2.800, 53.421, 5_000, 4.0),
        new("Whiston", -2.799, 53.412, 9_500, 3.5),
        new("Whiston South", -2.803, 53.403, 6_000, 6.0),
        new("Knowsley Village", -2.850, 53.457, 5_500, 3.5),
        new("Cronton", -2.768, 53.390, 1_600, 7.5),
        new("Tarbock", -2.800, 53.383, 800, 7.0),
        new("Halewood", -2.833, 53.362, 9_500, 3.0),
        new("Halewood North", -2.822, 53.370, 6_500, 6.5),
        new("Halewood South", -2.825, 53.354, 4_500, 5.5),
        new("Court Hey", -2.870, 53.405, 3_500, 6.5),
    ];
}
