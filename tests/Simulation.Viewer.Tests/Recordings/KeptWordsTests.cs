using Simulation.Viewer.Recordings;

namespace Simulation.Viewer.Tests.Recordings;

public sealed class KeptWordsTests
{
    private static readonly DateOnly Start = new(2026, 9, 1);

    [Theory]
    [InlineData(new[] { 0, 1, 2, 3 }, "All 3 days are in it.")]
    [InlineData(new[] { 0, 1 }, "The day is in it.")]
    [InlineData(new[] { 0, 7, 8 }, "2 of 8 days are in it; run through without a stop, and missing: 1 September to 6 September.")]
    [InlineData(new[] { 0, 2, 4 }, "2 of 4 days are in it; run through without a stop, and missing: 1 September, 3 September.")]
    [InlineData(new[] { 0, 7, 14, 21, 28 }, "4 of 28 days are in it; run through without a stop, and missing: 1 September to 6 September, 8 September to 13 September, 15 September to 20 September and 1 more.")]
    public void Of_TellsWhichDaysAreMissing(int[] days, string words) => KeptWords.Of(days, Start).ShouldBe(words);
}
