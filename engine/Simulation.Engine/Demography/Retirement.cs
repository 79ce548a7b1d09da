namespace Simulation.Engine.Demography;

/// <summary>Yearly chance of retiring by age, straight between knots.</summary>
/// <remarks>Probit of SimPaths <c>reg_retirement</c> (UKHLS): North West, medium education and income. State pension age 66.</remarks>
internal static class Retirement
{
    /// <summary>Age from which people retire.</summary>
    public const int FirstAge = 50;

    private static readonly int[] Ages = [50, 55, 58, 60, 62, 64, 65, 66, 67, 68, 70, 72, 75];
    private static readonly double[] Partnered = [0.001, 0.013, 0.031, 0.045, 0.058, 0.067, 0.070, 0.173, 0.171, 0.167, 0.148, 0.121, 0.073];
    private static readonly double[] SingleMen = [0.001, 0.009, 0.021, 0.033, 0.046, 0.059, 0.065, 0.241, 0.253, 0.262, 0.275, 0.279, 0.266];
    private static readonly double[] SingleWomen = [0.001, 0.007, 0.016, 0.025, 0.036, 0.047, 0.052, 0.208, 0.219, 0.228, 0.240, 0.243, 0.231];
    private static readonly double[] NotInWork = [0.006, 0.046, 0.092, 0.124, 0.152, 0.170, 0.175, 0.345, 0.342, 0.335, 0.308, 0.265, 0.181];

    private static readonly double[] PartneredByAge = ByAge(Partnered);
    private static readonly double[] SingleMenByAge = ByAge(SingleMen);
    private static readonly double[] SingleWomenByAge = ByAge(SingleWomen);
    private static readonly double[] NotInWorkByAge = ByAge(NotInWork);

    /// <summary>Chance of one in work.</summary>
    public static double InWork(int age, bool female, bool partnered) => (partnered ? PartneredByAge : female ? SingleWomenByAge : SingleMenByAge)[age];

    /// <summary>Chance of one not in work.</summary>
    public static double OutOfWork(int age) => NotInWorkByAge[age];

    private static double[] ByAge(double[] values) => [.. Enumerable.Range(0, Mortality.Ages).Select(age => At(age, values))];

    private static double At(int age, double[] values)
    {
        if (age < Ages[0])
        {
            return 0;
        }

        int k = 0;
        while (k + 2 < Ages.Length && age >= Ages[k + 1])
        {
            k++;
        }

        return age >= Ages[^1] ? values[^1] : values[k] + ((values[k + 1] - values[k]) * (age - Ages[k]) / (Ages[k + 1] - Ages[k]));
    }
}
