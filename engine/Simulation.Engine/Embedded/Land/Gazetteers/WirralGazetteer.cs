using System.Collections.Immutable;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Embedded.Land.Gazetteers;

/// <summary>Localities of Wirral.</summary>
/// <remarks>From general knowledge: positions to about 1 km, residents to about a third, deprivation by reputation.</remarks>
internal static class WirralGazetteer
{
    public static ImmutableArray<Locality> Localities { get; } =
    [
        new("Birkenhead Town Centre", -3.027, 53.390, 9_500, 1.0),
        new("Birkenhead North End", -3.057, 53.402, 6_500, 1.0),
        new("Bidston", -3.075, 53.403, 6_000, 1.0),
        new("Beechwood", -3.092, 53.397, 4_500, 1.0),
        new("Claughton", -3.055, 53.392, 8_500, 4.5),
        new("Oxton", -3.050, 53.384, 7_500, 7.5),
        new("Prenton", -3.055, 53.370, 7_500, 7.0),
        new("Tranmere", -3.020, 53.377, 10_500, 1.0),
        new("Rock Ferry", -3.005, 53.370, 9_500, 1.3),
        new("Higher Bebington", -3.025, 53.362, 6_500, 5.5),
        new("Woodchurch", -3.090, 53.375, 8_000, 1.5),
        new("Noctorum", -3.085, 53.387, 5_500, 2.0),
        new("Upton", -3.098, 53.384, 8_500, 5.5),
        new("Seacombe", -3.030, 53.411, 9_500, 1.0),
        new("Poulton", -3.048, 53.412, 6_500, 1.5),
        new("Egremont", -3.035, 53.420, 6_500, 2.2),
        new("Liscard", -3.043, 53.420, 10_500, 3.0),
        new("New Brighton", -3.045, 53.435, 8_500, 4.0),
        new("Wallasey Village", -3.063, 53.426, 8_000, 6.5),
        new("Leasowe", -3.095, 53.414, 6_500, 1.3),
        new("Moreton", -3.115, 53.401, 10_000, 4.0),
        new("Meols", -3.152, 53.403, 5_500, 8.8),
        new("Hoylake", -3.180, 53.391, 5_800, 6.0),
        new("Greasby", -3.125, 53.375, 9_500, 8.8),
        new("Frankby", -3.140, 53.371, 800, 9.5),
        new("West Kirby", -3.180, 53.373, 8_500, 8.2),
        new("Caldy", -3.165, 53.358, 1_500, 10.0),
        new("Newton", -3.155, 53.377, 2_500, 7.0),
        new("Irby", -3.120, 53.352, 6_000, 9.5),
        new("Thurstaston", -3.130, 53.343, 500, 9.5, Settlement.Rural),
        new("Pensby", -3.100, 53.345, 8_000, 7.5),
        new("Thingwall", -3.095, 53.359, 3_200, 9.0),
        new("Heswall", -3.098, 53.328, 9_500, 9.5),
        new("Lower Heswall", -3.110, 53.325, 4_000, 9.8),
        new("Gayton", -3.083, 53.318, 3_500, 10.0),
        new("Barnston", -3.075, 53.337, 1_500, 9.5),
        new("Storeton", -3.045, 53.350, 600, 9.0),
        new("Bebington", -3.008, 53.350, 9_500, 8.0),
        new("New Ferry", -2.993, 53.360, 5_000, 2.2),
        new("Port Sunlight", -2.998, 53.353, 2_500, 5.5),
        new("Spital", -2.995, 53.342, 5_000, 9.3),
        new("Poulton Bebington", -3.010, 53.335, 3_000, 8.8),
        new("Bromborough", -2.978, 53.330, 8_500, 4.5),
        new("Bromborough Pool", -2.985, 53.345, 1_500, 5.0),
        new("Eastham", -2.963, 53.315, 8_500, 5.0),
        new("Eastham Mill Park", -2.965, 53.308, 3_500, 3.0),
        new("Raby", -3.020, 53.315, 600, 9.5),
    ];
}
