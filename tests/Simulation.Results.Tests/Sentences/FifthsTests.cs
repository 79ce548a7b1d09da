using Simulation.Results.Sentences;

namespace Simulation.Results.Tests.Sentences;

/// <summary>What one run can tell depends on how many people it is about; the same shares of few are chance.</summary>
public sealed class FifthsTests
{
    [Theory]
    [InlineData(130_000, 40_000, "In the poorest fifth, 8 more in every 100. The gap narrows by 8 in 1,000.")]
    [InlineData(600, 190, "In the poorest fifth, 8 more in every 100. We can't tell about the gap.")]
    [InlineData(40, 40, "In the poorest fifth, we can't tell. We can't tell about the gap.")]
    public void Of_OneRun_SaysOfFewThatItCannotTell(double poor, double rich, string words) =>
        Said(new FifthChange(0.08, 0.40, poor), new FifthChange(0.072, 0.55, rich)).ShouldBe(words);

    [Fact]
    public void Of_OneRunOfTheRegion_SaysThatTheGapIsUnchanged() =>
        Said(new FifthChange(0.0802, 0.47, 130_000), new FifthChange(0.0801, 0.46, 40_000)).ShouldBe("In the poorest fifth, 8 more in every 100. The gap is unchanged.");

    [Fact]
    public void Of_NothingDiffers_IsNoMatterOfChance() =>
        Said(new FifthChange(0, 0.4, 10), new FifthChange(0, 0.5, 10)).ShouldBe("In the poorest fifth, no change worth naming. The gap is unchanged.");

    [Fact]
    public void Of_PoorestAhead_IsNoWideningGap() =>
        Said(new FifthChange(0.09, 0.6, 130_000), new FifthChange(0.07, 0.5, 40_000)).ShouldBe("In the poorest fifth, 9 more in every 100. The poorest are ahead, by 2 in 100 more.");

    [Theory]
    [InlineData(0.001, "The gap narrows by 1 in 100.")]
    [InlineData(0.02, "We can't tell about the gap.")]
    public void Of_Ranges_TellInsteadOfTheCounts(double half, string gap)
    {
        Fifths said = Fifths.Of("school_walk", new FifthChange(0.08, 0.4, 30, half), new FifthChange(0.07, 0.5, 30, half)).ShouldNotBeNull();
        Plain(said.Gap.Statement + ".").ShouldBe(gap);
        said.Poorest.Range.ShouldBeEmpty();
    }

    [Fact]
    public void Of_AFifthWithNobody_SaysNothing() => Fifths.Of("school_walk", default, new FifthChange(0.1, 0.5, 10)).ShouldBeNull();

    [Theory]
    [InlineData(0.01, 400, false)]
    [InlineData(0.01, 500, true)]
    [InlineData(-0.01, 500, true)]
    [InlineData(0, 1_000_000, false)]
    public void Tells_AtTwoAndAFifthStandardErrors(double change, double people, bool told) => OneRun.Tells(change, people).ShouldBe(told);

    private static string Said(FifthChange poorest, FifthChange richest) => Plain(Fifths.Of("school_walk", poorest, richest).ShouldNotBeNull().Text);

    private static string Plain(string text) => text.Replace(SpokenNumber.NoBreak, ' ');
}
