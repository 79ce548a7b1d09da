using FsCheck;
using FsCheck.Fluent;
using Simulation.Engine.Embedded.Making;

namespace Simulation.Engine.Tests.Embedded;

public class RakingTests
{
    [Fact]
    public void Shift_AnyTarget_MeetsItAndKeepsTheOrder() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte>(), (byte[] raw, byte wanted) =>
        {
            double[] odds = [.. raw.Append((byte)1).Select(b => (b + 1) / 64.0)];
            double[] weights = [.. odds.Select((_, i) => 1.0 + (i % 5))];
            double target = (wanted + 1) / 258.0;

            double[] shares = Raking.Shift(odds, weights, target);

            double mean = shares.Zip(weights, (s, w) => s * w).Sum() / weights.Sum();
            bool ordered = Enumerable.Range(1, odds.Length - 1).All(i => odds[i].CompareTo(odds[i - 1]) == shares[i].CompareTo(shares[i - 1]));
            return Math.Abs(mean - target) < 1e-10 && ordered;
        }).Check(LongForm.Cases());

    [Fact]
    public void Fit_RowsAndColumns_BothHold()
    {
        double[][] cells = [[1, 2, 3], [4, 1, 1], [2, 2, 9], [1, 1, 1]];
        double[] rows = [10, 20, 30, 40];

        Raking.Fit(cells, rows, [1, 2, 7]);

        for (int i = 0; i < rows.Length; i++)
        {
            cells[i].Sum().ShouldBe(rows[i], 1e-9);
        }

        cells.Sum(r => r[0]).ShouldBe(10, 1e-9);
        cells.Sum(r => r[1]).ShouldBe(20, 1e-9);
        cells.Sum(r => r[2]).ShouldBe(70, 1e-9);
    }

    [Fact]
    public void Fit_CrossProducts_AreKept()
    {
        double[][] cells = [[1, 2], [3, 1]];

        Raking.Fit(cells, [5, 5], [4, 6]);

        (cells[0][0] * cells[1][1] / (cells[0][1] * cells[1][0])).ShouldBe(1.0 / 6, 1e-9);
    }

    [Fact]
    public void Whole_Weights_AddUpToTheTotal() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<ushort>(), (byte[] raw, ushort total) =>
        {
            double[] weights = [.. raw.Append((byte)0).Select(b => b + 0.5)];

            int[] counts = Apportion.Whole(weights, total);

            return counts.Sum() == total && counts.All(c => c >= 0);
        }).Check(LongForm.Cases());

    [Fact]
    public void Part_Points_GivesGroupsOfAboutEqualWeight()
    {
        (double X, double Y)[] points = [.. Enumerable.Range(0, 100).Select(i => ((double)(i % 10), (double)(i / 10)))];
        double[] weights = [.. Enumerable.Repeat(1.0, 100)];

        List<int[]> groups = Clusters.Part([.. Enumerable.Range(0, 100)], points, weights, 20);

        groups.Count.ShouldBe(20);
        groups.ShouldAllBe(g => g.Length >= 4 && g.Length <= 6);
        groups.SelectMany(g => g).Order().ShouldBe(Enumerable.Range(0, 100));
    }
}
