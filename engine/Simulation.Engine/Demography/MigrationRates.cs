using Simulation.Engine.Populations;
using Simulation.Engine.Parameters;

namespace Simulation.Engine.Demography;

/// <summary>Net migration of a place by age, a year, as a logarithm of the ratio of a cohort to itself a year younger.</summary>
/// <remarks>
/// Young adults: residents of 18–21 and 23–26 over those of 13–16 (ONS mid-2020), from 26 to 41 residents of 35–49 over 25–34 (Census
/// 2021, a year of age each). What is left to the place's total, half of the growth from the Census to mid-2024 that births and
/// deaths leave (it holds the Census's revision too), falls on ages 25 to 59 alike.
/// </remarks>
internal sealed class MigrationRates
{
    /// <summary>Ages at which people come and go by themselves.</summary>
    public const int FirstAlone = 18;

    /// <summary>From this age of the oldest on whole households do.</summary>
    public const int FirstHousehold = 26;

    private const int LastSlope = 41;
    private const int LastAge = 59;

    // Place: 18–21 and 23–26 over 13–16; 35–49 over 25–34; total per 1,000 residents a year.
    private static readonly (string Code, double At18, double At23, double At42, double Total)[] Places =
    [
        ("E06000006", 0.80, 0.97, 1.006, 3.3), ("E06000007", 0.78, 0.94, 1.063, 3.1), ("E06000049", 0.70, 0.85, 1.082, 9.2),
        ("E06000050", 0.89, 0.99, 1.009, 6.3), ("E08000011", 0.90, 1.12, 0.827, 6.8), ("E08000012", 2.17, 1.84, 0.774, 6.4),
        ("E08000013", 0.85, 1.07, 0.960, 5.2), ("E08000014", 0.82, 0.98, 1.011, 5.6), ("E08000015", 0.79, 0.93, 1.016, 5.1),
    ];

    private readonly double[] net;

    private MigrationRates(int places) => net = new double[places * Mortality.Ages];

    /// <summary>The rates of a population.</summary>
    /// <param name="population">Residents of the first day.</param>
    /// <param name="level">Times so much of all migration; 0 for none.</param>
    public static MigrationRates Of(Population population, float level)
    {
        var rates = new MigrationRates(population.Places.Count);
        (double[] residents, double[] ofEldest) = Count(population);
        for (int place = 0; place < population.Places.Count; place++)
        {
            int found = Array.FindIndex(Places, p => p.Code == population.Places[place].Code);
            Span<double> mine = rates.net.AsSpan(place * Mortality.Ages, Mortality.Ages);
            if (found < 0 || level == 0)
            {
                continue;
            }

            (_, double at18, double at23, double at42, double total) = Places[found];
            mine[18..20].Fill(Math.Log(at18) / 2);
            mine[22..26].Fill(Math.Log(at23 / at18) / 4);
            mine[FirstHousehold..(LastSlope + 1)].Fill(Math.Log(at42) / 12.5);
            double came = 0;
            double could = 0;
            double all = 0;
            for (int age = 0; age < Mortality.Ages; age++)
            {
                int cell = (place * Mortality.Ages) + age;
                double who = age >= FirstHousehold ? ofEldest[cell] : residents[cell];
                came += who * (mine[age] > 0 ? 1 - Math.Exp(-mine[age]) : Math.Exp(mine[age]) - 1);
                could += age is >= FirstHousehold and <= LastAge ? ofEldest[cell] : 0;
                all += residents[cell];
            }

            double rest = could > 0 ? ((total / 1000 * all) - came) / could : 0;
            for (int age = 0; age < Mortality.Ages; age++)
            {
                mine[age] = level * (mine[age] + (age is >= FirstHousehold and <= LastAge ? rest : 0));
            }
        }

        return rates;
    }

    /// <summary>Chance a year that one leaves the area.</summary>
    public double Leaves(int place, int age) => Net(place, age) is < 0 and var rate ? 1 - Math.Exp(rate) : 0;

    /// <summary>Arrivals a year for each resident of the first day.</summary>
    public double Comes(int place, int age) => Net(place, age) is > 0 and var rate ? 1 - Math.Exp(-rate) : 0;

    private double Net(int place, int age) => net[(place * Mortality.Ages) + age];

    // Residents by place and age, and members of private households by place and the age of the oldest.
    private static (double[] Residents, double[] OfEldest) Count(Population population)
    {
        double[] residents = new double[population.Places.Count * Mortality.Ages];
        double[] ofEldest = new double[residents.Length];
        HouseholdTable households = population.Households;
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            int place = population.Neighbourhoods.Place[n] * Mortality.Ages;
            for (int h = households.Layout.First(n); h < households.Layout.End(n); h++)
            {
                int eldest = 0;
                foreach (byte age in population.Residents.Age.Values.Slice(households.FirstResident[h], households.Size[h]))
                {
                    residents[place + age]++;
                    eldest = Math.Max(eldest, age);
                }

                ofEldest[place + eldest] += households.Size[h] <= SynthesisHouseholdParameters.LargestPrivate ? households.Size[h] : 0;
            }
        }

        return (residents, ofEldest);
    }
}
