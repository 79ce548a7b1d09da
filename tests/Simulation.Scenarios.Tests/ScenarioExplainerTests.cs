using Simulation.Engine.Populations;
using Simulation.Engine.Tests.Interventions;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Telling;

namespace Simulation.Scenarios.Tests;

public sealed class ScenarioExplainerTests
{
    private static Explanation Explain(string text)
    {
        using Population population = TinyPopulation.Build();
        return ScenarioExplainer.Explain(ScenarioReader.ReadText("scenario: T\nextends: baseline\n" + text, "t.yaml").Scenario!, population);
    }

    [Fact]
    public void Explain_SchoolStreets_CountsSchoolsPupilsAndZerosByPlace()
    {
        Explanation explanation = Explain("interventions:\n  - school_street: { where: { places: [Liverpool, Knowsley], deprivation: most deprived 50% }, reach: 60% of primary schools }\n");
        ExplainedIntervention one = explanation.Interventions.Single();
        one.Eligible.ShouldBe(10);
        one.Reached.ShouldBe(one.ByPlace.Sum(p => p.Units));
        one.Reached.ShouldBeInRange(4, 8);
        one.Residents.ShouldBe(one.Reached * TinyPopulation.Households);
        one.ByPlace.Single(p => p.Place == "Halton").Units.ShouldBe(0);
        one.Sentences.ShouldContain(s => s.Contains("Knowsley and Liverpool, in the most deprived 50% of neighbourhoods (10), and reaches 60% of them", StringComparison.Ordinal));
        (one.Owner, one.Level).ShouldBe(("highways", "structures"));
    }

    [Fact]
    public void Explain_ALevelOfActivity_IsCountedByWhatToExpectAndSaysSo()
    {
        const string Advice = "interventions:\n  - social_prescribing: { reach: 50%, who: { activity: WORD }, cost: { running: £1 per resident per year } }\n";
        ExplainedIntervention[] levels = [.. new[] { "inactive", "fairly active", "active", "[inactive, fairly active, active]" }
            .Select(word => Explain(Advice.Replace("WORD", word, StringComparison.Ordinal)).Interventions.Single())];
        ExplainedIntervention everyone = Explain("interventions:\n  - social_prescribing: { reach: 50% }\n").Interventions.Single();

        levels[3].Eligible.ShouldBe(everyone.Eligible);
        levels[3].Reached.ShouldBe(everyone.Reached);
        levels[..3].Sum(l => l.Eligible).ShouldBeInRange(everyone.Eligible - 2, everyone.Eligible + 2);
        levels[..3].Sum(l => l.Reached).ShouldBeInRange(everyone.Reached - 2, everyone.Reached + 2);
        ((double)levels[0].Reached / everyone.Reached).ShouldBeInRange(0.2, 0.4);
        levels[0].ByPlace.Sum(p => p.Units).ShouldBeInRange(levels[0].Reached - 5, levels[0].Reached + 5);
        levels[0].Sentences[1].ShouldStartWith("It is offered to inactive residents aged 16 and over in all places (about ");
        levels[0].Sentences[2].ShouldContain("settled in the run");
    }

    [Theory]
    [InlineData("{ start: 2026-09-01, years: 1 }", "school_street: { reach: all }", null)]
    [InlineData("{ start: 2026-09-01, years: 2 }", "school_street: { reach: all }", "on the one 1 September within it")]
    [InlineData("{ start: 2026-09-01, years: 10 }", "school_street: { reach: all }", "on the 9 firsts of September within it")]
    [InlineData("{ start: 2026-09-01, years: 10 }", "brief_advice: { reach: 10% }", "today's residents are too young now")]
    public void Explain_ARunOfYears_SaysWhoWillBeOldEnough(string horizon, string intervention, string? words)
    {
        ExplainedIntervention one = Explain($"horizon: {horizon}\ninterventions:\n  - {intervention}\n").Interventions.Single();

        one.Sentences.Any(s => s.StartsWith("Who is of the age for it is asked anew", StringComparison.Ordinal)).ShouldBe(words is not null);
        one.Sentences.ShouldContain(s => s.Contains(words ?? string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void Explain_TheDeprived_AreExpectedToBeLessActive()
    {
        long Reached(string where) => Explain($"interventions:\n  - brief_advice: {{ who: {{ activity: inactive }}, where: {{ deprivation: {where} }} }}\n").Interventions.Single().Reached;
        Reached("decile 1").ShouldBeGreaterThan(Reached("decile 10") * 5 / 4);
    }

    [Fact]
    public void Explain_Costs_FallIntoTheYearsInWhichTheyArePaid()
    {
        Explanation explanation = Explain("""
            horizon: { start: 2026-09-01, years: 2 }
            interventions:
              - school_street:
                  reach: 10 schools
                  phase_in: 2027-01-04
                  until: 2028-03-31
                  cost: { capital: £18k per school, running: £4k per school per year, police: { running: £365.25k per year } }
            """);
        explanation.Cost.Lines.Select(c => (c.Owner, c.Year, Math.Round(c.Capital), Math.Round(c.Running))).ShouldBe(
        [
            ("highways", "2026/27", 180_000, Math.Round(40_000 * 87 / 365.0)),
            ("highways", "2027/28", 0, 40_000),
            ("police", "2026/27", 0, Math.Round(365_250 * 87 / 365.0)),
            ("police", "2027/28", 0, 365_250),
        ]);
    }

    [Fact]
    public void Explain_AnExploratoryLever_SaysThatItIsLeftOut()
    {
        Explanation explanation = Explain("interventions:\n  - norm_change\n");
        explanation.Interventions.Single().LeftOut.ShouldBeTrue();
        explanation.Interventions.Single().Sentences.ShouldContain(s => s.Contains("left out of headline results", StringComparison.Ordinal));
        Explain("exploratory: include\ninterventions:\n  - norm_change\n").Interventions.Single().LeftOut.ShouldBeFalse();
    }

    [Fact]
    public void Explain_AGoal_MakesItsOwnersOtherLeversReachFurther()
    {
        string text = "interventions:\n  - policy_goal: { owner: highways, delivery: 50% }\n  - school_street: { reach: 40% }\n  - flexible_working: { reach: 40% }\n";
        Explanation off = Explain(text);
        Explanation on = Explain("exploratory: include\n" + text);
        off.Interventions[1].Reached.ShouldBeInRange(35, 37);
        on.Interventions[1].Reached.ShouldBeInRange(53, 55);
        on.Interventions[2].Reached.ShouldBe(off.Interventions[2].Reached);
    }

    [Theory]
    [MemberData(nameof(LibraryTests.Files), MemberType = typeof(LibraryTests))]
    public void Explain_ALibraryScenario_ReadsAsSentences(string file)
    {
        using Population population = TinyPopulation.Build();
        Explanation explanation = ScenarioExplainer.Explain(ScenarioReader.Read(Path.Combine(RepositoryFiles.Library, file)).Scenario!, population);
        explanation.Interventions.SelectMany(i => i.Sentences).ShouldAllBe(s => (s.EndsWith('.') || s.EndsWith(".)")) && !char.IsLower(s[0]) && !s.Contains("  "));
    }
}
