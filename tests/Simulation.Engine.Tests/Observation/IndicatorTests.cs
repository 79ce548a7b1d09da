using Simulation.Engine.Observation;

namespace Simulation.Engine.Tests.Observation;

public class IndicatorTests
{
    [Fact]
    public void All_Entries_CanBeToldApartAndPrinted()
    {
        Indicator.All.Select(i => i.Key).ShouldBeUnique();
        Indicator.All.Select(i => i.Label).ShouldBeUnique();
        Indicator.All.Select(i => i.Title).ShouldBeUnique();
        Indicator.All.Where(i => i.Layer is not null).Select(i => i.Layer).ShouldBeUnique();
        foreach (Indicator indicator in Indicator.All)
        {
            indicator.Key.ShouldMatch("^[a-z]+(_[a-z]+)*$");
            indicator.Label.Length.ShouldBeInRange(3, 20);
            indicator.Definition.ShouldEndWith(".");
            indicator.Per.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void All_Shares_CountAPartOfWhatTheyAreSharesOf()
    {
        foreach (Indicator share in Indicator.All.Where(i => i.Unit == IndicatorUnit.Share && i.Label is not ("Active travel" or "Active travel weekly" or "Active travel 5 days")))
        {
            share.Numerator.ShouldBeSubsetOf(share.Denominator, share.Key);
            share.RestsOn.ShouldBe(share.Denominator, share.Key);
        }
    }

    [Fact]
    public void All_EveryCount_IsPublishedSomewhere() =>
        Indicator.All.SelectMany(i => i.Numerator.Concat(i.Denominator).Concat(i.RestsOn)).Distinct().Order().ShouldBe(Enum.GetValues<CountKey>());

    [Fact]
    public void Find_UnknownKey_NamesIt() => Should.Throw<KeyNotFoundException>(() => Indicator.Find("odd_thing")).Message.ShouldContain("odd_thing");

    [Fact]
    public void Tally_AddedAndSummed_CountsEachKeyByItself()
    {
        Tally first = default;
        Tally second = default;
        foreach (CountKey key in Enum.GetValues<CountKey>())
        {
            first[key] = 1L << (int)key;
            second[key] = 3;
        }

        first.Add(second);

        first.Counts.Length.ShouldBe(Enum.GetValues<CountKey>().Length);
        first[CountKey.Schools].ShouldBe((1L << (int)CountKey.Schools) + 3);
        first.Sum([CountKey.AdultsInactive, CountKey.AdultsActive]).ShouldBe(4 + 7);
        (first == second).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => first[(CountKey)Tally.Keys]);
    }
}
