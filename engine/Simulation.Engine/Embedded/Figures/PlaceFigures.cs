using System.Collections.Immutable;

namespace Simulation.Engine.Embedded.Figures;

/// <summary>What is published about one place. Percentages are 0–100 of the stated base.</summary>
/// <param name="Code">ONS code of the local authority.</param>
/// <param name="Name">Name as ONS writes it.</param>
/// <param name="Residents">Usual residents.</param>
/// <param name="Female">Female residents.</param>
/// <param name="Age">Residents aged 0–15, 16–24, 25–34, 35–49, 50–64, 65+; scaled to <paramref name="Residents"/>.</param>
/// <param name="Age2020">Mid-2020 residents aged 0–4, 5–10, 11–15, 16–24, 25–44, 45–64, 65–74, 75+: shapes single years of age.</param>
/// <param name="Households">Households.</param>
/// <param name="Size">Households of 1, 2, 3, 4+ members, %.</param>
/// <param name="Cars">Households with 0, 1, 2, 3+ cars or vans, %.</param>
/// <param name="Employed">Residents 16+ in employment, %.</param>
/// <param name="Unemployed">Residents 16+ unemployed, %.</param>
/// <param name="Travel">Workers travelling under 10 km, 10 km or more, mainly at home, other, %.</param>
/// <param name="Hours">Workers doing ≤15, 16–30, 31–48, 49+ hours a week, %.</param>
/// <param name="Disabled">Residents disabled under the Equality Act, %.</param>
/// <param name="Students">Residents 5+ in full-time education, %.</param>
/// <param name="Zones">MSOAs in the place: the number of home zones to make.</param>
internal sealed record PlaceFigures(
    string Code,
    string Name,
    double Residents,
    double Female,
    ImmutableArray<double> Age,
    ImmutableArray<double> Age2020,
    double Households,
    ImmutableArray<double> Size,
    ImmutableArray<double> Cars,
    double Employed,
    double Unemployed,
    ImmutableArray<double> Travel,
    ImmutableArray<double> Hours,
    double Disabled,
    double Students,
    int Zones)
{
    /// <summary>
    /// The nine places in order of their codes.
    /// </summary>
    /// <remarks>
    /// Residents, sex, age, households, size, cars, employment, travel, hours, disability: ONS, Census 2021 (21 March 2021,
    /// under Covid restrictions, so working at home is above its later level). Students: Census 2021 sums of LSOAs.
    /// Mid-2020 ages: ONS small-area population estimates. Zones: MSOA 2021. Open Government Licence v3.
    /// </remarks>
    public static ImmutableArray<PlaceFigures> All { get; } =
    [
        new("E06000006", "Halton", 128_470, 65_543,
            [24_534, 12_240, 16_482, 24_864, 26_426, 23_962], [7_374, 10_183, 8_397, 12_382, 32_651, 34_667, 14_498, 9_607],
            55_951, [31.6, 33.8, 17.0, 17.6], [23.8, 42.3, 26.5, 7.4], 56.5, 3.2,
            [42.2, 19.8, 24.8, 13.2], [7.9, 18.8, 64.5, 8.8], 22.1, 19.1, 16),
        new("E06000007", "Warrington", 210_971, 106_527,
            [38_251, 19_192, 26_443, 42_172, 44_756, 40_159], [11_267, 15_586, 12_579, 19_056, 52_314, 58_543, 21_520, 18_532],
            90_538, [30.2, 34.9, 16.9, 18.0], [17.4, 41.3, 31.7, 9.6], 59.7, 2.8,
            [38.3, 17.8, 31.6, 12.3], [8.9, 18.2, 63.5, 9.4], 17.7, 18.4, 25),
        new("E06000049", "Cheshire East", 398_775, 203_196,
            [69_291, 32_933, 46_092, 74_834, 86_398, 89_230], [20_193, 26_707, 22_639, 31_705, 84_391, 111_884, 46_891, 42_257],
            174_856, [30.4, 37.1, 15.5, 17.0], [14.5, 41.0, 33.3, 11.3], 58.4, 2.4,
            [30.7, 22.3, 35.2, 11.7], [10.3, 18.6, 59.4, 11.8], 17.0, 17.3, 52),
        new("E06000050", "Cheshire West and Chester", 357_147, 182_841,
            [61_790, 34_442, 43_705, 66_148, 75_325, 75_746], [18_059, 24_187, 19_664, 32_670, 78_721, 95_607, 40_146, 34_769],
            155_156, [30.2, 36.4, 16.1, 17.2], [16.7, 40.8, 32.0, 10.5], 57.2, 2.8,
            [32.7, 23.8, 31.5, 12.1], [10.2, 19.4, 59.8, 10.6], 18.5, 18.5, 47),
        new("E08000011", "Knowsley", 154_517, 80_666,
            [30_217, 15_132, 22_299, 27_652, 32_969, 26_247], [10_089, 11_971, 9_109, 15_299, 39_070, 40_495, 14_925, 11_494],
            66_073, [31.2, 31.4, 18.7, 18.6], [31.2, 41.2, 22.2, 5.4], 55.9, 3.5,
            [44.4, 18.0, 21.4, 16.2], [7.8, 21.1, 63.8, 7.3], 22.6, 19.1, 20),
        new("E08000012", "Liverpool", 486_085, 249_458,
            [83_059, 78_452, 75_401, 87_491, 87_371, 74_325], [28_836, 33_870, 24_836, 78_677, 148_726, 111_730, 41_348, 32_451],
            207_491, [36.8, 30.0, 15.8, 17.4], [40.1, 40.4, 16.1, 3.5], 51.1, 4.8,
            [48.0, 12.1, 26.1, 13.8], [10.6, 21.0, 61.0, 7.5], 21.8, 25.1, 61),
        new("E08000013", "St. Helens", 183_254, 93_338,
            [32_683, 16_712, 23_777, 34_233, 38_211, 37_646], [9_879, 12_869, 10_360, 16_689, 45_070, 48_908, 20_461, 16_859],
            81_011, [31.6, 34.9, 17.2, 16.3], [23.2, 42.3, 27.1, 7.4], 54.9, 3.1,
            [41.5, 20.8, 23.0, 14.7], [8.0, 19.1, 64.1, 8.8], 22.3, 17.7, 24),
        new("E08000014", "Sefton", 279_239, 143_996,
            [46_843, 24_565, 32_362, 49_089, 61_612, 64_768], [13_789, 19_077, 15_383, 24_221, 60_816, 77_150, 33_598, 31_865],
            123_073, [33.7, 33.2, 16.0, 17.1], [26.4, 42.6, 24.1, 6.8], 53.6, 3.0,
            [36.0, 21.1, 27.9, 14.9], [9.8, 21.6, 59.6, 9.0], 21.9, 17.3, 38),
        new("E08000015", "Wirral", 320_197, 165_122,
            [58_105, 28_344, 37_617, 57_337, 68_398, 70_396], [17_149, 23_609, 19_385, 29_514, 74_746, 88_644, 38_272, 33_017],
            143_252, [34.7, 33.0, 15.6, 16.7], [25.1, 42.4, 25.2, 7.4], 53.2, 2.9,
            [42.9, 16.8, 26.7, 13.5], [9.6, 21.2, 60.6, 8.6], 22.8, 18.6, 42),
    ];
}
