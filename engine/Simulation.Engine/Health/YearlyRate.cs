namespace Simulation.Engine.Health;

/// <summary>
/// Yearly new cases, or deaths of a cause, per 100,000 by age and sex: <c>exp(c0 + c1 x + c2 x² + c3 x³)</c>, x = (age − 60) / 20,
/// held constant outside the ages that it was fitted to.
/// </summary>
/// <param name="Men">Coefficients; empty where men have none.</param>
/// <param name="Women">Coefficients; empty where women have none.</param>
/// <param name="From">Youngest age fitted.</param>
/// <param name="To">Oldest age fitted.</param>
public sealed record YearlyRate(IReadOnlyList<double> Men, IReadOnlyList<double> Women, int From = 20, int To = 90)
{
    /// <summary>Youngest with any case.</summary>
    public int Onset { get; init; }

    /// <summary>Cases a person and year in England at an age.</summary>
    public double At(double age, bool female)
    {
        IReadOnlyList<double> c = female ? Women : Men;
        if (c.Count == 0 || age < Onset)
        {
            return 0;
        }

        double x = (Math.Clamp(age, From, To) - 60) / 20;
        double power = 1, sum = 0;
        foreach (double coefficient in c)
        {
            sum += coefficient * power;
            power *= x;
        }

        return Math.Exp(sum) / 100_000;
    }

    /// <summary>Factor of a decile on rates whose logarithm differs by <paramref name="gradient"/> between the poorest and the richest tenth; one on average.</summary>
    /// <param name="decile">Index of the national decile: 0 = most deprived.</param>
    /// <param name="gradient">Logarithm of the ratio.</param>
    public static double Tilt(int decile, double gradient)
    {
        double sum = 0;
        for (int d = 0; d < 10; d++)
        {
            sum += Math.Exp(gradient * Z(d));
        }

        return Math.Exp(gradient * Z(decile)) * 10 / sum;
    }

    private static double Z(int decile) => (((9 - decile + 0.5) / 10) - 0.5) / 0.9;
}
