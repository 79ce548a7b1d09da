using Simulation.Results.Statistics;

namespace Simulation.Results.Tests.Statistics;

/// <summary>Ranges that figures leave open hold the numbers that made the figures.</summary>
public sealed class HistoryMatchingTests
{
    private const double Error = 0.05;

    [Fact]
    public void Matching_RecoversKnownNumbers_InNineteenOfTwenty()
    {
        int held = 0;
        for (int seed = 1; seed <= 20; seed++)
        {
            Random luck = new(seed);
            double[] truth = [.. Enumerable.Range(0, 3).Select(_ => 0.1 + (0.8 * luck.NextDouble()))];
            MatchTarget[] targets = [.. Answers(truth).Select(a => new MatchTarget(a + (Error * Normal(luck)), Error, 0))];

            Matched matched = HistoryMatching.Of(3, targets, points => [.. points.Select(Answers)], 3, (ulong)seed);

            matched.Volume.ShouldBeLessThan(0.05);
            matched.Runs.ShouldBeLessThanOrEqualTo(90);
            held += matched.Left.Count > 0 && Enumerable.Range(0, 3).All(i => truth[i] >= matched.Left.Min(p => p[i]) && truth[i] <= matched.Left.Max(p => p[i])) ? 1 : 0;
        }

        held.ShouldBeGreaterThanOrEqualTo(19);
    }

    [Fact]
    public void Matching_OfFiguresThatContradictEachOther_LeavesNothing_AndNamesTheOneThatRulesOutMost()
    {
        Matched matched = HistoryMatching.Of(2, [new(0.5, 0.01, 0), new(9, 0.01, 0)], points => [.. points.Select(p => new[] { p[0], p[0] + p[1] })], 3, 1);

        matched.Left.ShouldBeEmpty();
        matched.Volume.ShouldBe(0);
        matched.RuledOut[1].ShouldBe(1);
        matched.RuledOut[0].ShouldBeLessThan(1);
    }

    [Fact]
    public void Matching_OfWhatTheNumbersDoNotMove_RulesNothingOut()
    {
        Matched matched = HistoryMatching.Of(2, [new(1, 0.1, 0)], points => [.. points.Select(_ => new[] { 5.0 })], 3, 1);

        matched.Volume.ShouldBe(1);
        matched.RuledOut.ShouldBe([double.NaN]);
        matched.Runs.ShouldBe(20);
    }

    private static double[] Answers(double[] x) => [(2 * x[0]) + x[1], 3 * x[0] * x[1], Math.Sin(3 * x[2]) + x[0], (2 * x[1]) - (2 * x[2])];

    private static double Normal(Random luck) => Math.Sqrt(-2 * Math.Log(1 - luck.NextDouble())) * Math.Cos(2 * Math.PI * luck.NextDouble());
}
