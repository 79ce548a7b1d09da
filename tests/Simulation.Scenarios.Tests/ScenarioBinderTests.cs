using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Tests.Interventions;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

public sealed class ScenarioBinderTests
{
    private static BindingResult Bind(string interventions, Population population)
    {
        ScenarioResult result = ScenarioReader.ReadText("scenario: T\nextends: baseline\ninterventions:\n" + interventions, "t.yaml");
        result.Diagnostics.ShouldBeEmpty();
        return ScenarioBinder.Bind(result.Scenario!, population);
    }

    [Fact]
    public void Bind_NoIntervention_GivesNoEffect()
    {
        using Population population = TinyPopulation.Build();
        ScenarioBinder.Bind(ScenarioReader.Read("baseline").Scenario!, population).Effects.ShouldBeEmpty();
    }

    [Fact]
    public void Bind_AnUnknownNeighbourhood_IsAnErrorWithTheNearest()
    {
        using Population population = TinyPopulation.Build();
        BindingResult bound = Bind("  - safe_crossings: { where: { neighbourhoods: [Liverpol 3] } }\n", population);
        bound.HasErrors.ShouldBeTrue();
        bound.Diagnostics[0].ToString().ShouldBe("t.yaml:4:48: error SIM0412: The population has no neighbourhood called 'Liverpol 3'.");
        bound.Diagnostics[0].Hint.ShouldBe("Did you mean 'Liverpool 3'?");
    }

    [Fact]
    public void Bind_MoreDaysAtHomeThanAWeekHas_Warns()
    {
        using Population population = TinyPopulation.Build();
        string[] Said(string interventions) => [.. Bind(interventions, population).Diagnostics.Where(d => d.Code.Id == "SIM0617").Select(d => $"{d.Span.Line} {d.Message}")];
        Said("  - flexible_working: { reach: all, home_days: 4 days/week }\n  - home_working: { reach: all, home_days: 3 days/week, cost: { capital: £0, running: £0 } }\n")
            .ShouldBe(["5 'home_working' and 'flexible_working' together bring 2,250 employees to more than five days a week at home, their usual ones counted: five is all they get."]);
        Said("  - flexible_working: { reach: all, shift: 60 min }\n  - home_working: { reach: all, home_days: 3 days/week, cost: { capital: £0, running: £0 } }\n").ShouldBeEmpty();
        Said("  - flexible_working: { reach: all, shift: 180 min }\n  - flexible_working: { name: later, reach: all, shift: 90 min }\n")
            .ShouldBe(["5 'later' and 'flexible_working' together bring 5,400 employees to a start more than 4 hours and 15 minutes later: that is all they get."]);
    }

    [Fact]
    public void Bind_NobodyFits_Warns()
    {
        using Population population = TinyPopulation.Build();
        BindingResult bound = Bind("  - flexible_working: { who: { age: 80 and over } }\n  - safe_crossings: { reach: 0% }\n", population);
        bound.Diagnostics.Select(d => d.Code.Id).ShouldBe(["SIM0601", "SIM0601"]);
        bound.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void Bind_APlaceWithoutReach_SaysZeroAloud()
    {
        using Population population = TinyPopulation.Build();
        BindingResult bound = Bind("  - safe_crossings: { where: { places: [Halton, Liverpool] }, reach: 1 neighbourhood }\n", population);
        bound.Diagnostics.Single().Message.ShouldMatch("reaches 0 neighbourhoods in (Halton|Liverpool)");
    }

    [Fact]
    public void Bind_TheOrderOfInterventions_ChangesNoEffect()
    {
        using Population population = TinyPopulation.Build();
        string one = "  - safe_crossings: { reach: 30% }\n";
        string two = "  - flexible_working: { reach: 30% }\n";
        string[] Texts(BindingResult b) => [.. b.Effects.Select(e => $"{e.Source} {e.Lever} {string.Join(',', e.Rows)} {string.Join(',', e.Amounts)}").Order(StringComparer.Ordinal)];
        Texts(Bind(one + two, population)).ShouldBe(Texts(Bind(two + one, population)));
    }

    [Fact]
    public void Bind_AScenarioInOnePlace_TouchesNothingElsewhere()
    {
        using Population population = TinyPopulation.Build();
        BindingResult bound = Bind("  - school_street: { where: Liverpool, displacement: 0% }\n  - flexible_working: { where: Liverpool }\n", population);
        foreach (Effect effect in bound.Effects)
        {
            foreach (int row in effect.Rows)
            {
                int n = Levers.TableOf(effect.Lever) == LeverTable.School ? population.Schools.Neighbourhood[row] : population.Workers.Layout.Of(row);
                population.Neighbourhoods.Place[n].ShouldBe((byte)5);
            }
        }
    }

    [Theory]
    [InlineData("  - safe_crossings: { reach: 50% }\n  - safe_crossings: { name: more, reach: 20% }\n", "SIM0607")]
    [InlineData("  - low_traffic_neighbourhood: { reach: 30% }\n  - school_street: { displacement: 30% }\n", "SIM0608")]
    [InlineData("  - safe_crossings: { intensity: proportionate to need }\n", "SIM0609")]
    [InlineData("  - norm_change\n", "SIM0603")]
    [InlineData("  - flexible_working: { shift: 0 min }\n", "SIM0601")]
    public void Bind_SomethingWorthKnowing_Warns(string interventions, string code)
    {
        using Population population = TinyPopulation.Build();
        BindingResult bound = Bind(interventions, population);
        bound.HasErrors.ShouldBeFalse();
        bound.Diagnostics.ShouldContain(d => d.Code.Id == code && d.Hint != null);
    }

    [Fact]
    public void Bind_OneCampaignWhenTheOtherIsOver_DoesNotWarn()
    {
        using Population population = TinyPopulation.Build();
        string Campaigns(string length) => $"  - mass_media_campaign: {{ for: {length} }}\n  - mass_media_campaign: {{ name: again, phase_in: 2027-01-04, for: 6 weeks }}\n";
        Bind(Campaigns("6 weeks"), population).Diagnostics.ShouldNotContain(d => d.Code.Id == "SIM0607");
        Bind(Campaigns("52 weeks"), population).Diagnostics.ShouldContain(d => d.Code.Id == "SIM0607");
    }

    [Theory]
    [InlineData("2026-10-04", "2026-10-05", false)]
    [InlineData("2026-10-04", "2026-12-01", false)]
    [InlineData("2026-10-05", "2026-10-05", true)]
    public void Bind_OneOfAKindAfterAnother_WarnsOnlyWhereBothCount(string until, string from, bool warns)
    {
        using Population population = TinyPopulation.Build();
        BindingResult bound = Bind($"  - safe_crossings: {{ reach: 50%, until: {until} }}\n  - safe_crossings: {{ name: more, reach: 70%, phase_in: {from} }}\n", population);
        bound.HasErrors.ShouldBeFalse();
        bound.Diagnostics.Any(d => d.Code.Id == "SIM0607").ShouldBe(warns);
    }

    [Fact]
    public void Bind_DisjointWheres_AddUpToTheWhole()
    {
        using Population population = TinyPopulation.Build();
        string[] Rows(string text) => [.. Bind(text, population).Effects.SelectMany(e => e.Rows.Select((r, i) => $"{e.Lever} {r} {e.AmountOf(i)} {e.StartOf(i)}")).Order(StringComparer.Ordinal)];
        Rows("  - flexible_working: { reach: 37%, where: [Liverpool, Wirral] }\n")
            .ShouldBe(Rows("  - flexible_working: { reach: 37%, where: Liverpool }\n  - flexible_working: { name: two, reach: 37%, where: Wirral }\n"));
    }
}
