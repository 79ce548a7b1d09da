using Simulation.Engine.Observation;
using Simulation.Results.Indicators;

namespace Simulation.Results.Tests.Indicators;

public sealed class IndicatorCatalogueTests
{
    [Fact]
    public void All_EveryIndicatorOfTheEngine_IsPrintedWithItsDefinition()
    {
        foreach (Indicator recorded in Indicator.All)
        {
            IndicatorInfo info = IndicatorCatalogue.All.Single(i => i.Name == recorded.Name);

            info.Label.Length.ShouldBeInRange(3, 20);
            info.Definition.ShouldBe(recorded.Definition);
        }

        IndicatorCatalogue.All.Count.ShouldBe(Indicator.All.Count);
    }

    [Theory]
    [InlineData("adults_inactive", true)]
    [InlineData("school_walk", false)]
    public void All_TheEnginesWindow_IsKnown(string name, bool fourWeeks) =>
        IndicatorCatalogue.Find(name).CoversFourWeeks.ShouldBe(fourWeeks);

    [Fact]
    public void Find_UnknownName_IsDescribedByItsName() => IndicatorCatalogue.Find("odd_thing").Label.ShouldBe("odd thing");
}
