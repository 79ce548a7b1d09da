using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Populations;
using Simulation.Engine.Tests.Interventions;
using Simulation.Scenarios.Costing;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests.Costing;

public sealed class CostLedgerTests
{
    [Theory]
    [InlineData("{ start: 2027-04-01, years: 1 }", "2027-04-01")]
    [InlineData("{ start: 2026-04-01, years: 1 }", "2026-04-01")]
    public void Of_AMillionAYearOverOneFinancialYear_IsAMillion(string horizon, string start) =>
        Cost($"horizon: {horizon}\ninterventions:\n  - community_event: {{ phase_in: {start}, cost: {{ running: £1m per year }} }}\n")
            .Central.ShouldBe(1_000_000, 1e-6);

    [Theory]
    [InlineData("{ start: 2027-04-01, years: 1 }", "2027-04-01")]
    [InlineData("{ start: 2026-04-01, until: 2027-03-31 }", "2026-04-01")]
    public void Of_ACampaignWithoutAnEnd_IsPaidToTheEndOfTheRun(string horizon, string start) =>
        Cost($"horizon: {horizon}\ninterventions:\n  - mass_media_campaign: {{ owner: nhs, phase_in: {{ start: {start} }}, cost: {{ running: £1m per year }} }}\n")
            .Central.ShouldBe(1_000_000, 1e-6);

    [Fact]
    public void Of_PatrolsWithoutAnEnd_ArePaidToTheEndOfTheRun() =>
        Cost("horizon: { start: 2026-04-01, years: 1 }\ninterventions:\n  - speed_limit: { enforcement: { patrols: 2 per week }, cost: { police: { running: £365k per year } } }\n")
            .Lines.Where(l => l.Owner == "police").Sum(l => l.Running).ShouldBe(365_000, 1e-6);

    [Fact]
    public void Of_OneDay_IsOneDayOfItsYear() =>
        Cost("horizon: { start: 2026-04-01, years: 1 }\ninterventions:\n  - brief_advice: { until: 2026-04-01, cost: { running: £365k per year } }\n")
            .Central.ShouldBe(1_000, 1e-6);

    [Fact]
    public void Of_ACampaignOfSixWeeks_IsPaidForSixWeeks() =>
        Cost("horizon: { start: 2026-09-01, years: 2 }\ninterventions:\n  - mass_media_campaign: { for: 42 days, phase_in: 2027-01-04, cost: { running: £1m per year } }\n")
            .Central.ShouldBe(1_000_000 * 42 / 365.0, 1e-6);

    [Fact]
    public void Of_PatrolsOf26Weeks_ArePaidFor26Weeks()
    {
        CostEstimate cost = Cost("horizon: { start: 2026-09-01, years: 1 }\ninterventions:\n  - speed_enforcement: { reach: 40 neighbourhoods, for: 26 weeks, cost: { running: £25k per neighbourhood per year } }\n");

        cost.Central.ShouldBe(40 * 25_000 * 182 / 365.0, 1e-6);
    }

    [Fact]
    public void Of_WhatThePoliceArePaidForALimit_EndsWithThePatrols()
    {
        CostEstimate cost = Cost("horizon: { start: 2026-04-01, years: 1 }\ninterventions:\n  - speed_limit: { limit: 20 mph, enforcement: { patrols: 2 per week, for: 26 weeks }, cost: { running: £36.5k per year, police: { running: £365k per year } } }\n");

        cost.Lines.Where(l => l.Owner == "police").Sum(l => l.Running).ShouldBe(182_000, 1e-6);
        cost.Lines.Where(l => l.Owner == "highways").Sum(l => l.Running).ShouldBe(36_500, 1e-6);
    }

    [Fact]
    public void Of_NoPriceInTheFile_TakesThePublishedOneWithItsRangeAndSource()
    {
        using Population population = TinyPopulation.Build();
        CostEstimate cost = Cost("interventions:\n  - school_street: { reach: 10 schools }\n  - safe_crossings: { reach: 20 neighbourhoods }\n", population);

        cost.NotCosted.ShouldBeEmpty();
        cost.HasDefaults.ShouldBeTrue();
        PriceUsed crossings = cost.Prices.Single(p => p.Intervention == "safe_crossings");
        crossings.Default!.Source.ShouldContain("Leicestershire");
        crossings.Central.ShouldBe(20 * 6 * 35_000 * PriceLevel.From(2012, 2024), 1);
        crossings.Low.ShouldBe(20 * 6 * 30_000 * PriceLevel.From(2012, 2024), 1);
        crossings.High.ShouldBe(20 * 6 * 114_000 * PriceLevel.From(2012, 2024), 1);
        cost.Low.ShouldBeLessThan(cost.Central);
        cost.Central.ShouldBe(cost.Lines.Sum(l => l.Capital + l.Running), 1e-6);
    }

    [Fact]
    public void Of_APriceInTheFile_LeavesThePublishedOneAside()
    {
        CostEstimate cost = Cost("interventions:\n  - school_street: { reach: 10 schools, cost: { capital: £18k per school } }\n");

        cost.HasDefaults.ShouldBeFalse();
        (cost.Low, cost.Central, cost.High).ShouldBe((180_000, 180_000, 180_000));
    }

    [Theory]
    [InlineData("capital: £18k per school", new[] { "running costs of school street" })]
    [InlineData("running: £4k per school per year", new[] { "capital of school street" })]
    [InlineData("capital: £18k per school, running: £4k per school per year", new string[0])]
    [InlineData("capital: £18k per school, running: £0 per school per year", new string[0])]
    public void Of_HalfAPrice_NamesTheOtherHalfThatIsPublished(string cost, string[] missing) =>
        Cost($"interventions:\n  - school_street: {{ reach: 10 schools, cost: {{ {cost} }} }}\n").NotCosted.ShouldBe(missing);

    [Fact]
    public void Of_APriceByTheYearForOneThatIsPublishedOnce_IsWhole() =>
        Cost("interventions:\n  - exercise_referral: { cost: { running: £100 per resident per year } }\n  - community_event: { cost: { running: £3k per neighbourhood per year } }\n").NotCosted.ShouldBeEmpty();

    [Fact]
    public void Of_WhatHasNoPriceAnywhere_IsNamedAndNeverZero()
    {
        CostEstimate cost = Cost("""
            interventions:
              - home_working: { reach: 10% }
              - daily_mile: { reach: 10% }
              - speed_limit: { reach: 10%, enforcement: { patrols: 2 per week } }
              - green_space: { reach: 10%, cost: { capital: £1m } }
            """);

        cost.NotCosted.ShouldBe(["home working", "daily mile", "police patrols of speed limit"]);
    }

    [Fact]
    public void UnitCosts_EveryPublishedPrice_HasASourceAndARangeAroundIt()
    {
        UnitCost[] all = [.. InterventionCatalogue.Kinds.SelectMany(k => k.UnitCosts)];

        all.ShouldAllBe(c => c.Low <= c.Central && c.Central <= c.High && c.Low > 0 && c.Source.Length > 10 && c.Item.Length > 3);
        all.ShouldAllBe(c => c.FirstYear <= c.LastYear && c.LastYear <= PriceLevel.Year);
        InterventionCatalogue.Kinds.Count(k => k.UnitCosts.Count > 0).ShouldBe(20);
        string[] without = ["daily_mile", "speed_enforcement", "green_space", "home_working", "workplace_programme", "anchor_employers", "community_hub", "policy_goal", "norm_change"];
        InterventionCatalogue.Kinds.Where(k => k.UnitCosts.Count == 0).Select(k => k.Key).Order().ShouldBe(without.Order());
    }

    [Fact]
    public void PriceLevel_OlderPrices_AreWorthMore()
    {
        PriceLevel.From(2024, 2024).ShouldBe(1);
        for (int year = 2006; year <= 2024; year++)
        {
            PriceLevel.From(year - 1, year - 1).ShouldBeGreaterThan(PriceLevel.From(year, year));
        }

        // 2010 to 2024: World Bank, GDP deflator of the United Kingdom, product of the yearly changes.
        PriceLevel.From(2010, 2010).ShouldBe(1.474, 0.001);
        Should.Throw<ArgumentOutOfRangeException>(() => PriceLevel.From(2004, 2010));
    }

    private static CostEstimate Cost(string text)
    {
        using Population population = TinyPopulation.Build();
        return Cost(text, population);
    }

    private static CostEstimate Cost(string text, Population population) =>
        CostLedger.Of(ScenarioReader.ReadText("scenario: T\nextends: baseline\n" + text, "t.yaml").Scenario.ShouldNotBeNull(), population);
}
