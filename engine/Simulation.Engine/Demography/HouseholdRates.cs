namespace Simulation.Engine.Demography;

/// <summary>Yearly chances of leaving one's parents, of a partner, of parting and of moving, by age, straight between knots.</summary>
/// <remarks>
/// Leaving, partnership and parting: probits of SimPaths (UKHLS), North West, middle values. Moving: shares of households that moved
/// within a year by tenure (EHS 2021–22: private rent 20.6 %, social rent 6.0 %, owners 4.9 %) on C&amp;M's tenures, 7.8 % in all,
/// and three times as often under 55 as from then on.
/// </remarks>
internal static class HouseholdRates
{
    private static readonly int[] HomeAges = [18, 20, 22, 25, 28, 30, 34, 40];
    private static readonly double[] HomeMen = [0.023, 0.036, 0.052, 0.080, 0.109, 0.127, 0.152, 0.154];
    private static readonly double[] HomeWomen = [0.037, 0.056, 0.078, 0.116, 0.153, 0.175, 0.206, 0.209];
    private static readonly int[] PartnerAges = [18, 25, 30, 40, 50, 60, 75];
    private static readonly double[] PartnerRates = [0.024, 0.026, 0.026, 0.021, 0.013, 0.006, 0];
    private static readonly int[] EndAges = [22, 27, 32, 40, 50, 60, 75];
    private static readonly double[] EndRates = [0.084, 0.061, 0.044, 0.028, 0.016, 0.010, 0];
    private static readonly int[] MoveAges = [18, 30, 42, 57, 70];
    private static readonly double[] MoveRates = [0.22, 0.18, 0.095, 0.045, 0.028];

    private static readonly double[] MenLeave = ByAge(HomeAges, HomeMen);
    private static readonly double[] WomenLeave = ByAge(HomeAges, HomeWomen);
    private static readonly double[] PartnersByAge = ByAge(PartnerAges, PartnerRates);
    private static readonly double[] EndsByAge = ByAge(EndAges, EndRates);
    private static readonly double[] MovesByAge = ByAge(MoveAges, MoveRates);

    /// <summary>Leaving the parents' home.</summary>
    public static double LeavesHome(int age, bool female) => (female ? WomenLeave : MenLeave)[age];

    /// <summary>A single person's beginning to live with a partner.</summary>
    public static double Partners(int age) => PartnersByAge[age];

    /// <summary>A couple's parting, by its mean age.</summary>
    public static double Ends(int age) => EndsByAge[age];

    /// <summary>A household's moving, by the age of its oldest.</summary>
    public static double Moves(int age) => MovesByAge[age];

    private static double[] ByAge(int[] ages, double[] values) => [.. Enumerable.Range(0, Mortality.Ages).Select(age => At(age, ages, values))];

    private static double At(int age, int[] ages, double[] values)
    {
        int k = 0;
        while (k + 2 < ages.Length && age >= ages[k + 1])
        {
            k++;
        }

        return age <= ages[0] ? values[0] : age >= ages[^1] ? values[^1]
            : values[k] + ((values[k + 1] - values[k]) * (age - ages[k]) / (ages[k + 1] - ages[k]));
    }
}
