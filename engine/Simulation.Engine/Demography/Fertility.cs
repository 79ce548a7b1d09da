using Simulation.Engine.Parameters;

namespace Simulation.Engine.Demography;

/// <summary>Births a woman a year by age, and how they differ by the children at home.</summary>
/// <remarks>
/// By single age: England &amp; Wales 2020 (ONS, births ÷ women), at the level of 2024 (total fertility 1.43 in the 2022-based projection).
/// By children already had: E&amp;W 2020 by birth order ÷ women at risk; its level is solved (<see cref="BirthLevels"/>), for it rests on the
/// children whom women had, not on those who live with them here. The place's ratio is of residents aged 0 in mid-2020 to births
/// expected at these rates. Full-time students have 0.15 of the births of others: a judgement.
/// </remarks>
public static class Fertility
{
    /// <summary>Youngest age of mothers.</summary>
    public const int FirstAge = 15;

    /// <summary>Oldest age of mothers.</summary>
    public const int LastAge = 44;

    /// <summary>Age from which a child at home is no longer counted.</summary>
    public const int GrownChild = 18;

    /// <summary>Share of the born who are boys.</summary>
    public const double Boys = 0.512;

    /// <summary>Twins per maternity (general knowledge).</summary>
    public const double Twins = 0.0145;

    // The table by single age sums to 1.49, the projection's total fertility of 2024 is 1.43.
    private const double Level = 0.957;
    private const double Students = 0.15;

    // Of those with an infant at home, the part of the year that lies ten months or more after its birth.
    private const double AfterInfant = 0.65;

    private static readonly double[] ByAge =
    [
        0.7, 2.2, 6.2, 11.6, 19.3, 27.6, 32.5, 37.3, 43.4, 49.4, 62.6, 70.0, 79.0, 85.9, 92.4,
        103.0, 106.7, 103.4, 97.6, 89.8, 80.1, 70.0, 57.4, 46.6, 36.8, 28.5, 19.1, 12.5, 8.0, 4.4,
    ];

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

    /// <summary>Children at home told apart: 0, 1, 2, 3, 4 or more.</summary>
    public const int Parities = 5;

    /// <summary>Whether one member of a household may be another's child, by their ages.</summary>
    public static bool MayBeChild(int mother, int child) => mother - child is >= 16 and <= 45;

    /// <summary>Births of a woman a year at an age from <see cref="FirstAge"/> to <see cref="LastAge"/>, whoever she is.</summary>
    public static double AtAge(int age) => ByAge[age - FirstAge] / 1000 * Level;

    /// <summary>How births of a year differ among women of an age, before the level is solved.</summary>
    /// <param name="age">Age when the year begins.</param>
    /// <param name="children">Children at home.</param>
    /// <param name="infant">Whether the youngest is an infant.</param>
    public static double Shape(int age, int children, bool infant) =>
        ByChildren[(age - FirstAge) / 5][Math.Min(children, Parities - 1)] / 1000 * (infant ? AfterInfant : 1);

    /// <summary>How births of students and of others differ from those of all of an age; women with children seldom study, and others like them do not.</summary>
    /// <param name="age">Age.</param>
    /// <param name="children">Children at home.</param>
    /// <param name="student">Whether she studies full time.</param>
    public static double StudentFactor(int age, int children, bool student) => (student ? Students : 1)
        / (children > 0 ? 1 : 1 - ((age < 17 ? 1 : SynthesisResidentParameters.Student[age]) * (1 - Students)));
}
