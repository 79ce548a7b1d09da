using System.Text.RegularExpressions;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Documentation;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Studies;

namespace Simulation.Scenarios.Tests;

/// <summary>What the guide shows is what a newcomer gets.</summary>
public sealed class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "scenarios", "docs", "language.md"));

    /// <summary>Blocks of YAML, without the indentation of the list that some stand in.</summary>
    private static string[] Blocks(string language) =>
        [.. Regex.Matches(Guide, $"^( *)```{language}\n(.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(m => Regex.Replace(m.Groups[2].Value, $"^{m.Groups[1].Value}", string.Empty, RegexOptions.Multiline))];

    [Fact]
    public void FirstScenario_ButForRemarks_IsTheStarter()
    {
        IEnumerable<string> starter = ScenarioStarter.Create().Split('\n').Where(l => l.Length > 0 && !l.StartsWith('#'));
        Blocks("yaml")[0].TrimEnd().Split('\n').ShouldBe(starter);
    }

    [Fact]
    public void EveryBlockOfYaml_ReadsWithoutAWord()
    {
        string[] blocks = Blocks("yaml");
        blocks.Length.ShouldBeGreaterThan(2);
        foreach (string block in blocks.Where(b => !b.StartsWith("study:", StringComparison.Ordinal)))
        {
            if (block.StartsWith("targets:", StringComparison.Ordinal))
            {
                string file = Path.GetTempFileName();
                File.WriteAllText(file, block);
                DiagnosticPrinter.Print(OwnTargetsReader.Read(file).Diagnostics).ShouldBe(string.Empty, block);
                File.Delete(file);
                continue;
            }

            string text = block.StartsWith("scenario:", StringComparison.Ordinal) ? block : "scenario: T\nextends: school-streets\n" + block;
            DiagnosticPrinter.Print(WithoutPrices(ScenarioReader.ReadText(text, "guide.yaml").Diagnostics)).ShouldBe(string.Empty, text);
        }
    }

    [Fact]
    public void Mistake_IsShownAsTheProgramPrintsIt()
    {
        string mistaken = ScenarioStarter.Create().Replace("[Liverpool,", "[Liverpol,", StringComparison.Ordinal);
        Guide.ShouldContain("\n```\n" + DiagnosticPrinter.Print(ScenarioReader.ReadText(mistaken, "my-plan.yaml").Diagnostics) + "```\n");
    }

    [Fact]
    public void EveryEffectWrittenInTheText_IsReadAsItStands()
    {
        MatchCollection effects = Regex.Matches(Guide, "`(effect: \\{ ([a-z_]+): [^`]*\\})`");
        effects.Count.ShouldBeGreaterThan(1);
        foreach (Match effect in effects)
        {
            string kind = effect.Groups[2].Value == "intention" ? "brief_advice" : "school_street";
            DiagnosticPrinter.Print(WithoutPrices(ScenarioReader.ReadText($"scenario: T\nextends: baseline\ninterventions:\n  - {kind}: {{ {effect.Groups[1].Value} }}\n", "guide.yaml").Diagnostics))
                .ShouldBe(string.Empty, effect.Value);
        }
    }

    /// <summary>An example of a key is no plan to be paid for.</summary>
    private static IReadOnlyList<Diagnostic> WithoutPrices(IReadOnlyList<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(d => d.Code != Codes.NotCosted && d.Code != Codes.FrozenPeople)];
}
