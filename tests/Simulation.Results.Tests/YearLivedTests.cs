using Simulation.Results.Runs;

namespace Simulation.Results.Tests;

public sealed class YearLivedTests
{
    [Fact]
    public void Text_OfYears_ReadsBackAsTheSameYears()
    {
        YearLived[] years = [new(new DateOnly(2027, 9, 1), 25_000, 28_000, 2_697_000, 560_000, 1_220_000, 30_000, 0.75), new(new DateOnly(2028, 9, 1), 1, 2, 3, 0, 0, 0, 1e-3)];

        years[1] = years[1] with { Households = 1, Arrivals = 2, Departures = 3, Movers = 4 };
        YearLived.FromText(YearLived.ToText(years)).ShouldBe(years);
        YearLived.FromText("2027-09-01 1 2 3 4 5 6 0.5").Single().Movers.ShouldBe(0, "as written before people moved");
        YearLived.FromText(YearLived.ToText([])).ShouldBeEmpty();
    }

    [Fact]
    public void Text_ThatIsCutShort_IsRefusedInWords() =>
        Should.Throw<FormatException>(() => YearLived.FromText("2027-09-01 1 2")).Message.ShouldContain("years_lived");
}
