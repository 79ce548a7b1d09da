using MathNet.Numerics.Distributions;
using Simulation.Results.Statistics;

namespace Simulation.Results.Tests.Statistics;

public sealed class ValueOfInformationTests
{
    private const int Draws = 20_000;

    private static readonly double[] Ordered = [.. Enumerable.Range(0, Draws).Select(i => Normal.InvCDF(0, 1, (i + 0.5) / Draws))];

    [Theory]
    [InlineData(0, 0.3989, 0.5)]
    [InlineData(1, 0.0833, 0.841)]
    [InlineData(2, 0.0085, 0.977)]
    public void Perfect_information_about_a_normal_benefit(double mean, double expected, double best)
    {
        double[][] benefits = [new double[Draws], [.. Ordered.Select(z => mean + z)]];
        ValueOfInformation.Perfect(benefits).ShouldBe(expected, 0.0003);
        ValueOfInformation.ProbabilityBest(benefits)[1].ShouldBe(best, 0.001);
    }

    [Fact]
    public void A_wider_benefit_is_worth_more()
    {
        double[][] benefits = [new double[Draws], [.. Ordered.Select(z => 0.5 + (2 * z))]];
        ValueOfInformation.Perfect(benefits).ShouldBe(0.5727, 0.0005);
        ValueOfInformation.ProbabilityBest(benefits)[1].ShouldBe(0.599, 0.001);
    }

    [Fact]
    public void A_parameter_that_decides_is_worth_all_and_one_that_does_not_is_worth_nothing()
    {
        Random luck = new(5);
        double[] decides = [.. Enumerable.Range(0, 2_000).Select(_ => Normal.Sample(luck, 0, 1))];
        double[] irrelevant = [.. Enumerable.Range(0, 2_000).Select(_ => Normal.Sample(luck, 0, 1))];
        double[][] benefits = [new double[2_000], [.. decides.Select(z => 0.3 + z)]];
        double perfect = ValueOfInformation.Perfect(benefits);
        ValueOfInformation.Partial(benefits, decides).ShouldBe(perfect, 0.01 * perfect);
        ValueOfInformation.Partial(benefits, irrelevant).ShouldBeLessThan(0.02);
    }

    [Fact]
    public void A_parameter_that_never_varies_is_worth_nothing() => ValueOfInformation
        .Partial([[0, 0, 0, 0], [1, -2, 3, -1]], [7, 7, 7, 7]).ShouldBe(0, 1e-9);
}
