using System.Collections.Immutable;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Embedded.Land.Gazetteers;

/// <summary>Localities of St Helens.</summary>
/// <remarks>From general knowledge: positions to about 1 km, residents to about a third, deprivation by reputation.</remarks>
internal static class SaintHelensGazetteer
{
    public static ImmutableArray<Locality> Localities { get; } =
    [
        new("St Helens Town Centre", -2.737, 53.454, 9_000, 1.2),
        new("Parr", -2.708, 53.450, 12_500, 1.0),
        new("Blackbrook", -2.698, 53.463, 6_500, 3.5),
        new("Fingerpost", -2.717, 53.456, 5_000, 1.0),
        new("Sutton", -2.703, 53.433, 7_500, 2.2),
        new("Sutton Leach", -2.708, 53.424, 4_500, 4.5),
        new("Sutton Manor", -2.722, 53.415, 3_500, 2.5),
        new("Clock Face", -2.713, 53.419, 3_500, 4.0),
        new("Peasley Cross", -2.727, 53.444, 4_500, 1.4),
        new("Thatto Heath", -2.750, 53.437, 9_500, 1.5),
        new("Nutgrove", -2.762, 53.431, 4_500, 4.0),
        new("West Park", -2.755, 53.450, 8_500, 4.0),
        new("Eccleston", -2.775, 53.454, 9_500, 8.8),
        new("Eccleston Park", -2.777, 53.436, 3_000, 9.0),
        new("Windle", -2.755, 53.465, 6_500, 6.0),
        new("Dentons Green", -2.757, 53.460, 3_500, 6.5),
        new("Moss Bank", -2.738, 53.481, 6_000, 4.5),
        new("Haresfinch", -2.723, 53.470, 5_000, 7.0),
        new("Laffak", -2.710, 53.475, 3_500, 6.5),
        new("Rainhill", -2.765, 53.415, 8_500, 8.3),
        new("Rainhill Stoops", -2.752, 53.407, 3_000, 9.0),
        new("Newton-le-Willows", -2.630, 53.455, 9_500, 3.0),
        new("Newton East", -2.608, 53.457, 5_500, 5.0),
        new("Wargrave", -2.630, 53.447, 4_500, 3.5),
        new("Vulcan Village", -2.617, 53.441, 2_000, 8.0),
        new("Earlestown", -2.645, 53.453, 7_500, 1.6),
        new("Haydock", -2.670, 53.466, 9_500, 3.8),
        new("Haydock East", -2.652, 53.470, 4_500, 5.0),
        new("Billinge", -2.707, 53.497, 5_500, 7.5),
        new("Garswood", -2.672, 53.488, 3_500, 6.5),
        new("Rainford", -2.790, 53.500, 5_500, 8.5, Settlement.Rural),
        new("Rainford Junction", -2.785, 53.517, 1_300, 9.0, Settlement.Rural),
        new("Crank", -2.755, 53.490, 1_000, 8.0, Settlement.Rural),
        new("Bold", -2.695, 53.415, 2_500, 4.0),
    ];
}
