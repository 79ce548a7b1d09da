using Simulation.Engine.Demography;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Validation;

/// <summary>Sets what the years of a baseline came to beside published figures, per 2.7 million residents where they are counts.</summary>
internal static class LivesReport
{
    private const string Fingertips = "OHID, Fingertips, 2022–24";

    /// <summary>Calendar year up to which lives are projected for the report.</summary>
    public const int ProjectedTo = 2034;

    // Slope index of inequality in life expectancy, years: place, men, women.
    private static readonly (string Code, double Men, double Women)[] Slopes =
    [
        ("E06000006", 14.2, 11.1), ("E06000007", 12.7, 9.8), ("E06000049", 10.6, 8.5), ("E06000050", 11.1, 7.6), ("E08000011", 11.1, 9.6),
        ("E08000012", 10.7, 8.1), ("E08000013", 12.9, 8.9), ("E08000014", 11.6, 11.1), ("E08000015", 15.3, 11.8),
    ];

    /// <summary>The lines of years that are lived through without their days, up to <see cref="ProjectedTo"/>.</summary>
    /// <param name="population">The residents of the first day.</param>
    /// <param name="first">Its calendar year.</param>
    /// <param name="seed">Seed of the luck.</param>
    /// <param name="workers">Worker threads.</param>
    public static IReadOnlyList<ValidationLine> Project(Population population, int first, ulong seed, int workers) =>
        [.. Of(population, Mortality.Of(population), LivesProjection.Of(population, first, Math.Max(1, ProjectedTo - first), seed, workers))];

    /// <summary>The lines.</summary>
    /// <param name="population">The residents of the first day.</param>
    /// <param name="mortality">Hazards.</param>
    /// <param name="years">Years lived through.</param>
    public static IEnumerable<ValidationLine> Of(Population population, Mortality mortality, IReadOnlyList<LivesYear> years)
    {
        double scale = (double)Region.CheshireAndMerseyside / population.Count;
        LivesYear first = years.FirstOrDefault(year => year.To.DayNumber - year.From.DayNumber > 360) ?? years[0];
        double part = (first.To.DayNumber - first.From.DayNumber) / 365.25;
        yield return Line("L1", "Births a year, thousand", "Residents aged 0, ONS mid-2020, per 2.7 million, × total fertility of 2024 over 2020 (1.43 / 1.51)", 25.54, 1.5, first.Births.Sum() * scale / part / 1000, "thousand") with { Fitted = true };
        yield return Line("L2", "Deaths a year, thousand", "Rates of England × C&M's ages, registered population", 27.9, 1.5, first.Deaths.Sum() * scale / part / 1000, "thousand");
        yield return Line("L3", "Children who begin reception, thousand", "Residents aged 4, ONS mid-2020, per 2.7 million; births have fallen since they were born", 31.5, 2, first.Reception * scale / 1000, "thousand");
        yield return Line("L3", "Net migration a year, thousand", "Half of the growth from the Census to mid-2024 that births and deaths leave, per 2.7 million (solved)", 16.4, 2, (first.Arrivals - first.Departures) * scale / part / 1000, "thousand") with { Fitted = true };
        yield return Line("L3", "Residents who move to another neighbourhood", "EHS 2021–22 by tenure, C&M's tenures: 195,000 a year with moves within it", 6.5, 1, 100.0 * first.Movers / part / population.Count, "%");
        yield return Line("L6", "Residents of 65 and over on the first day", "ONS mid-2024, nine places", 20.28, 0.7, 100.0 * Older(population) / population.Count, "%");
        foreach (LivesYear year in years.Where(year => year.To.Year == ProjectedTo))
        {
            yield return new ValidationLine(
                "L6", $"… in {ProjectedTo} (predicted)", "no projection for the nine places at hand", double.NaN, double.NaN, 100.0 * year.Aged65 / year.Residents, "%", false);
        }

        foreach (bool female in new[] { false, true })
        {
            yield return Line(
                "L7", $"Gap of tenths in years without disability, {(female ? "women" : "men")} (predicted)", "ONS, England 2018–20",
                female ? 16.8 : 17.6, 2.5, WithoutDisability(population, 10, female) - WithoutDisability(population, 1, female), "years");
        }

        double[] residents = PlaceLifeExpectancy.Residents(population);
        for (int place = 0; place < population.Places.Count; place++)
        {
            for (int sex = 0; sex < 2; sex++)
            {
                string who = sex == 1 ? "women" : "men";
                string name = population.Places[place].Name;
                if (PlaceLifeExpectancy.Of(population.Places[place], sex == 1) is { } expectancy)
                {
                    double factor = mortality.PlaceFactors[(2 * place) + sex];
                    yield return Line("L4", $"Life expectancy, {who}, {name} (solved)", Fingertips, expectancy, 0.3, PlaceLifeExpectancy.Expectancy(residents, place, sex == 1, factor), "years") with { Fitted = true };
                    (_, double men, double women) = Array.Find(Slopes, s => s.Code == population.Places[place].Code);
                    yield return Line("L5", $"Slope of life expectancy, {who}, {name} (predicted)", Fingertips, sex == 1 ? women : men, 1.5, Slope(residents, place, sex == 1, factor), "years");
                }
            }
        }
    }

    // Sullivan: years lived at each age times the share there without disability, of the residents of a tenth.
    private static double WithoutDisability(Population population, int decile, bool female)
    {
        double[] all = new double[Mortality.Ages];
        double[] disabled = new double[Mortality.Ages];
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            for (int row = population.Residents.Layout.First(n); population.Neighbourhoods.Decile[n] == decile && row < population.Residents.Layout.End(n); row++)
            {
                var traits = (Traits)population.Residents.Traits[row];
                if (((traits & Traits.Female) != 0) == female)
                {
                    all[population.Residents.Age[row]]++;
                    disabled[population.Residents.Age[row]] += (traits & Traits.Disabled) != 0 ? 1 : 0;
                }
            }
        }

        LifeTable lives = LifeTable.OfEngland(female, decile);
        double years = 0;
        for (int age = 0; age < 100; age++)
        {
            int at = Math.Min(age, Mortality.Ages - 1);
            years += (lives.Alive(age) + lives.Alive(age + 1)) / 2 * (1 - (disabled[at] / Math.Max(1, all[at])));
        }

        return years;
    }

    private static int Older(Population population)
    {
        int older = 0;
        foreach (byte age in population.Residents.Age.Values)
        {
            older += age is >= 65 and not Population.VacantAge ? 1 : 0;
        }

        return older;
    }

    // Weighted least squares of the deciles' life expectancies on their rank within the place.
    private static double Slope(double[] residents, int place, bool female, double factor)
    {
        double[] weight = new double[Demographics.Deciles];
        for (int decile = 1; decile <= Demographics.Deciles; decile++)
        {
            for (int age = 0; age < Mortality.Ages; age++)
            {
                weight[decile - 1] += residents[Mortality.Index(place, decile, female, age)];
            }
        }

        double all = weight.Sum();
        double below = 0;
        (double x, double y, double xx, double xy) = (0, 0, 0, 0);
        for (int d = 0; d < weight.Length; d++)
        {
            double share = weight[d] / all;
            double rank = below + (share / 2);
            below += share;
            double years = new LifeTable(age => Mortality.HazardAt(age, female, d + 1, factor), LifeTable.LeftAtHundred(female, d + 1)).Expectancy(0);
            (x, y, xx, xy) = (x + (share * rank), y + (share * years), xx + (share * rank * rank), xy + (share * rank * years));
        }

        return (xy - (x * y)) / (xx - (x * x));
    }

    private static ValidationLine Line(string id, string what, string source, double target, double tolerance, double model, string unit) =>
        new(id, what, source, target, tolerance, model, unit, Math.Abs(model - target) <= tolerance);
}
