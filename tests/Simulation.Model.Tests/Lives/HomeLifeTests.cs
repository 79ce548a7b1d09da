using Simulation.Engine.Demography;
using Simulation.Engine.Embedded;
using Simulation.Engine.Populations;
using Simulation.Engine.State;
using Simulation.Engine.Synthesis;

namespace Simulation.Model.Tests.Lives;

/// <summary>Moves, households, cars, migration, births: lives without days.</summary>
public sealed class HomeLifeTests : IDisposable
{
    private const int Residents = 40_000;

    private readonly Population population =
        PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(Residents), null, CancellationToken.None);

    public void Dispose() => population.Dispose();

    [Fact]
    public void TenYears_Households_KeepTheirSizesCarsAndNeighbours()
    {
        (double size, double noCar, double[] byDecile) = Homes(population);
        List<string> lines = [];
        IReadOnlyList<LivesYear> years = LivesProjection.Of(population, 2026, 10, 1, 2, see: (year, state) =>
        {
            (double sizeNow, double noCarNow, double[] byDecileNow) = Homes(state.Population);
            lines.Add($"{year}: {state.Population.Count} residents, {sizeNow:F3} a household, {noCarNow:P2} without a car, {byDecileNow[0]:P1} in decile 1, {byDecileNow[9]:P1} in 10");
            if (year == 10)
            {
                sizeNow.ShouldBe(size, 0.16);
                WithParents(state.Population).ShouldBe(WithParents(population), 0.03);
                noCarNow.ShouldBe(noCar, 0.03);
                byDecileNow[0].ShouldBe(byDecile[0], 0.05);
                byDecileNow[9].ShouldBe(byDecile[9], 0.04);
            }
        });
        lines.Insert(0, $"0: {size:F3} a household, {noCar:P2} without a car, {byDecile[0]:P1} in decile 1, {byDecile[9]:P1} in 10");
        lines.ForEach(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        foreach (LivesYear year in years)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{year.To.Year}: births {year.Births.Sum()}, deaths {year.Deaths.Sum()}, arrivals {year.Arrivals}, departures {year.Departures}, movers {year.Movers}, households {year.Households}, employed {year.Employed}, 65+ {100.0 * year.Aged65 / year.Residents:F2} %");
            ((double)year.Movers / year.Residents).ShouldBeInRange(0.045, 0.085);
            ((year.Arrivals - year.Departures) * 1000.0 / year.Residents).ShouldBe(6, 3.5);
        }
    }

    [Fact]
    public void TenYears_Residents_AreThoseBornAndComeLessThoseDeadAndGone()
    {
        int before = population.Count;
        foreach (LivesYear year in LivesProjection.Of(population, 2026, 10, 1, 2))
        {
            // Infants who die are counted among births and among deaths.
            year.Residents.ShouldBe(before + year.Births.Sum() - year.Deaths.Sum() + year.Arrivals - year.Departures);
            before = year.Residents;
        }
    }

    [Fact]
    public void Births_AThirtiethPerMilleMore_AreAThirtiethPerMilleMore()
    {
        int usual = LivesProjection.Of(population, 2026, 5, 1, 2).Sum(year => year.Births.Sum());
        int more = LivesProjection.Of(population, 2026, 5, 1, 2, With("lives.fertility", 33.34 / 33.33)).Sum(year => year.Births.Sum());

        (more - usual).ShouldBeInRange(0, 4);
    }

    [Fact]
    public void Fertility_Doubled_EverybodyElseLivesTheSameLife()
    {
        Dictionary<int, (byte Age, Traits Traits, byte Status, int Neighbourhood)> usual = [];
        Dictionary<int, (byte Age, Traits Traits, byte Status, int Neighbourhood)> doubled = [];
        HashSet<int> near = [];
        LivesProjection.Of(population, 2026, 5, 1, 2, see: (year, state) => Keep(year, state, usual, null));
        LivesProjection.Of(population, 2026, 5, 1, 2, With("lives.fertility", 2), (year, state) => Keep(year, state, doubled, near));
        int children = LifeCourse.FirstChild(population.Residents.Layout.Rows);
        int[] founders = [.. usual.Keys.Where(key => key < children && key >= 0)];

        // Nobody of the first day or who has come is missing or another, and who lives with no child of the run lives the same life.
        int differ = founders.Count(key => !near.Contains(key) && (!doubled.TryGetValue(key, out var life) || usual[key] != life));
        TestContext.Current.TestOutputHelper?.WriteLine($"{founders.Length} founders and arrivals, {founders.Count(near.Contains)} with a child of the run, {differ} others who differ, {founders.Count(key => !doubled.ContainsKey(key))} gone");
        differ.ShouldBeLessThan(founders.Length / 200);
    }

    [Fact]
    public void NinetyYears_WithoutMigration_AgesAreBirthsTimesLifeTable()
    {
        int[] ages = new int[Mortality.Ages];
        IReadOnlyList<LivesYear> years = LivesProjection.Of(population, 2026, 95, 1, 2, With("lives.migration", 0), (year, state) =>
        {
            if (year == 95)
            {
                foreach (byte age in state.Population.Residents.Age.Values)
                {
                    ages[Math.Min(age, (byte)90)] += age == Population.VacantAge ? 0 : 1;
                }
            }
        });
        double expected = 0;
        double alive = 1;
        LivesYear last = years[^1];
        for (int age = 0; age < 90; age++)
        {
            // Those of an age were born so many years and a half ago.
            double hazard = Rate(last, age);
            expected += years[94 - age].Births.Sum() * alive * (age == 0 ? 0.996 : 1);
            alive *= Math.Exp(-hazard);
        }

        double living = ages[..90].Sum();
        TestContext.Current.TestOutputHelper?.WriteLine($"{living} under 90, {expected:F0} by births and the hazards of the last years");
        living.ShouldBe(expected, 0.03 * expected);

        double Rate(LivesYear year, int age)
        {
            double deaths = 0;
            double lived = 0;
            foreach (LivesYear some in years.Skip(75))
            {
                for (int stratum = age; stratum < some.Deaths.Length; stratum += Mortality.Ages)
                {
                    deaths += some.ExpectedDeaths[stratum];
                    lived += some.PersonYears[stratum];
                }
            }

            return lived > 0 ? deaths / lived : 0;
        }
    }

    private static Dictionary<string, double> With(string name, double value) => new() { [name] = value };

    private static void Keep(int year, RunState state, Dictionary<int, (byte, Traits, byte, int)> into, HashSet<int>? near)
    {
        if (year < 5)
        {
            return;
        }

        Population now = state.Population;
        int founders = now.RankKeys!.Founders;
        for (int n = 0; n < now.Neighbourhoods.Count; n++)
        {
            for (int h = now.Households.Layout.First(n); h < now.Households.Layout.End(n); h++)
            {
                int[] rows = [.. Enumerable.Range(now.Households.FirstResident[h], now.Households.Size[h])];
                bool child = rows.Any(row => (uint)state.Residents.Identity[row] >= (uint)LifeCourse.FirstChild(founders));
                foreach (int row in rows)
                {
                    into.Add(state.Residents.Identity[row], (now.Residents.Age[row], (Traits)now.Residents.Traits[row], now.Residents.Status[row], n));
                    if (child)
                    {
                        near?.Add(state.Residents.Identity[row]);
                    }
                }
            }
        }
    }

    private static (double Size, double NoCar, double[] NoCarByDecile) Homes(Population of)
    {
        double[] households = new double[Demographics.Deciles];
        double[] noCar = new double[Demographics.Deciles];
        for (int n = 0; n < of.Neighbourhoods.Count; n++)
        {
            for (int h = of.Households.Layout.First(n); h < of.Households.Layout.End(n); h++)
            {
                households[of.Neighbourhoods.Decile[n] - 1]++;
                noCar[of.Neighbourhoods.Decile[n] - 1] += of.Households.Cars[h] == 0 ? 1 : 0;
            }
        }

        return (of.Count / households.Sum(), noCar.Sum() / households.Sum(), [.. noCar.Zip(households, (none, all) => none / Math.Max(1, all))]);
    }

    // Share of those of 20–34 who live with somebody a generation older.
    private static double WithParents(Population of)
    {
        (double with, double all) = (0, 0);
        for (int n = 0; n < of.Neighbourhoods.Count; n++)
        {
            for (int h = of.Households.Layout.First(n); h < of.Households.Layout.End(n); h++)
            {
                byte[] ages = of.Residents.Age.Values.Slice(of.Households.FirstResident[h], of.Households.Size[h]).ToArray();
                with += ages.Count(age => age is >= 20 and < 35 && ages.Max() - age >= 16);
                all += ages.Count(age => age is >= 20 and < 35);
            }
        }

        return with / all;
    }
}
