using MathNet.Numerics.Distributions;
using Simulation.Results.Statistics;

namespace Simulation.Results.Tests.Statistics;

public sealed class ConfidenceSequenceTests
{
    [Theory]
    [InlineData(20, 0.697)]
    [InlineData(50, 0.429)]
    [InlineData(100, 0.306)]
    [InlineData(200, 0.221)]
    public void Widths_are_the_published_ones(int pairs, double width) =>
        ConfidenceSequence.HalfWidth(1, pairs, 0.05, 6.1).ShouldBe(width, 0.0006);

    [Fact]
    public void Tuning_for_fifty_pairs() => ConfidenceSequence.Tuning(50, 0.05).ShouldBe(6.1, 0.05);

    [Fact]
    public void Looking_at_all_times_misses_the_mean_no_more_often_than_it_says()
    {
        Normal step = new(0.3, 1, new Random(3));
        int missed = 0;
        const int Walks = 2_000;
        double tuning = ConfidenceSequence.Tuning(50, 0.05);
        for (int walk = 0; walk < Walks; walk++)
        {
            double sum = 0;
            for (int n = 1; n <= 400; n++)
            {
                sum += step.Sample();
                if (Math.Abs((sum / n) - 0.3) > ConfidenceSequence.HalfWidth(1, n, 0.05, tuning))
                {
                    missed++;
                    break;
                }
            }
        }

        ((double)missed / Walks).ShouldBeLessThanOrEqualTo(0.05);
    }

    [Fact]
    public void A_study_stops_when_it_knows_the_size()
    {
        StoppingRule rule = new(Matters: 0.2, Most: 200);
        double[] values = [.. Enumerable.Range(0, 100).Select(i => 5 + (i % 2 == 0 ? 0.5 : -0.5))];
        rule.Next(values[..4]).Reason.ShouldBe(StopReason.None);
        rule.Next(values[..12]).Reason.ShouldBe(StopReason.SizeKnown);
    }

    [Fact]
    public void A_study_that_cannot_tell_stops_at_its_most_draws()
    {
        double[] values = [.. Enumerable.Range(0, 12).Select(i => 5 + (i % 2 == 0 ? 4.0 : -4.0))];
        new StoppingRule(0.1, 200).Next(values).Reason.ShouldBe(StopReason.None);
        new StoppingRule(0.1, 12).Next(values).Reason.ShouldBe(StopReason.MostPairs);
    }

    [Fact]
    public void What_does_not_matter_stops_a_study()
    {
        double[] values = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 0.01 : -0.01)];
        new StoppingRule(0.1, 200).Next(values).Reason.ShouldBe(StopReason.NothingThatMatters);
    }
}
