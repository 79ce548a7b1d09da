using Simulation.Results.Indicators;
using Simulation.Engine.Observation;
using Simulation.Results.Comparisons;
using Simulation.Results.Sentences;

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
            Inactive, Spread(100_000, 0.20, 0.40), Spread(100_000, least, most));

        change.LevelsDown.ShouldBe(expected);
    }

    [Theory]
    [InlineData(100_000, 1, GapChange.Narrows)]    // 2 points among as many: no chance
    [InlineData(300, 1, GapChange.CannotTell)]     // nine residents of the one fifth, three of the other
    [InlineData(1_500, 1, GapChange.Narrows)]
    [InlineData(1_500, 5, GapChange.CannotTell)]   // each counted on five days
    public void Finding_OfOneRun_IsToldFromChanceBySoManyResidentsAsWereSimulated(double residents, double days, GapChange expected)
    {
        EquityChange change = new(Inactive, Spread(residents, 0.20, 0.40), Spread(residents, 0.19, 0.37)) { DaysAWeek = days };

        change.Finding.Says.ShouldBe(expected);
    }

    private static Inequality Spread(double residents, double least, double most) => Figures.Spread([new(residents, least), new(residents, most)]);
}
