namespace Simulation.Engine.Interventions;

/// <summary>Brings prices of several years to one.</summary>
/// <remarks>
/// GDP deflator of the United Kingdom, change on the year before, calendar years (World Bank, NY.GDP.DEFL.KD.ZG, from ONS;
/// rounded to 0.01 %). What governments pay for rises with what everybody makes, not with what households buy.
/// </remarks>
public static class PriceLevel
{
    private const int FirstYear = 2005;

    // 2006, 2007 … 2024, per cent.
    private static readonly double[] Rises =
        [2.46, 2.39, 3.52, 1.96, 2.49, 3.86, 2.57, 2.29, 1.45, 0.37, 1.01, 2.56, 2.29, 1.74, 0.99, 2.52, 7.92, 6.79, 3.27];

    /// <summary>The year that all default prices are brought to.</summary>
    public const int Year = 2024;

    /// <summary>Factor on a price of the years from <paramref name="first"/> to <paramref name="last"/>, taken as one of their middle.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A year before 2005 or after <see cref="Year"/>.</exception>
    public static double From(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, Year);
        int sum = first + last;
        return sum % 2 == 0 ? From(sum / 2) : Math.Sqrt(From(sum / 2) * From((sum / 2) + 1));
    }

    private static double From(int year)
    {
        double factor = 1;
        for (int y = year; y < Year; y++)
        {
            factor *= 1 + (Rises[y - FirstYear] / 100);
        }

        return factor;
    }
}
