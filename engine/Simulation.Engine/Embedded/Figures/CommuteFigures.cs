using System.Collections.Immutable;

namespace Simulation.Engine.Embedded.Figures;

/// <summary>
/// Where the workers of each place with a fixed workplace away from home work, and how far that is.
/// </summary>
/// <remarks>
/// ONS Census 2021 origin–destination workplace data by MSOA (21 March 2021), summed here by place of residence. Places in
/// the order of <see cref="PlaceFigures.All"/>. Open Government Licence v3.
/// </remarks>
internal static class CommuteFigures
{
    /// <summary>Upper ends of the first five distance bands, metres in a straight line; the sixth is open.</summary>
    public static ImmutableArray<double> BandEnds { get; } = [2_000, 5_000, 10_000, 20_000, 30_000];

    /// <summary>% of workers with a fixed workplace by distance band, by place of residence.</summary>
    public static ImmutableArray<ImmutableArray<double>> Bands { get; } =
    [
        [20.2, 23.4, 24.2, 20.1, 6.7, 5.4],
        [17.0, 30.5, 21.2, 15.3, 10.3, 5.7],
        [20.7, 17.1, 19.1, 23.5, 9.8, 9.8],
        [15.6, 21.1, 19.9, 22.5, 11.6, 9.2],
        [16.7, 23.2, 30.9, 22.0, 2.8, 4.3],
        [18.6, 32.8, 28.8, 11.8, 3.5, 4.6],
        [15.2, 25.0, 26.2, 22.4, 6.0, 5.2],
        [19.5, 22.2, 21.2, 22.0, 9.3, 5.8],
        [17.0, 27.0, 27.8, 17.7, 5.6, 4.9],
    ];

    /// <summary>Workers by place of residence (row) and place of work: the nine places, then <see cref="Outside"/>.</summary>
    public static ImmutableArray<ImmutableArray<double>> Workers { get; } =
    [
        [18_539, 4_887, 388, 2_801, 1_911, 3_045, 1_111, 311, 371, 703, 301, 178, 320, 139, 121, 501, 85, 37, 32, 745],
        [3_408, 35_683, 1_319, 1_902, 975, 1_754, 1_882, 287, 265, 3_373, 1_946, 827, 1_792, 323, 415, 331, 108, 51, 54, 1_464],
        [283, 1_058, 70_699, 5_610, 122, 292, 97, 43, 83, 5_140, 1_745, 4_906, 435, 108, 243, 467, 6_082, 877, 626, 3_738],
        [2_632, 2_796, 7_117, 59_427, 613, 2_275, 292, 267, 4_508, 1_741, 983, 637, 335, 131, 248, 8_652, 457, 655, 87, 2_283],
        [1_317, 1_483, 87, 515, 15_294, 15_620, 2_162, 2_446, 1_331, 417, 95, 99, 396, 897, 201, 204, 59, 29, 26, 976],
        [2_219, 2_794, 331, 1_354, 11_363, 84_567, 1_853, 8_153, 3_814, 932, 272, 281, 697, 1_275, 384, 557, 210, 73, 76, 3_405],
        [1_816, 6_141, 233, 450, 5_482, 3_913, 23_094, 1_386, 210, 1_260, 493, 302, 3_461, 1_507, 564, 154, 55, 50, 35, 1_061],
        [534, 935, 132, 405, 3_490, 16_137, 1_484, 37_717, 873, 465, 135, 119, 765, 4_989, 1_606, 206, 50, 36, 58, 1_770],
        [681, 600, 218, 7_963, 1_514, 10_703, 259, 1_353, 54_481, 377, 143, 140, 156, 219, 136, 2_931, 85, 105, 49, 1_949],
    ];

    /// <summary>Destinations outside: code, longitude, latitude and how far workplaces spread, metres (general knowledge).</summary>
    public static ImmutableArray<(string Code, double Longitude, double Latitude, double RadiusMetres)> Outside { get; } =
    [
        ("OUT-MANCHESTER", -2.255, 53.465, 5_000),
        ("OUT-TRAFFORD", -2.330, 53.435, 4_000),
        ("OUT-STOCKPORT", -2.150, 53.420, 5_000),
        ("OUT-WIGAN", -2.580, 53.540, 6_000),
        ("OUT-WEST-LANCASHIRE", -2.830, 53.565, 6_000),
        ("OUT-CENTRAL-LANCASHIRE", -2.690, 53.735, 8_000),
        ("OUT-NORTH-EAST-WALES", -3.020, 53.165, 8_000),
        ("OUT-STOKE", -2.200, 53.025, 6_000),
        ("OUT-SHROPSHIRE", -2.720, 52.800, 12_000),
        ("OUT-HIGH-PEAK", -1.930, 53.280, 6_000),
        ("OUT-FURTHER", -1.900, 52.600, 20_000),
    ];
}
