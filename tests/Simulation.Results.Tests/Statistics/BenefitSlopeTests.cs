using Simulation.Results.Statistics;

namespace Simulation.Results.Tests.Statistics;

public sealed class BenefitSlopeTests
{
    private static (int, ulong, IReadOnlyList<GroupBenefit>) Draw(int draw, params double[] perThousand) =>
        (draw, (ulong)draw, [.. perThousand.Select(b => new GroupBenefit(b * 200, 200_000))]);

    [Fact]
    public void Benefits_that_fall_from_the_most_to_the_least_deprived_have_a_positive_slope()
    {
        // Least deprived first: 0, 1, 2, 3, 4 per 1,000.
        BenefitSlope slope = BenefitSlope.Of([Draw(1, 0, 1, 2, 3, 4), Draw(2, 0, 1, 2, 3, 4)]);
        (1_000 * slope.Slope.Mean).ShouldBe(5, 1e-9);
        slope.ProPoor.ShouldBe(1);
        slope.Total.Mean.ShouldBe(2_000, 1e-6);
        (1_000 * slope.MostDeprived.Mean).ShouldBe(4, 1e-9);
        (1_000 * slope.LeastDeprived.Mean).ShouldBe(0, 1e-9);
    }

    [Theory]
    [InlineData("1 1 1 1 1")]
    [InlineData("1 2 3 4 5")]
    [InlineData("5 1 1 1 9")]
    public void A_benefit_by_person_year_that_is_the_same_everywhere_has_no_slope_whatever_grows(string growth)
    {
        IReadOnlyList<GroupBenefit> groups = [.. growth.Split(' ').Select(double.Parse).Select(g => new GroupBenefit(100 * g, 100_000 * g))];
        BenefitSlope.Of([(1, 1UL, groups)]).Slope.Mean.ShouldBe(0, 1e-15);
    }

    [Fact]
    public void Awkward_draws_are_counted_and_not_dropped()
    {
        // The fourth draw falls on the rich alone; a relative index could not be formed for it.
        IEnumerable<(int, ulong, IReadOnlyList<GroupBenefit>)> draws = Enumerable.Range(1, 40)
            .Select(i => i % 4 == 0 ? Draw(i, 4, 1, 0, -1, -4) : Draw(i, 0, 1, 2, 3, 4));
        BenefitSlope.Of([.. draws]).ProPoor!.Value.ShouldBe(0.75, 1e-12);
    }
}
