using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Populations;
using Simulation.Engine.Tests.Interventions;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Tests;

public sealed class TeachingTests
{
    [Fact]
    public void Aliases_EveryOtherName_LeadsToAKindAndIsNone()
    {
        KindAliases.All.Keys.ShouldAllBe(key => InterventionCatalogue.Find(key) != null);
        KindAliases.All.Values.SelectMany(names => names).ShouldAllBe(name => InterventionCatalogue.Find(name) == null);
        KindAliases.All.Values.SelectMany(names => names).ShouldBeUnique();
        InterventionCatalogue.Kinds.ShouldAllBe(kind => KindAliases.All.ContainsKey(kind.Key));
    }

    [Theory]
    [InlineData("school_street: { where: { places: [Huyton] } }", "Huyton lies in Knowsley")]
    [InlineData("school_street: { where: { places: [Bootle] } }", "Bootle lies in Sefton")]
    [InlineData("school_street: { where: { places: [Cheshire] } }", "write `places: [Cheshire East, Cheshire West and Chester]`")]
    [InlineData("school_street: { where: { places: [Wigan] } }", "Wigan lies outside Cheshire & Merseyside")]
    [InlineData("school_street: { where: { wards: [Anfield] } }", "no data on wards")]
    [InlineData("school_street: { where: { schools: [St Mary] } }", "no data on single schools")]
    [InlineData("flexible_working: { reach: NHS employers }", "no data on sectors")]
    [InlineData("flexible_working: { reach: 30% of hospital employees }", "no data on sectors")]
    [InlineData("flexible_working: { where: { sector: retail } }", "no data on sectors")]
    [InlineData("brief_advice: { who: { condition: diabetes } }", "no data on health conditions")]
    [InlineData("brief_advice: { who: { pregnancy: yes } }", "no data on health conditions, habits or caring")]
    [InlineData("brief_advice: { who: { ethnicity: any } }", "ethnic_group: [Asian, Black]")]
    [InlineData("brief_advice: { who: { income: low } }", "no data on income")]
    [InlineData("brief_advice: { until: forever }", "Without `until` it stays")]
    [InlineData("brief_advice: { phase_in: 31/02/2027 }", "Write `phase_in: 2027-01-04`")]
    [InlineData("brief_advice: { phase_in: 28/02/2027 }", "Write '2027-02-28' if the day comes first")]
    [InlineData("school_street: { start: 2027-01-04 }", "key of 'phase_in'")]
    [InlineData("brief_advice: { age: 16 to 34 }", "key of 'who'")]
    [InlineData("gym: {}", "called 'free_leisure'")]
    [InlineData("gym_vouchers: {}", "called 'free_leisure'")]
    [InlineData("active_travel_route: {}", "called 'active_route'")]
    [InlineData("park_run: {}", "called 'community_event'")]
    [InlineData("bus_fares: {}", "called 'concessionary_bus'")]
    public void Hint_WhatPeopleAskFor_SaysWhatThereIsInstead(string written, string hint) =>
        ScenarioReader.ReadText($"scenario: T\nextends: baseline\ninterventions:\n  - {written}\n", "t.yaml").Diagnostics[0].Hint.ShouldNotBeNull().ShouldContain(hint);

    [Theory]
    [InlineData("draws: 3", "uncertainty")]
    [InlineData("people: frozen", "structure")]
    [InlineData("residents: 5000", "population")]
    [InlineData("days: 28", "horizon")]
    public void Hint_AKeyOneLevelTooFarOut_NamesItsBlock(string written, string block) =>
        ScenarioReader.ReadText($"scenario: T\n{written}\n", "t.yaml").Diagnostics[0].Hint.ShouldBe($"It is a key of '{block}': indent it below `{block}:`.");

    [Fact]
    public void Bind_AReachOfNobodyThatIsSimulated_SaysSo()
    {
        using Population population = TinyPopulation.Build();
        Scenario scenario = ScenarioReader.ReadText("scenario: T\nextends: baseline\ninterventions:\n  - exercise_referral: { reach: 1 resident, uptake: 20% }\n", "t.yaml").Scenario.ShouldNotBeNull();

        ScenarioBinder.Bind(scenario, population).Diagnostics.Select(d => d.Message).ShouldContain(m => m.Contains("none of the", StringComparison.Ordinal));
    }

    [Fact]
    public void Start_AMonth_IsItsFirstDay()
    {
        Scenario scenario = ScenarioReader.ReadText(
            "scenario: T\nhorizon: { start: September 2026, years: 1 }\ninterventions:\n  - school_street: { phase_in: { start: January 2027 } }\n  - daily_mile: { phase_in: Feb 2027 }\n", "t.yaml").Scenario.ShouldNotBeNull();

        scenario.Start.ShouldBe(new DateOnly(2026, 9, 1));
        scenario.Interventions[0].Request.PhaseIn.Start.ShouldBe(new DateOnly(2027, 1, 1).DayNumber);
        scenario.Interventions[1].Request.PhaseIn.Start.ShouldBe(new DateOnly(2027, 2, 1).DayNumber);
    }

    [Fact]
    public void Check_AShareOfFewEmployers_SaysTheNearestThatThereCanBe()
    {
        using Population population = TinyPopulation.Build();
        Scenario scenario = ScenarioReader.ReadText(
            "scenario: T\nextends: baseline\ninterventions:\n  - anchor_employers: { reach: 50% of large employers, where: { places: [Halton] } }\n", "t.yaml").Scenario.ShouldNotBeNull();
        BindingResult bound = ScenarioBinder.Bind(scenario, population);
        Delivery delivery = bound.Interventions.Single().Delivery;

        delivery.Rows.Length.ShouldBe((int)Math.Round(0.5 * delivery.Eligible, MidpointRounding.AwayFromZero));
        bool clipped = Math.Abs(((double)delivery.Rows.Length / delivery.Eligible) - 0.5) >= 0.01;
        bound.Diagnostics.Any(d => d.Code.Id == "SIM0611").ShouldBe(clipped);
        clipped.ShouldBe(delivery.Eligible % 2 == 1);
    }

    [Theory]
    [InlineData(1095, "living", null)]
    [InlineData(1096, "frozen", null)]
    [InlineData(1097, "frozen", "nobody ages")]
    [InlineData(3652, "living", "grow older unlike each other")]
    [InlineData(10_957, "frozen", "nobody ages")]
    public void Read_ALongHorizon_SaysWhatBecomesOfPeople(int days, string people, string? warning)
    {
        ScenarioResult result = ScenarioReader.ReadText(
            $"scenario: T\nhorizon: {{ start: 2026-09-01, days: {days} }}\nstructure: {{ people: {people} }}\n", "t.yaml");

        result.Scenario.ShouldNotBeNull();
        result.Diagnostics.SingleOrDefault(d => d.Code.Id == "SIM0613")?.Message.Contains(warning!, StringComparison.Ordinal).ShouldBe(true);
        result.Diagnostics.Any(d => d.Code.Id == "SIM0613").ShouldBe(warning is not null);
    }
}
