using Simulation.Engine.Observation;

namespace Simulation.Engine.Tests.Observation;

public class InequalityIndexTests
{
    [Fact]
    public void Slope_LineFromTwentyToThirtyFour_IsTheSlopeOfTheLine()
    {
        // Five equal groups on a straight line, 34 % at the most deprived and 20 % at the least: 14 / 0.8.
        double[] people = [100, 100, 100, 100, 100];
        double[] rates = [0.34, 0.305, 0.27, 0.235, 0.20];

        InequalityIndex.Slope(people, rates).ShouldBe(0.175, 1e-12);
    }

    [Fact]
    public void Slope_UnequalGroups_IsTheWeightedRegression()
    {
        // By hand: ridits 0.875 (25 people), 0.5 (50), 0.125 (25); mean 0.25.
        double[] people = [25, 50, 25];
        double[] rates = [0.40, 0.25, 0.10];

        InequalityIndex.Slope(people, rates).ShouldBe(0.40, 1e-12);
    }

    [Fact]
    public void Slope_SameRateEverywhere_IsZero() =>
        InequalityIndex.Slope([10, 20, 30], [0.3, 0.3, 0.3]).ShouldBe(0, 1e-12);

    [Fact]
    public void Slope_OneGroupWithPeople_IsNotANumber() =>
        double.IsNaN(InequalityIndex.Slope([10], [0.3])).ShouldBeTrue();
}
