using Simulation.Engine.Embedded.Figures;
using Simulation.Engine.Embedded.Making;

namespace Simulation.Engine.Tests.Embedded;

public class AgeProfileTests
{
    public static TheoryData<int> PlaceIndices => [.. Enumerable.Range(0, 9)];

    [Theory]
    [MemberData(nameof(PlaceIndices))]
    public void Of_EachPlace_AgreesWithItsCensusBands(int place)
    {
        PlaceFigures figures = PlaceFigures.All[place];
        double[] ages = AgeProfile.Of(figures);
        int[] starts = [0, 16, 25, 35, 50, 65, 91];

        ages.Length.ShouldBe(91);
        for (int b = 0; b < 6; b++)
        {
            double band = ages[starts[b]..starts[b + 1]].Sum() / figures.Residents;
            band.ShouldBe(figures.Age[b] / figures.Age.Sum(), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(PlaceIndices))]
    public void Of_EachPlace_IsSmooth(int place)
    {
        double[] ages = AgeProfile.Of(PlaceFigures.All[place]);
        for (int age = 1; age < 90; age++)
        {
            // The step to university at 18 and away from it at 25 is real.
            if (age is not (18 or 25))
            {
                (ages[age] / ages[age - 1]).ShouldBeInRange(0.78, 1.25, $"age {age}");
            }
        }
    }

    [Fact]
    public void Of_Liverpool_HasTheBulgeOfItsUniversities()
    {
        double[] ages = AgeProfile.Of(PlaceFigures.All[5]);

        ages[18..23].Average().ShouldBeGreaterThan(1.8 * ages[11..16].Average());
        ages[18..23].Average().ShouldBeGreaterThan(1.2 * ages[30..35].Average());
    }
}
