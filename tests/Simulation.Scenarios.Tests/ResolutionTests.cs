using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

public sealed class ResolutionTests
{
    private const string Text = "scenario: T\nextends: school-streets\ninterventions:\n  - flexible_working: { reach: 30% }\nparameters: { habit.gain: 0.05 }\n";

    private static ScenarioResult Set(params string[] settings) => ScenarioReader.ReadText(Text, "t.yaml", set: settings);

    [Fact]
    public void Set_PathsOfEveryForm_ChangeWhatTheyName()
    {
        Set("horizon.days=28").Scenario!.Days.ShouldBe(28);
        Set("horizon.years=2").Scenario!.Days.ShouldBe(731, "2028 is a leap year");
        Set("interventions.school_street.reach=80%").Scenario!.Interventions[0].Request.Reach.Share.ShouldBe(0.8);
        Set("interventions.flexible_working.where.places=[Liverpool, Halton]").Scenario!.Interventions[1].Request.Where.Places!.Count.ShouldBe(2);
        Set("parameters.habit.gain=0.06").Scenario!.ParameterOverrides["habit.gain"].ShouldBe(0.06);
        Set("parameters.evidence.weight_uncontrolled=1").Scenario!.ParameterOverrides["evidence.weight_uncontrolled"].ShouldBe(1);
        Set("seed=7", "seed=8").Scenario!.Seed.ShouldBe(8);
    }

    [Theory]
    [InlineData("horizon.days", "SIM0303")]
    [InlineData("=3", "SIM0303")]
    [InlineData("interventions.school_steet.reach=80%", "SIM0304")]
    [InlineData("interventions.school_street=80%", "SIM0304")]
    [InlineData("scenario.name=x", "SIM0304")]
    [InlineData("horizon.dais=28", "SIM0101")]
    [InlineData("interventions.school_street.reach=180%", "SIM0217")]
    [InlineData("interventions.school_street.reach=[", "SIM0008")]
    [InlineData("horizon.days=twenty", "SIM0201")]
    public void Set_AMistake_SaysWhere(string setting, string code)
    {
        ScenarioResult result = Set(setting);
        result.HasErrors.ShouldBeTrue();
        result.Diagnostics.ShouldContain(d => d.Code.Id == code && d.Span.Source.Name == "--set", DiagnosticPrinter.Print(result.Diagnostics));
    }

    [Theory]
    [MemberData(nameof(LibraryTests.Files), MemberType = typeof(LibraryTests))]
    public void Resolve_ALibraryScenario_ReadsBackToTheSameMeaning(string file)
    {
        Scenario scenario = ScenarioReader.Read(Path.Combine(RepositoryFiles.Library, file)).Scenario!;
        foreach (bool origins in new[] { true, false })
        {
            string text = ResolvedText.Print(scenario, origins);
            text.Split('\n').ShouldAllBe(l => l.Length <= 80);
            ScenarioResult again = ScenarioReader.ReadText(text, "resolved.yaml");
            DiagnosticPrinter.Print([.. again.Diagnostics.Where(d => d.Code != Codes.NotCosted)]).ShouldBe(string.Empty, text);
            again.Scenario!.Hash.ShouldBe(scenario.Hash);
            again.Scenario.Name.ShouldBe(scenario.Name);
            again.Scenario.Description.ShouldBe(scenario.Description);
        }
    }

    [Theory]
    [InlineData("many words, with: colons and # marks, 'quotes' and \"others\", again and again until the line is far too long")]
    [InlineData("two  spaces here keep a text of more than eighty columns on one line, because folding would lose them")]
    [InlineData("> looks like a fold and is none, and goes on for long enough to have to be folded itself, or to stay")]
    public void Resolve_ALongText_ReadsBackToTheSame(string description)
    {
        Scenario scenario = Set().Scenario!;
        Scenario written = ScenarioReader.ReadText($"scenario: T\nextends: baseline\ndescription: '{description.Replace("'", "''", StringComparison.Ordinal)}'\n", "t.yaml").Scenario!;
        written.Description.ShouldBe(description);
        ScenarioReader.ReadText(ResolvedText.Print(written), "again.yaml").Scenario!.Description.ShouldBe(description);
        scenario.ShouldNotBeNull();
    }

    [Fact]
    public void Resolve_EveryValue_NamesItsOrigin()
    {
        string text = ResolvedText.Print(Set("horizon.days=28").Scenario!);
        text.ShouldContain("days: 28  # --set:1");
        text.ShouldContain("owner: highways  # library/school-streets.yaml:7");
        text.ShouldContain("reach: 30%  # t.yaml:4");
        text.ShouldContain("start: 2026-09-01  # library/baseline.yaml:6");
    }
}
