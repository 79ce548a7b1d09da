using Simulation.Results.Sentences;

namespace Simulation.Results.Tests.Sentences;

public sealed class CostSentenceTests
{
    [Theory]
    [InlineData(0, "£0")]
    [InlineData(950.4, "£950")]
    [InlineData(18_449, "£18,000")]
    [InlineData(9_544_300, "£9.5m")]
    [InlineData(128_000_000, "£128m")]
    [InlineData(999_600, "£1.0m")]
    [InlineData(1_240_000_000, "£1.2bn")]
    public void Pounds_AnyAmount_IsSaidWithoutDigitsThatNobodyCanRelyOn(double pounds, string said) => CostSentence.Pounds(pounds).ShouldBe(said);

    [Fact]
    public void Of_WhatHasNoPrice_IsNamedAndNeverZero()
    {
        CostSentence.Of(320e6, 13e6, 280e6, 1_000e6, ["police patrols of speed limit"]).ShouldBe(
            "Within the run it costs £320m once and £13m to run (£280m to £1.0bn in all over the published prices). Not costed: police patrols of speed limit.");
        CostSentence.Of(0, 0, 0, 0, ["home working"]).ShouldBe("Not costed: home working.");
        CostSentence.Of(0, 0, 0, 0, []).ShouldBe("It costs nothing.");
        CostSentence.Of(0, 5_000, 5_000, 5_000, []).ShouldBe("Within the run it costs £5,000 to run.");
    }
}
