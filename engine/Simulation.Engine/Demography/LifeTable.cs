namespace Simulation.Engine.Demography;

/// <summary>A period life table by single age, closed at 100.</summary>
public sealed class LifeTable
{
    private const int Last = 100;

    // Part of the year that those live who die in their first.
    private const double FirstYear = 0.1;

    private readonly double[] alive = new double[Last + 1];
    private readonly double[] ahead = new double[Last + 1];

    /// <summary>The table of a hazard.</summary>
    /// <param name="hazard">Yearly hazard at ages 0–99.</param>
    /// <param name="leftAtHundred">Life expectancy at 100, years.</param>
    public LifeTable(Func<int, double> hazard, double leftAtHundred)
    {
        ArgumentNullException.ThrowIfNull(hazard);
        var lived = new double[Last];
        alive[0] = 1;
        for (int age = 0; age < Last; age++)
        {
            double dying = alive[age] * (1 - Math.Exp(-hazard(age)));
            alive[age + 1] = alive[age] - dying;
            lived[age] = alive[age + 1] + ((age == 0 ? FirstYear : 0.5) * dying);
        }

        ahead[Last] = alive[Last] * leftAtHundred;
        for (int age = Last - 1; age >= 0; age--)
        {
            ahead[age] = ahead[age + 1] + lived[age];
        }
    }

    /// <summary>Share of the born who are alive on a birthday.</summary>
    public double Alive(int age) => alive[age];

    /// <summary>Mean years left on a birthday.</summary>
    public double Expectancy(int age) => ahead[age] / alive[age];

    /// <summary>England 2022–24 in a decile; 0 for all.</summary>
    /// <param name="female">Sex.</param>
    /// <param name="decile">National decile 1–10, or 0 for England as a whole.</param>
    public static LifeTable OfEngland(bool female, int decile = 0) => new(
        age => decile == 0 ? -Math.Log(1 - Mortality.BaseChance(age, female)) : Mortality.HazardAt(age, female, decile),
        LeftAtHundred(female, decile));

    /// <summary>Life expectancy at 100; hardly depends on the decile.</summary>
    internal static double LeftAtHundred(bool female, int decile = 0) => MortalityTables.LeftAtHundred[female ? 1 : 0]
        * (decile == 0 ? 1 : -Math.Log(1 - Mortality.BaseChance(100, female)) / Mortality.HazardAt(100, female, decile));
}
