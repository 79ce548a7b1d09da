using FsCheck;
using FsCheck.Fluent;
using Simulation.Engine.Interventions;

namespace Simulation.Engine.Tests.Interventions;

public sealed class NeedSharesTests
{
    [Fact]
    public void Solve_AnyDistribution_KeepsTheTotalAndNeverFallsWithNeed() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte>().Filter(b => b <= 100), ArbMap.Default.ArbFor<byte[]>().Filter(b => b.Length >= 10 && b.Take(10).Any(x => x > 0)),
            (percent, sizes) =>
            {
                double[] eligible = [.. sizes.Take(10).Select(s => (long)s)];
                double[] shares = NeedShares.Solve(percent / 100.0, eligible);
                double total = shares.Zip(eligible, (s, n) => s * n).Sum();
                total.ShouldBe(percent / 100.0 * eligible.Sum(), 1e-6);
                shares.ShouldAllBe(s => s >= 0 && s <= 1);
                shares.Zip(shares.Skip(1)).ShouldAllBe(pair => pair.First >= pair.Second);
            }).Check(Config.QuickThrowOnFailure);
}
