using System.Collections.Immutable;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Embedded.Land.Gazetteers;

/// <summary>Localities of Sefton.</summary>
/// <remarks>From general knowledge: positions to about 1 km, residents to about a third, deprivation by reputation.</remarks>
internal static class SeftonGazetteer
{
    public static ImmutableArray<Locality> Localities { get; } =
    [
        new("Bootle Town Centre", -2.993, 53.449, 9_000, 1.0),
        new("Linacre", -2.998, 53.457, 7_500, 1.0),
        new("Derby", -2.980, 53.452, 10_500, 1.2),
        new("Orrell", -2.975, 53.460, 8_500, 2.0),
        new("Litherland", -2.995, 53.470, 10_500, 1.8),
        new("Ford", -2.985, 53.478, 6_000, 1.6),
        new("Seaforth", -3.008, 53.464, 6_500, 1.2),
        new("Waterloo", -3.024, 53.476, 9_000, 3.8),
        new("Brighton-le-Sands", -3.032, 53.482, 5_500, 6.0),
        new("Crosby", -3.027, 53.490, 9_500, 7.5),
        new("Blundellsands", -3.045, 53.491, 6_500, 9.0),
        new("Great Crosby", -3.020, 53.497, 6_500, 6.5),
        new("Thornton", -3.003, 53.500, 5_000, 6.5),
        new("Hightown", -3.062, 53.525, 2_200, 9.0),
        new("Netherton", -2.970, 53.490, 10_500, 1.8),
        new("Netherton Marian Square", -2.978, 53.486, 5_500, 1.3),
        new("Aintree", -2.942, 53.483, 6_500, 6.5),
        new("Old Roan", -2.950, 53.487, 3_500, 6.0),
        new("Waddicar", -2.910, 53.492, 3_500, 7.0),
        new("Maghull", -2.945, 53.518, 10_500, 8.0),
        new("Maghull East", -2.925, 53.513, 5_500, 7.5),
        new("Lydiate", -2.957, 53.534, 6_500, 7.5),
        new("Melling", -2.925, 53.500, 1_500, 8.0),
        new("Sefton Village", -2.972, 53.504, 900, 8.5, Settlement.Rural),
        new("Formby", -3.065, 53.557, 9_000, 9.5),
        new("Freshfield", -3.073, 53.568, 5_500, 9.5),
        new("Formby East", -3.050, 53.553, 7_000, 8.5),
        new("Ince Blundell", -3.030, 53.520, 700, 8.0),
        new("Ainsdale", -3.045, 53.603, 8_500, 8.0),
        new("Ainsdale East", -3.035, 53.608, 4_000, 5.5),
        new("Birkdale", -3.018, 53.630, 10_500, 7.5),
        new("Birkdale South", -3.020, 53.618, 4_500, 8.0),
        new("Southport Town Centre", -3.005, 53.645, 8_000, 2.0),
        new("Kew", -2.980, 53.634, 8_000, 4.5),
        new("Blowick", -2.968, 53.642, 6_500, 4.0),
        new("High Park", -2.970, 53.652, 5_500, 3.5),
        new("Norwood", -2.982, 53.645, 6_500, 4.0),
        new("Hesketh Park", -2.983, 53.658, 6_500, 5.5),
        new("Churchtown", -2.965, 53.661, 7_500, 8.0),
        new("Marshside", -2.972, 53.675, 3_500, 7.5),
        new("Crossens", -2.953, 53.676, 5_500, 5.5),
    ];
}
