using Simulation.Engine.Interventions.Kinds;


namespace Simulation.Engine.Tests.Interventions;

public sealed class HeadlineTests
{
    [Theory]
    [InlineData("school_walk", "school_street", "flexible_working", "speed_limit", "safe_crossings")]
    [InlineData("adults_inactive", "brief_advice")]
    [InlineData("adults_inactive", "school_street", "brief_advice", "free_leisure")]
    [InlineData("school_walk", "brief_advice", "school_street")]
    [InlineData("children_active", "policy_goal", "daily_mile")]
    public void Of_APlan_IsWhatMostOfItMovesFirst(string expected, params string[] kinds) =>
        Headline.Of(kinds.Select(key => InterventionCatalogue.Find(key)!)).ShouldBe(expected);

    [Fact]
    public void Of_NothingThatMovesAnything_IsNone()
    {
        Headline.Of([]).ShouldBeNull();
        Headline.Of([InterventionCatalogue.Find("policy_goal")!]).ShouldBeNull();
    }
}
