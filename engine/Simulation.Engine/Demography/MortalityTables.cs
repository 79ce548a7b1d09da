namespace Simulation.Engine.Demography;

/// <summary>The tables that <see cref="Mortality"/> stands on; its remarks name their sources.</summary>
internal static class MortalityTables
{
    /// <summary>Deaths within a year per 100,000 men of single age 0–100, England 2022–24.</summary>
    public static readonly double[] Men =
    [
        370, 34.4, 15.9, 8.4, 7.6, 7.3, 6.9, 6.4, 6.0, 5.7,
        6.1, 6.8, 7.7, 9.3, 11.7, 15.0, 19.2, 24.3, 29.8, 35.1,
        39.6, 42.8, 44.8, 45.9, 47.2, 49.1, 51.8, 55.6, 60.0, 65.4,
        71.3, 76.8, 82.1, 87.7, 93.9, 101, 109, 118, 129, 141,
        154, 168, 182, 198, 214, 231, 248, 267, 287, 307,
        330, 354, 380, 410, 443, 480, 521, 570, 629, 693,
        763, 838, 918, 1005, 1099, 1199, 1309, 1428, 1558, 1703,
        1867, 2055, 2272, 2522, 2804, 3120, 3472, 3864, 4305, 4805,
        5375, 6027, 6775, 7621, 8562, 9607, 10758, 12008, 13357, 14818,
        16399, 18110, 19955, 21936, 24058, 26319, 28703, 31201, 33841, 36647,
        39564,
    ];

    /// <summary>Deaths within a year per 100,000 women of single age 0–100, England 2022–24.</summary>
    public static readonly double[] Women =
    [
        300, 29.4, 13.9, 7.9, 7.2, 6.8, 6.3, 5.7, 5.2, 4.9,
        5.1, 5.5, 6.2, 7.4, 9.0, 10.6, 12.3, 14.2, 15.9, 17.2,
        18.2, 18.8, 19.5, 20.2, 21.1, 22.3, 24.1, 26.2, 29.1, 32.4,
        36.0, 39.6, 43.5, 47.7, 52.4, 57.4, 62.7, 68.4, 74.8, 81.6,
        89.0, 97.2, 106, 115, 125, 136, 148, 161, 175, 190,
        207, 225, 244, 265, 288, 314, 343, 376, 412, 452,
        495, 542, 592, 647, 706, 770, 840, 918, 1004, 1102,
        1215, 1346, 1497, 1672, 1873, 2100, 2357, 2646, 2972, 3347,
        3780, 4284, 4868, 5541, 6311, 7186, 8175, 9279, 10499, 11836,
        13296, 14886, 16604, 18438, 20379, 22449, 24698, 27135, 29754, 32541,
        35440,
    ];

    /// <summary>England's life expectancy left at 100 (men, women), years: closes the tables.</summary>
    public static readonly double[] LeftAtHundred = [1.63, 1.76];

    private static readonly int[] Knots = [0, 1, 15, 20, 30, 40, 54, 60, 70, 80, 90, 100, 110];
    private static readonly double[] RatioMen = [0.828, 0.673, 0.569, 0.776, 1.087, 1.242, 1.242, 1.191, 1.046, 0.756, 0.393, 0.104, 0];
    private static readonly double[] RatioWomen = [0.838, 0.681, 0.471, 0.544, 0.890, 1.047, 1.078, 1.110, 1.057, 0.817, 0.440, 0.126, 0];

    /// <summary>ln of the ratio of the hazard in decile 1 to that in decile 10, straight between knots.</summary>
    public static double LogRatio(int age, bool female)
    {
        double[] values = female ? RatioWomen : RatioMen;
        int k = 0;
        while (k + 2 < Knots.Length && age >= Knots[k + 1])
        {
            k++;
        }

        return values[k] + ((values[k + 1] - values[k]) * (age - Knots[k]) / (Knots[k + 1] - Knots[k]));
    }
}
