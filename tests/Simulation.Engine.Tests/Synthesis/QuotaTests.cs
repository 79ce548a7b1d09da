using FsCheck;
using FsCheck.Fluent;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Synthesis;

public class QuotaTests
{
    private static readonly Gen<double[]> Weights =
        Gen.Choose(0, 1_000).Select(i => i / 7.0).ArrayOf().Where(w => w.Length > 0 && w.Sum() > 0);

    [Fact]
    public void Spread_AnyWeights_MeetsTheTotalWithinOneOfEachShare() =>
        Prop.ForAll(Weights.ToArbitrary(), Gen.Choose(0, 500).ToArbitrary(), Gen.Choose(0, 999).ToArbitrary(), (weights, total, start) =>
        {
            var counts = new int[weights.Length];
            Quota.Spread(weights, total, start / 1_000.0, counts);
            counts.Sum().ShouldBe(total);
            for (int i = 0; i < counts.Length; i++)
            {
                Math.Abs(counts[i] - (weights[i] / weights.Sum() * total)).ShouldBeLessThanOrEqualTo(1.000001);
            }
        }).Check(LongForm.Cases());

    [Fact]
    public void LargestRemainder_AnyWeights_MeetsTheTotalWithinOneOfEachShare() =>
        Prop.ForAll(Weights.ToArbitrary(), Gen.Choose(0, 500).ToArbitrary(), (weights, total) =>
        {
            int[] counts = Quota.LargestRemainder(weights, total);
            counts.Sum().ShouldBe(total);
            for (int i = 0; i < counts.Length; i++)
            {
                Math.Abs(counts[i] - (weights[i] / weights.Sum() * total)).ShouldBeLessThan(1.000001);
            }
        }).Check(LongForm.Cases());

    [Fact]
    public void Spread_OneUnitManyStarts_IsRightOnAverage()
    {
        var given = new int[3];
        var counts = new int[3];
        for (int i = 0; i < 1_000; i++)
        {
            Quota.Spread([0.5, 0.3, 0.2], 1, i / 1_000.0, counts);
            for (int k = 0; k < 3; k++)
            {
                given[k] += counts[k];
            }
        }

        given[0].ShouldBeInRange(499, 501);
        given[1].ShouldBeInRange(299, 301);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    [InlineData(37.25)]
    [InlineData(98.9)]
    [InlineData(100)]
    [InlineData(140)]
    public void Calibrate_AnyTarget_SumsToItAsFarAsPossible(double target)
    {
        double[] chances = [.. Enumerable.Range(0, 110).Select(i => i < 10 ? 0 : i / 111.0)];
        Quota.Calibrate(chances, target);
        chances.Sum().ShouldBe(Math.Min(target, 100), 0.01);
        chances[..10].ShouldAllBe(c => c == 0);
        chances.ShouldAllBe(c => c >= 0 && c <= 1);
    }

    [Fact]
    public void Fit_MarginsAndAssociation_AreBothKept()
    {
        double[][] seed = [[0.8, 0.2], [0.3, 0.7], [0.5, 0.5]];
        int[] rows = [50, 70, 0];
        int[] columns = [40, 80];
        int[,] cells = ContingencyTable.Fit(seed, rows, columns);
        for (int r = 0; r < 3; r++)
        {
            (cells[r, 0] + cells[r, 1]).ShouldBe(rows[r]);
        }

        (cells[0, 0] + cells[1, 0]).ShouldBe(columns[0]);
        double odds = cells[0, 0] * (double)cells[1, 1] / (cells[0, 1] * (double)cells[1, 0]);
        odds.ShouldBe(0.8 / 0.2 * (0.7 / 0.3), 1.5);
    }
}
