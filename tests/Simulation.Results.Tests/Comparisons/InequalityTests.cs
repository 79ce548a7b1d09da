using FsCheck;
using FsCheck.Fluent;
using Simulation.Results.Indicators;

namespace Simulation.Results.Tests.Comparisons;

public sealed class InequalityTests
{
    [Fact]
    public void Measure_LinearOverEqualFifths_GivesTheWorkedTarget()
    {
        // 20 % least deprived to 34 % most deprived, linear over fifths: 14 pp lie between the ridits 0.1 and 0.9.
        Inequality result = Figures.Spread(
            [new(100, 0.20), new(100, 0.235), new(100, 0.27), new(100, 0.305), new(100, 0.34)]);

        result.Slope.ShouldBe(0.175, 1e-12);
        result.Mean.ShouldBe(0.27, 1e-12);
        result.Relative.ShouldBe(0.175 / 0.27, 1e-12);
        result.Ratio.ShouldBe(0.3575 / 0.1825, 1e-12); // 1.96
        result.Gap.ShouldBe(0.14, 1e-12);
        result.MostDeprived.ShouldBe(0.34, 1e-12);
        result.LeastDeprived.ShouldBe(0.20, 1e-12);
        result.MostDeprivedCount.ShouldBe(100);
    }

    [Fact]
    public void Measure_UnequalGroups_GivesTheHandWorkedSlope()
    {
        // Ridits of 750 and 250 of 1,000: 0.375 and 0.875, so the slope is (0.4 − 0.2) / 0.5.
        Inequality result = Figures.Spread([new(750, 0.2), new(250, 0.4)]);

        result.Slope.ShouldBe(0.4, 1e-12);
        result.Mean.ShouldBe(0.25, 1e-12);
        result.Relative.ShouldBe(1.6, 1e-12);
        result.Ratio.ShouldBe(0.45 / 0.05, 1e-9);
    }

    [Fact]
    public void Measure_ThreeUnequalGroups_GivesTheHandWorkedSlope()
    {
        // n 2, 1, 1; ridits 1/4, 5/8, 7/8; deviations −1/4, 1/8, 3/8; values 1, 2, 4; mean 2.
        // Covariance 2·(−1/4)(−1) + 0 + (3/8)·2 = 5/4; variance 2/16 + 1/64 + 9/64 = 9/32; slope 40/9.
        Figures.Spread([new(2, 1), new(1, 2), new(1, 4)]).Slope.ShouldBe(40.0 / 9, 1e-12);
    }

    [Fact]
    public void Measure_TenDeciles_TakesTwoForAFifth()
    {
        GroupFigure[] deciles = [.. Enumerable.Range(1, 10).Select(d => new GroupFigure(d == 10 ? 300 : 100, d / 10.0))];

        Inequality result = Figures.Spread(deciles);

        result.MostDeprived.ShouldBe(((100 * 0.9) + (300 * 1.0)) / 400, 1e-12);
        result.LeastDeprived.ShouldBe(0.15, 1e-12);
        result.MostDeprivedCount.ShouldBe(400);
    }

    [Fact]
    public void Measure_LineCrossesZero_HasNoRatio() =>
        Figures.Spread([new(100, 0), new(100, 1)]).Ratio.ShouldBe(double.NaN);

    [Fact]
    public void Measure_EmptyGroup_ChangesNothing() =>
        Figures.Spread([new(750, 0.2), default, new(250, 0.4)]).Slope
            .ShouldBe(Figures.Spread([new(750, 0.2), new(250, 0.4)]).Slope, 1e-12);

    [Fact]
    public void Measure_OneGroup_IsRefused() =>
        Should.Throw<ArgumentException>(() => Figures.Spread([new(750, 0.2), default]));

    [Fact]
    public void Measure_AnyStraightLine_FindsItsSlope()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<PositiveInt[]>().Filter(counts => counts.Length >= 2),
            counts =>
            {
                double total = counts.Sum(c => (double)c.Get);
                double below = 0;
                List<GroupFigure> groups = [];
                foreach (PositiveInt count in counts)
                {
                    groups.Add(new GroupFigure(count.Get, 0.3 + (0.25 * ((below + (count.Get / 2.0)) / total))));
                    below += count.Get;
                }

                Figures.Spread(groups).Slope.ShouldBe(0.25, 1e-9);
            }).Check(LongForm.Cases());
    }
}
