using MathNet.Numerics.Distributions;
using Simulation.Results.Statistics;

namespace Simulation.Results.Tests.Statistics;

public sealed class PairedEstimateTests
{
    private static PairedDifference[] Pairs(params double[][] draws) =>
        [.. draws.SelectMany((d, p) => d.Select((v, r) => new PairedDifference(p + 1, (ulong)((10 * p) + r), 5, 5 + v)))];

    [Fact]
    public void Chance_and_parameters_are_told_apart()
    {
        VarianceSplit split = VarianceSplit.Of(Pairs([1, 3], [2, 4], [5, 7], [8, 10]));
        split.Chance.ShouldBe(2, 1e-12);
        split.Parameters.ShouldBe(9, 1e-12);
        split.ChanceShare.ShouldBe(2.0 / 11, 1e-12);
        split.Mean.ShouldBe(5, 1e-12);
    }

    [Fact]
    public void Draws_with_one_seed_leave_the_split_unbiased()
    {
        // Sixteen draws with two seeds and 48 with one: mean over many studies of the truth 9 and 2.
        Random luck = new(7);
        Normal a = new(0, 3, luck);
        Normal e = new(0, Math.Sqrt(2), luck);
        double chance = 0;
        double parameters = 0;
        const int Studies = 2_000;
        for (int study = 0; study < Studies; study++)
        {
            VarianceSplit split = VarianceSplit.Of(Pairs([.. Enumerable.Range(0, 64).Select(p =>
            {
                double truth = a.Sample();
                return p < 16 ? new[] { truth + e.Sample(), truth + e.Sample() } : [truth + e.Sample()];
            })]));
            chance += split.Chance / Studies;
            parameters += split.Parameters / Studies;
        }

        chance.ShouldBe(2, 0.1);
        parameters.ShouldBe(9, 0.2);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(16)]
    [InlineData(8)]
    public void Ranges_hold_the_next_draws_truth_as_often_as_they_say(int draws)
    {
        Random luck = new(11);
        Normal a = new(1, 3, luck);
        Normal e = new(0, 1, luck);
        int likely = 0;
        int wide = 0;
        const int Studies = 4_000;
        for (int study = 0; study < Studies; study++)
        {
            PairedEstimate estimate = PairedEstimate.Of(Pairs([.. Enumerable.Range(0, draws).Select(_ =>
            {
                double truth = a.Sample();
                return new[] { truth + e.Sample(), truth + e.Sample() };
            })]));
            double next = a.Sample();
            likely += estimate.Likely!.Value.Contains(next) ? 1 : 0;
            wide += estimate.Wide!.Value.Contains(next) ? 1 : 0;
            estimate.Wide.Value.Contains(estimate.Likely.Value.Low).ShouldBeTrue();
            estimate.Wide.Value.Contains(estimate.Likely.Value.High).ShouldBeTrue();
        }

        ((double)likely / Studies).ShouldBeInRange(0.78, 0.86);
        ((double)wide / Studies).ShouldBeGreaterThanOrEqualTo(0.94);
    }

    [Fact]
    public void Seeds_alone_give_a_range_for_the_mean()
    {
        PairedEstimate estimate = PairedEstimate.Of([new(0, 1, 10, 12), new(0, 2, 11, 14), new(0, 3, 9, 13)]);
        estimate.Mean.ShouldBe(3, 1e-12);
        double se = Math.Sqrt(1.0 / 3);
        estimate.Likely!.Value.HalfWidth.ShouldBe(1.8856180831641 * se, 1e-9);
        estimate.Wide!.Value.HalfWidth.ShouldBe(4.30265272974946 * se, 1e-9);
        estimate.Before.ShouldBe(10, 1e-12);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1)]
    [InlineData(1e9)]
    public void The_unit_of_a_figure_does_not_matter(double unit)
    {
        PairedEstimate whole = PairedEstimate.Of(Pairs([1], [2], [4]));
        PairedEstimate scaled = PairedEstimate.Of([.. Pairs([1], [2], [4]).Select(p => new PairedDifference(p.Draw, p.Seed, 0, unit * p.Value))]);
        (scaled.Likely!.Value.Low / unit).ShouldBe(whole.Likely!.Value.Low, 1e-6);
        (scaled.Wide!.Value.High / unit).ShouldBe(whole.Wide!.Value.High, 1e-6);
        scaled.Above!.Value.ShouldBe(whole.Above!.Value, 1e-9);
    }

    [Fact]
    public void One_pair_has_no_range()
    {
        PairedEstimate estimate = PairedEstimate.Of([new(0, 1, 10, 12)]);
        estimate.Likely.ShouldBeNull();
        estimate.Wide.ShouldBeNull();
        estimate.Above.ShouldBeNull();
        estimate.Mean.ShouldBe(2);
    }

    [Fact]
    public void Identical_runs_differ_by_exactly_nothing()
    {
        PairedEstimate estimate = PairedEstimate.Of(Pairs([0, 0], [0, 0], [0]));
        estimate.Mean.ShouldBe(0);
        estimate.Likely.ShouldBe(new Interval(0, 0));
        estimate.Wide.ShouldBe(new Interval(0, 0));
        estimate.Above.ShouldBe(0.5);
    }

    [Fact]
    public void The_central_draw_is_a_preview_and_no_draw()
    {
        PairedDifference[] draws = Pairs([1, 2], [3, 4]);
        PairedEstimate.Of([new(0, 99, 0, 1_000), .. draws]).ShouldBe(PairedEstimate.Of(draws));
    }

    [Fact]
    public void Common_luck_is_measured()
    {
        // Before and after move together by 10 and apart by 1.
        PairedDifference[] pairs = [new(1, 1, 100, 101), new(1, 2, 110, 112), new(1, 3, 90, 90)];
        PairedEstimate.Of(pairs).Gain.ShouldBe((100.0 + 121) / 1, 1e-9);
    }

    [Fact]
    public void More_for_the_better_is_more_likely_for_the_better()
    {
        double last = 0;
        foreach (double shift in (double[])[-3, -1, 0, 1, 3])
        {
            double above = PairedEstimate.Of(Pairs([.. Enumerable.Range(0, 30).Select(i => new[] { shift + ((i - 14.5) / 10) })])).Above!.Value;
            above.ShouldBeGreaterThanOrEqualTo(last);
            last = above;
        }
    }
}
