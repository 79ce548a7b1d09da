using FsCheck;
using FsCheck.Fluent;
using Simulation.Results.Statistics;

namespace Simulation.Results.Tests.Statistics;

public sealed class ShapleyValuesTests
{
    // Masks: flexible hours 1, infrastructure 2, school streets 4.
    private static readonly double[] Worth = [0, 3.4, 9.9, 13.5, 3.8, 7.2, 14.3, 18.2];

    [Fact]
    public void Shares_of_three_levers()
    {
        double[] shares = ShapleyValues.Exact(Worth);
        shares[0].ShouldBe(3.6, 1e-9);
        shares[1].ShouldBe(10.4, 1e-9);
        shares[2].ShouldBe(4.2, 1e-9);
        ShapleyValues.FirstIn(Worth).ShouldBe([3.4, 9.9, 3.8]);
        ShapleyValues.LastOut(Worth).Select(v => Math.Round(v, 9)).ShouldBe([3.9, 11.0, 4.7]);
    }

    [Fact]
    public void Shares_add_up_and_who_adds_nothing_gets_nothing() => Check.One(LongForm.Cases(), Prop.ForAll(
        Gen.Choose(-100, 100).ArrayOf(8).ToArbitrary(),
        values =>
        {
            // Player 3 never changes anything.
            double[] worth = [.. Enumerable.Range(0, 16).Select(mask => mask % 8 == 0 ? 0 : values[mask % 8])];
            double[] shares = ShapleyValues.Exact(worth);
            return Math.Abs(shares.Sum() - worth[^1]) < 1e-9 && shares[3] == 0;
        }));

    [Fact]
    public void Twins_get_the_same()
    {
        double[] worth = [.. Enumerable.Range(0, 8).Select(m => Math.Sqrt(System.Numerics.BitOperations.PopCount((uint)m & 3)) + (m >> 2))];
        double[] shares = ShapleyValues.Exact(worth);
        shares[0].ShouldBe(shares[1], 1e-12);
        shares[2].ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Coalitions_must_be_all() => Should.Throw<ArgumentException>(() => ShapleyValues.Exact([0, 1, 2]));
}
