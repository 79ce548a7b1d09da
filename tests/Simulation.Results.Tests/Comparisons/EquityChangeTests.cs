using Simulation.Results.Indicators;
using Simulation.Engine.Observation;
using Simulation.Results.Comparisons;

namespace Simulation.Results.Tests.Comparisons;

public sealed class EquityChangeTests
{
    private static readonly Indicator Inactive = Indicator.Find("adults_inactive");

    [Theory]
    [InlineData(0.40, 0.22, true)]   // the best-off fall towards the worst-off
    [InlineData(0.41, 0.25, true)]   // everybody falls, the best-off further
    [InlineData(0.38, 0.20, false)]  // the worst-off gain
    [InlineData(0.38, 0.15, false)]  // everybody gains and the gap widens
    public void LevelsDown_GapNarrows_OnlyWhenTheMostDeprivedDoNotGain(double most, double least, bool expected)
    {
        EquityChange change = new(
            Inactive, Figures.Spread([new(100, 0.20), new(100, 0.40)]), Figures.Spread([new(100, least), new(100, most)]));

        change.LevelsDown.ShouldBe(expected);
    }
}
