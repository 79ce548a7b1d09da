using Simulation.Results.Sentences;

namespace Simulation.Results.Tests.Sentences;

public sealed class SummaryTests
{
    private static readonly Finding Walking = new("school_walk", new Estimate(0.079), 393_664) { Good = 1 };
    private static readonly Finding Cycling = new("school_cycle", new Estimate(-0.005), 393_664) { Good = 1 };
    private static readonly Finding Inactive = new("adults_inactive", new Estimate(-0.0001), 2_170_000) { Good = -1 };

    [Fact]
    public void Of_APlan_SaysForWhomTheGapWhereAndWhatGetsWorse()
    {
        PlanFindings plan = new(
            [Walking, Cycling, Inactive],
            [Place("Halton", 0.08), Place("Knowsley", 0.1), Place("Wirral", 0.05)],
            [new SpreadFinding(new Estimate(0.08), new Estimate(0.08), new GapFinding("school_walk", -0.05, new Estimate(0.0001)))]);

        Text(plan).ShouldBe(
            "31,000 more children walk to school on a school day. The gap in walking to school is unchanged. "
            + "In the poorest fifth of neighbourhoods 8 more in every 100, in the richest 8 more in every 100. "
            + "By place: most in Knowsley (10 more in every 100), least in Wirral (5 more in every 100). "
            + "2,000 fewer children cycle to school on a school day. "
            + "No change worth naming in how many adults are inactive. One run, no range yet.");
    }

    [Fact]
    public void Of_AWideningGap_SaysSoInTheFirstTwoSentences()
    {
        PlanFindings plan = new(
            [Walking], [], [new SpreadFinding(new Estimate(0.06), new Estimate(0.09), new GapFinding("school_walk", -0.05, new Estimate(-0.03)))]);

        Summary.Of(plan)[1].Text.ShouldStartWith("The gap in walking to school widens by");
    }

    [Theory]
    [InlineData("school_walk", 0.05, 0.01, "In walking to school the poorest fifth is ahead, by 1 in 100 more than without the plan", 0)]
    [InlineData("school_walk", 0.05, -0.01, "In walking to school the poorest fifth is ahead, by 1 in 100 less than without the plan", 0)]
    [InlineData("school_walk", -0.05, 0.01, "The gap in walking to school narrows by 1 in 100", 1)]
    [InlineData("adults_inactive", 0.05, 0.01, "The gap in how many adults are inactive widens by 1 in 100", -1)]
    [InlineData("adults_inactive", 0.05, -0.01, "The gap in how many adults are inactive narrows by 1 in 100", 1)]
    public void OfGap_ByWhoIsAhead_IsNeverAgainstThePoorestWhoLead(string indicator, double before, double change, string text, int good)
    {
        Sentence sentence = Sentence.OfGap(new GapFinding(indicator, before, new Estimate(change)));

        sentence.Statement.Replace(SpokenNumber.NoBreak, ' ').ShouldBe(text);
        sentence.For.ShouldBe(good);
    }

    [Fact]
    public void Of_OnePlaceOnly_NamesItAndSaysThatTheOthersStayAsTheyAre()
    {
        PlanFindings plan = new([Walking with { Change = new Estimate(0.004) }], [Place("Halton", 0.03), Place("Wirral", 0.00002), Place("Sefton", 0)], []);

        Text(plan).ShouldContain("By place: Halton (3 more in every 100), no change worth naming in the others.");
    }

    [Fact]
    public void Of_NothingAtAll_SaysThatNothingDiffers() =>
        Text(new PlanFindings([Walking with { Change = new Estimate(0) }], [Place("Halton", 0)], [])).ShouldBe("Nothing differs at all.");

    [Fact]
    public void Of_ChangesTooSmallToName_SaysSo() =>
        Text(new PlanFindings([Walking with { Change = new Estimate(0.0002) }, Inactive], [], []))
            .ShouldBe("No change worth naming in anything that is measured. One run, no range yet.");

    [Fact]
    public void Of_WhatMayBeChance_NeverSaysThatNothingChanges()
    {
        PlanFindings plan = new(
            [Walking with { Change = new Estimate(0.02) { Chance = 0.03 } }, Inactive with { Change = new Estimate(-0.002) { Chance = 0.004 } }], [], []);

        Text(plan).ShouldBe("Nothing that we can tell from chance. One run of so few can't tell about how many adults are inactive. One run, no range yet.");
    }

    [Fact]
    public void Of_PlacesThatMayBeChance_SaysThatNoneCanBeTold()
    {
        Estimate change = new(0.02) { Chance = 0.05 };
        PlanFindings plan = new(
            [Walking], [new PlaceFinding("Halton", Walking with { Change = change }), new PlaceFinding("Wirral", Walking with { Change = change })],
            [new SpreadFinding(change, change, new GapFinding("school_walk", -0.05, change))]);

        Text(plan).ShouldBe(
            "31,000 more children walk to school on a school day. We can't tell whether the gap in walking to school narrows or widens. "
            + "In the poorest fifth of neighbourhoods we can't tell, in the richest we can't tell. "
            + "In no place by itself a change that we can tell from chance. One run, no range yet.");
    }

    [Fact]
    public void Of_WithRanges_GivesEveryNumberItsRange()
    {
        Estimate change = new(0.079, 0.057, 0.092);
        PlanFindings plan = new(
            [Walking with { Change = change }],
            [new PlaceFinding("Halton", Walking with { Change = change }), new PlaceFinding("Wirral", Walking with { Change = new Estimate(0.01, -0.02, 0.03) })],
            [new SpreadFinding(change, change, new GapFinding("school_walk", -0.05, new Estimate(0, -0.001, 0.001)))]);

        Text(plan).ShouldBe(
            "31,000 more children walk to school on a school day (likely 22,000 to 36,000). The gap in walking to school is unchanged. "
            + "In the poorest fifth of neighbourhoods 8 more in every 100, likely 6 in 100 to 9 in 100, in the richest 8 more in every 100, likely 6 in 100 to 9 in 100. "
            + "By place: Halton (8 more in every 100, likely 6 in 100 to 9 in 100), no change worth naming, or none that we can tell, in the others.");
    }

    private static PlaceFinding Place(string name, double change) => new(name, Walking with { Change = new Estimate(change) });

    private static string Text(PlanFindings plan) => Summary.Text(Summary.Of(plan)).Replace(SpokenNumber.NoBreak, ' ');
}
