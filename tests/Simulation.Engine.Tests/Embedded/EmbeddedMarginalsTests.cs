using Simulation.Engine.Embedded.Figures;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Embedded;

public class EmbeddedMarginalsTests
{
    private const double Relative = 1e-6;

    public static TheoryData<int> PlaceIndices => [.. Enumerable.Range(0, 9)];

    [Theory]
    [MemberData(nameof(PlaceIndices))]
    public void Create_EachPlace_HasItsRealNumberOfNeighbourhoodsByDecile(int place)
    {
        int[] counts = [.. Enumerable.Range(1, 10).Select(d => SharedInputs.Of(place).Count(n => n.Decile == d))];

        counts.ShouldBe(DecileFigures.Neighbourhoods[place]);
    }

    [Fact]
    public void Create_Neighbourhoods_AreAsManyAsLsoasAndInOrder()
    {
        IReadOnlyList<NeighbourhoodInput> all = SharedInputs.Inputs.Neighbourhoods;

        all.Count.ShouldBe(1_601);
        all.Select(n => n.Code).Distinct().Count().ShouldBe(1_601);
        all.Select(n => n.Name + n.Place).Distinct().Count().ShouldBe(1_601);
        all.ShouldBe(all.OrderBy(n => n.Place).ThenBy(n => n.Code, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PlaceIndices))]
    public void Create_EachPlace_MeetsItsPublishedTotals(int place)
    {
        PlaceFigures figures = PlaceFigures.All[place];
        NeighbourhoodInput[] mine = [.. SharedInputs.Of(place)];
        double Mean(Func<NeighbourhoodInput, double> weight, Func<NeighbourhoodInput, double> share) =>
            mine.Sum(n => weight(n) * share(n)) / mine.Sum(weight);
        void Agrees(double made, double published) => made.ShouldBe(published, Math.Abs(published) * Relative);
        double Percent(double value, IEnumerable<double> all) => value / all.Sum();

        Agrees(mine.Sum(n => n.Residents), figures.Residents);
        Agrees(mine.Sum(n => n.Households), figures.Households);
        Agrees(Mean(n => n.Residents, n => n.Disabled), figures.Disabled / 100);
        Agrees(Mean(n => n.Residents, n => n.Female), figures.Female / figures.Residents);
        Agrees(Mean(n => n.Residents, n => n.Students), figures.Students / 100);
        Agrees(Mean(SharedInputs.Adults, n => n.Employed), figures.Employed / 100);
        Agrees(Mean(SharedInputs.Adults, n => n.Unemployed), figures.Unemployed / 100);
        for (int k = 0; k < 6; k++)
        {
            Agrees(mine.Sum(n => n.AgeBands[k]) / figures.Residents, Percent(figures.Age[k], figures.Age));
        }

        for (int k = 0; k < 4; k++)
        {
            Agrees(Mean(n => n.Households, n => n.HouseholdSize[k]), Percent(figures.Size[k], figures.Size));
            Agrees(Mean(n => n.Households, n => n.Cars[k]), Percent(figures.Cars[k], figures.Cars));
            Agrees(Mean(SharedInputs.Workers, n => n.WorkTravel[k]), Percent(figures.Travel[k], figures.Travel));
            Agrees(Mean(SharedInputs.Workers, n => n.Hours[k]), Percent(figures.Hours[k], figures.Hours));
        }
    }

    [Fact]
    public void Create_EveryNeighbourhood_IsConsistentInItself()
    {
        foreach (NeighbourhoodInput n in SharedInputs.Inputs.Neighbourhoods)
        {
            n.AgeBands.Sum().ShouldBe(n.Residents, n.Residents * Relative, n.Code);
            n.HouseholdSize.Sum().ShouldBe(1, Relative, n.Code);
            n.Cars.Sum().ShouldBe(1, Relative, n.Code);
            n.WorkTravel.Sum().ShouldBe(1, Relative, n.Code);
            n.Hours.Sum().ShouldBe(1, Relative, n.Code);
            n.AgeBands.ShouldAllBe(v => v > 0);
            (n.Employed + n.Unemployed).ShouldBeLessThan(0.95, n.Code);
            n.Residents.ShouldBeInRange(800, 3_000, n.Code);
            (n.Residents / n.Households).ShouldBeInRange(1.5, 3.2, n.Code);
            n.GreenSpaceMetres.ShouldBeInRange(20, 3_000, n.Code);
        }
    }

    [Fact]
    public void Create_FromMostToLeastDeprived_GradientsRunTheRightWay()
    {
        double Gap(Func<NeighbourhoodInput, double> weight, Func<NeighbourhoodInput, double> share)
        {
            double Mean(int low, int high)
            {
                NeighbourhoodInput[] some = [.. SharedInputs.Inputs.Neighbourhoods.Where(n => n.Decile >= low && n.Decile <= high)];
                return 100 * some.Sum(n => weight(n) * share(n)) / some.Sum(weight);
            }

            return Mean(1, 2) - Mean(9, 10);
        }

        // Published for C&M (Census 2021 by IMD 2025 decile): deciles 1–2 less deciles 9–10, in points.
        Gap(n => n.Households, n => n.Cars[0]).ShouldBeInRange(25, 41);
        Gap(n => n.Residents, n => n.Disabled).ShouldBeInRange(8, 14);
        Gap(SharedInputs.Adults, n => n.Employed).ShouldBeInRange(-10, -3);
        Gap(SharedInputs.Workers, n => n.WorkTravel[2]).ShouldBeInRange(-25, -16);
        Gap(SharedInputs.Workers, n => n.WorkTravel[0]).ShouldBeInRange(17, 28);
        Gap(n => n.Residents, n => n.AgeBands[0] / n.Residents).ShouldBeInRange(2, 6);
        Gap(n => n.Residents, n => n.AgeBands[5] / n.Residents).ShouldBeInRange(-13, -7);
    }

    [Theory]
    [MemberData(nameof(PlaceIndices))]
    public void Create_EachPlace_PublishesTheFiguresThatDescribeNeeds(int place)
    {
        IReadOnlyDictionary<string, double> published = SharedInputs.Inputs.Places[place].Published;

        published["residents"].ShouldBe(PlaceFigures.All[place].Residents);
        foreach (string key in new[] { "households", "no_car_pct", "disabled_pct", "employed_pct", "home_pct", "hh1_pct", "age_0_15_pct", "age_65plus_pct" })
        {
            published[key].ShouldBeGreaterThan(0, key);
        }
    }
}
