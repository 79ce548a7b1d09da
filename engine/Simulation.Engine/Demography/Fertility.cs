namespace Simulation.Engine.Demography;

/// <summary>Births a woman a year by age and the children at home.</summary>
/// <remarks>
/// England &amp; Wales 2020 by age and birth order (ONS, births ÷ women at risk), × 0.903 to the level of 2024 (total fertility
/// 1.43 in the 2022-based projection against 1.583), × the place's ratio of residents aged 0 in mid-2020 to births expected at
/// these rates. Full-time students 0.15 of it: a judgement, which the low ratio of Liverpool, where they live, asks for.
/// </remarks>
public static class Fertility
{
    /// <summary>Youngest age of mothers.</summary>
    public const int FirstAge = 15;

    /// <summary>Oldest age of mothers.</summary>
    public const int LastAge = 44;

    /// <summary>Share of the born who are boys.</summary>
    public const double Boys = 0.512;

    /// <summary>Twins per maternity (general knowledge).</summary>
    public const double Twins = 0.0145;

    private const double Level = 0.903;
    private const double Students = 0.15;

    // Of those with an infant at home, the part of the year that lies ten months or more after its birth.
    private const double AfterInfant = 0.65;

    // Women of 15–19, 20–24, … 40–44 with 0, 1, 2, 3, 4 or more children: births per 1,000 a year.
    private static readonly double[][] ByChildren =
    [
        [8.6, 158, 128, 95, 95],
        [30.6, 177, 109, 138, 192],
        [60.8, 189, 85, 92, 124],
        [103.3, 188, 57, 58, 82],
        [78.8, 123, 30, 30, 48],
        [23.0, 28, 7.5, 8.7, 15],
    ];

    private static readonly (string Code, double Ratio)[] Places =
    [
        ("E06000006", 1.05), ("E06000007", 1.03), ("E06000049", 1.16), ("E06000050", 1.09), ("E08000011", 1.18),
        ("E08000012", 0.81), ("E08000013", 1.00), ("E08000014", 1.04), ("E08000015", 1.05),
    ];

    /// <summary>The ratio of a place; 1 for one that is none of the nine.</summary>
    public static double RatioOf(string placeCode)
    {
        int found = Array.FindIndex(Places, place => place.Code == placeCode);
        return found < 0 ? 1 : Places[found].Ratio;
    }

    /// <summary>Expected births of a woman in a year.</summary>
    /// <param name="age">Age when the year begins.</param>
    /// <param name="children">Children at home.</param>
    /// <param name="infant">Whether the youngest is an infant.</param>
    /// <param name="student">Whether she studies full time.</param>
    public static double Rate(int age, int children, bool infant, bool student) => age is < FirstAge or > LastAge ? 0
        : ByChildren[(age - FirstAge) / 5][Math.Min(children, 4)] / 1000 * Level * (infant ? AfterInfant : 1) * (student ? Students : 1);
}
