using Simulation.Results.Indicators;

namespace Simulation.Results.Tests.Indicators;

public sealed class IndicatorCatalogueTests
{
    [Theory]
    [InlineData("adults_inactive")]
    [InlineData("adults_fairly_active")]
    [InlineData("adults_active")]
    [InlineData("children_active")]
    [InlineData("active_travel_adults")]
    [InlineData("school_walk")]
    [InlineData("school_cycle")]
    [InlineData("school_car")]
    [InlineData("commute_walk")]
    [InlineData("commute_cycle")]
    [InlineData("commute_car")]
    [InlineData("commute_home")]
    [InlineData("mean_minutes_adults")]
    [InlineData("sii_inactive")]
    [InlineData("gate_cars")]
    public void All_EveryPublishedIndicator_IsDescribed(string name)
    {
        Indicator indicator = IndicatorCatalogue.All.Single(i => i.Name == name);

        indicator.Label.Length.ShouldBeInRange(3, 20);
        indicator.Definition.ShouldNotBeEmpty();
    }

    [Fact]
    public void Find_UnknownName_IsDescribedByItsName() => IndicatorCatalogue.Find("odd_thing").Label.ShouldBe("odd thing");
}
