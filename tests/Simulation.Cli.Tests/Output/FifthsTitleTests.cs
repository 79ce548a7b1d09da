using Simulation.Reports.Charts;
using Simulation.Reports.Pages;
using Simulation.Results.Sentences;

namespace Simulation.Cli.Tests.Output;

public sealed class FifthsTitleTests
{
    [Theory]
    [InlineData(GapChange.Widens, +5.1, +3.1, 1, "The poorest fifth gains more than the richest")]
    [InlineData(GapChange.Narrows, -3.7, -0.2, 1, "The poorest fifth gains more than the richest")]
    [InlineData(GapChange.Widens, -0.2, -3.7, 1, "The richest fifth gains more than the poorest")]
    [InlineData(GapChange.Narrows, +3.1, +5.1, 1, "The richest fifth gains more than the poorest")]
    [InlineData(GapChange.Widens, +3.7, +0.2, -1, "The poorest fifth loses most")]
    [InlineData(GapChange.Unchanged, -3.7, -3.6, 1, "Every fifth gains much alike")]
    [InlineData(GapChange.Unchanged, +3.7, +3.6, -1, "The gap is unchanged")]
    [InlineData(GapChange.CannotTell, -3.7, -0.2, 1, "Which fifth gains most can't be told")]
    public void Of_TheBars_NamesTheFifthThatGains(GapChange gap, double poorest, double richest, int good, string title) =>
        FifthsTitle.Of(gap, [Bar(poorest, good), Bar(richest, good)]).ShouldBe(title);

    [Fact]
    public void Of_BarsThatCannotBeTold_NamesNone() =>
        FifthsTitle.Of(GapChange.Narrows, [Bar(-3, 1) with { State = Certainty.CannotTell }, Bar(-1, 1) with { State = Certainty.NoChange }])
            .ShouldBe("No fifth changes by an amount worth naming");

    private static RangeRow Bar(double value, int good) => new("fifth", value, null, null, Certainty.Known, good, string.Empty);
}
