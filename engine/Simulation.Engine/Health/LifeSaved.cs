using Simulation.Engine.Demography;
using Simulation.Engine.Observation;

namespace Simulation.Engine.Health;

/// <summary>What a death averted gains: years that those of the same age, sex and deprivation have left, and their quality.</summary>
internal static class LifeSaved
{
    private static readonly double[] Years = Tabulate((age, female, table, at) => table.Expectancy(at));

    private static readonly Dictionary<double, double[]> Qalys = Discounting.All.Select(d => d.Health).Distinct()
        .ToDictionary(rate => rate, rate => Tabulate((age, female, table, at) => Quality(at, female, table, rate)));

    /// <summary>Mean years left.</summary>
    public static double YearsLeft(int decile, bool female, int age) => Years[Index(decile, female, age)];

    /// <summary>QALYs left, discounted to the day of the death averted.</summary>
    public static double QalysLeft(int decile, bool female, int age, double rate) => Qalys[rate][Index(decile, female, age)];

    /// <summary>Years lived from birth times their quality, in the norm for age and sex.</summary>
    public static double QualityAtBirth(LifeTable lives, bool female) => Quality(0, female, lives, 0);

    private static int Index(int decile, bool female, int age) => (((decile * 2) + (female ? 1 : 0)) * DoseBands.AgeBands) + age;

    private static double[] Tabulate(Func<int, bool, LifeTable, int, double> value)
    {
        double[] table = new double[20 * DoseBands.AgeBands];
        for (int decile = 0; decile < 10; decile++)
        {
            foreach (bool female in (ReadOnlySpan<bool>)[false, true])
            {
                LifeTable lives = LifeTable.OfEngland(female, decile + 1);
                for (int age = 0; age < DoseBands.AgeBands; age++)
                {
                    table[Index(decile, female, age)] = value(age, female, lives, DoseBands.LowestAgeOf(age) + 2);
                }
            }
        }

        return table;
    }

    private static double Quality(int age, bool female, LifeTable lives, double rate)
    {
        double sum = 0;
        for (int at = age; at < 100; at++)
        {
            double lived = (lives.Alive(at) + lives.Alive(at + 1)) / 2 / lives.Alive(age);
            sum += lived * Math.Max(0, Utility.Norm(at + 0.5, female)) * Discounting.Factor(rate, at - age);
        }

        return sum;
    }
}
