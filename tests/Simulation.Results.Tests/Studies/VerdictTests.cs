using Simulation.Results.Sentences;
using Simulation.Results.Statistics;
using Simulation.Results.Studies;

namespace Simulation.Results.Tests.Studies;

public sealed class VerdictTests
{
    private static readonly Verdict Short = new(150_000, 24_000, new Interval(18_000, 33_000), 0, 64, 60e6, 342e6, ["community hub"], []);

    [Fact]
    public void Sentences_OfAPlanThatFallsShort_SayTheShareTheMoneyAndThatNoDrawReachesIt() =>
        Said(Short).ShouldBe(
            "That is 16 % of the 150,000 asked for (likely 12 % to 22 %). "
            + "It costs £342m, £14,000 for each resident no longer inactive, more than the budget of £60m; not costed: community hub. "
            + "The target is reached within the budget in none of 64 draws of the evidence.");

    [Theory]
    [InlineData(64, "all 64 draws")]
    [InlineData(5, "5 of 64 draws")]
    public void Sentences_WithinTheBudget_CountTheDrawsThatReachTheTarget(int reaching, string said) =>
        Said(Short with { Cost = 50e6, NotCosted = [], Reaching = reaching }).ShouldContain($"within the budget of £60m. The target is reached within the budget in {said}");

    [Fact]
    public void ReachingWithinBudget_OverTheBudget_IsNoDraw() => (Short with { Reaching = 40 }).ReachingWithinBudget.ShouldBe(0);

    [Fact]
    public void Sentences_OfALeverWithoutARange_CallTheDoubtAFloor() =>
        Said(Short with { Unranged = ["flexible working"] }).ShouldEndWith("No range is known for flexible working: the doubt given is a floor, not certainty.");

    [Fact]
    public void CostEach_WhereNobodyMayBeMoreActive_IsNotGiven()
    {
        Verdict unsure = Short with { Likely = new Interval(-2_000, 33_000) };

        unsure.CostEach.ShouldBeNull();
        Said(unsure).ShouldStartWith("We can't tell whether it comes any nearer to the 150,000 asked for. It costs £342m, more than");
    }

    [Fact]
    public void Sentences_WithoutAPriceOrATarget_NameWhatIsNotCosted() =>
        Said(new Verdict(null, 10, null, 0, 0, 5e6, null, ["home working"], [])).ShouldBe("Not costed: home working.");

    private static string Said(Verdict verdict) => string.Join(' ', verdict.Sentences()).Replace(SpokenNumber.NoBreak, ' ');
}
