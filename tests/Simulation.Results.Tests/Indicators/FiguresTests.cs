using Simulation.Engine.Observation;
using Simulation.Results.Indicators;

namespace Simulation.Results.Tests.Indicators;

public sealed class FiguresTests
{
    [Fact]
    public void Ratio_OfSums_DividesOnce()
    {
        Tally tally = default;
        tally[CountKey.AdultsInactive] = 1;
        tally[CountKey.AdultsFairlyActive] = 1;
        tally[CountKey.AdultsActive] = 1;
        tally[CountKey.AdultMinutes] = 600;

        Figures.Ratio(Indicator.Find("adults_inactive"), tally).ShouldBe(new Figure(1.0 / 3, 3));
        Figures.Ratio(Indicator.Find("mean_minutes_adults"), tally).ShouldBe(new Figure(50, 3));
        Figures.Ratio(Indicator.Find("adults_active"), tally, weeks: 2).ShouldBe(new Figure(1.0 / 3, 1.5));
    }

    [Fact]
    public void Ratio_NobodyToMeasure_IsNone() => Figures.Ratio(Indicator.Find("school_walk"), default).ShouldBeNull();

    [Fact]
    public void Ratio_CarsAtGates_AreThoseOfASchoolDay_AndRestOnSchools()
    {
        Tally tally = default;
        tally[CountKey.GateCars] = 410;
        tally[CountKey.OpenDays] = 4;
        tally[CountKey.Schools] = 7;

        Figures.Ratio(Indicator.Find("gate_cars"), tally).ShouldBe(new Figure(102.5, 7));
    }

    [Fact]
    public void Slope_LineFromTwentyToThirtyFour_IsTheSlopeOfTheLine() =>
        Figures.Slope([new(100, 0.20), new(100, 0.235), new(100, 0.27), new(100, 0.305), new(100, 0.34)]).ShouldBe(0.175, 1e-12);

    [Fact]
    public void Slope_UnequalGroups_IsTheWeightedRegression() =>
        // By hand: ridits 0.125 (25 people), 0.5 (50), 0.875 (25); mean 0.25.
        Figures.Slope([new(25, 0.10), new(50, 0.25), new(25, 0.40)]).ShouldBe(0.40, 1e-12);

    [Fact]
    public void Slope_OneGroupWithPeople_IsNotANumber() => double.IsNaN(Figures.Slope([new(10, 0.3), default])).ShouldBeTrue();

    [Fact]
    public void Read_SlopeOfEverybody_IsThatOfTheDeciles()
    {
        RunInMemory run = new("a");
        foreach (ExampleWeek week in Example.Weeks())
        {
            run.Record(new WeekCounts { Date = week.Date, Strata = Example.Strata, Indicators = [Indicator.Find("sii_inactive")], Tallies = week.Tallies });
        }

        IndicatorRow first = run.Read("all")[0];
        // Ridits of 75,000 and 25,000 of 100,000: 0.375 and 0.875.
        first.Value.ShouldBe((0.4 - 0.2) / 0.5, 1e-12);
        first.Count.ShouldBe(100_000);
        run.Read("deprivation").ShouldBeEmpty();
    }

    [Fact]
    public void Filter_OneIndicatorByPlace_KeepsItsCountsAndEverybody()
    {
        RunInMemory kept = new("a");
        ICountSink filter = CountFilter.Before(kept, ["school_walk"], ["place"]);
        foreach (ExampleWeek week in Example.Weeks())
        {
            filter.Record(week);
        }

        kept.Strata.ShouldBe([Example.Strata[0]]);
        kept.Indicators.Select(i => i.Key).ShouldBe(["school_walk"]);
        kept.Counts("all")[0].Tally[CountKey.SchoolWalk].ShouldBe(20_000);
        kept.Counts("all")[0].Tally[CountKey.AdultsInactive].ShouldBe(0);
    }

    [Fact]
    public void Filter_ASlope_KeepsTheDecilesItIsFormedFrom()
    {
        RunInMemory kept = new("a");
        CountFilter.Before(kept, ["sii_inactive"], []).Record(new WeekCounts
        {
            Date = Example.Start,
            Strata = Example.Strata,
            Indicators = Indicator.All,
            Tallies = Example.Weeks().First().Tallies,
        });

        kept.Read("all").ShouldHaveSingleItem().Value.ShouldBe(0.4, 1e-12);
    }
}
