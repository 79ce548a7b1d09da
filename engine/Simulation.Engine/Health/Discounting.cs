namespace Simulation.Engine.Health;

/// <summary>Yearly rates at which later health and later money count less.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Health">Rate on health, a year.</param>
/// <param name="Money">Rate on money, a year.</param>
public sealed record Discounting(string Name, double Health, double Money)
{
    /// <summary>3.5 % on both: NICE.</summary>
    public static readonly Discounting Nice = new("3.5 % both", 0.035, 0.035);

    /// <summary>1.5 % on health, 3.5 % on money: the Green Book for health.</summary>
    public static readonly Discounting GreenBook = new("1.5 % health", 0.015, 0.035);

    /// <summary>Nothing.</summary>
    public static readonly Discounting None = new("none", 0, 0);

    /// <summary>All three, the one headlines use first.</summary>
    public static IReadOnlyList<Discounting> All { get; } = [Nice, GreenBook, None];

    /// <summary>What one is worth that comes <paramref name="years"/> after the start.</summary>
    public static double Factor(double rate, double years) => rate == 0 ? 1 : Math.Pow(1 + rate, -Math.Max(0, years));

    /// <summary>What one a year is worth, paid at the start of each of <paramref name="years"/> years.</summary>
    public static double Annuity(double rate, int years)
    {
        double sum = 0;
        for (int year = 0; year < years; year++)
        {
            sum += Factor(rate, year);
        }

        return sum;
    }

    /// <summary>What one a year is worth over <paramref name="years"/> years, paid as they go by.</summary>
    public static double Stream(double rate, double years) => rate == 0 ? years : (1 - Math.Exp(-Math.Log(1 + rate) * years)) / Math.Log(1 + rate);
}
