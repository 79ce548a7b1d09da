using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Documentation;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

/// <summary>Files that are written by the program and committed: they must be what the program would write today.</summary>
public sealed class GeneratedFilesTests
{
    private static string Guide => Path.Combine(RepositoryFiles.Root, "scenarios", "docs", "language.md");

    private static string Schema => Path.Combine(RepositoryFiles.Root, "scenarios", "schema", "scenario.schema.json");

    [Fact]
    public void Schema_AsCommitted_IsWhatTheShapesSay() => Same(Schema, SchemaGenerator.Generate());

    [Fact]
    public void Guide_ItsReference_IsWhatTheShapesSay() => Same(Guide, LanguageReference.Renew(File.ReadAllText(Guide)));

    [Fact]
    public void EveryKind_HasASchemaAHeadingAnExampleAndAnEffectTest()
    {
        string schema = SchemaGenerator.Generate();
        string guide = File.ReadAllText(Guide);
        string library = string.Concat(RepositoryFiles.LibraryFiles().Select(File.ReadAllText));
        string tests = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "tests", "Simulation.Engine.Tests", "Interventions", "KindEffectTests.cs"));
        foreach (InterventionKind kind in InterventionCatalogue.Kinds)
        {
            schema.ShouldContain($"\"#/definitions/{kind.Key}\"");
            guide.ShouldContain($"\n#### {kind.Key}\n");
            library.ShouldContain($"- {kind.Key}", customMessage: "a library scenario shows every kind");
            tests.ShouldContain($"\"{kind.Key}\"", customMessage: "a test holds every kind to its effect");
        }
    }

    [Fact]
    public void EveryCode_HasAPageInTheGuide()
    {
        string guide = File.ReadAllText(Guide);
        Codes.All.Select(c => c.Id).ShouldBeUnique();
        foreach (DiagnosticCode code in Codes.All)
        {
            guide.ShouldContain($"#### {code.Id} — {code.Title}");
        }
    }

    [Fact]
    public void Guide_EveryLibraryFileThatItNames_Exists()
    {
        foreach (System.Text.RegularExpressions.Match name in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(Guide), "`([a-z0-9-]+\\.yaml)`"))
        {
            if (name.Groups[1].Value != "my-plan.yaml")
            {
                File.Exists(Path.Combine(RepositoryFiles.Library, name.Groups[1].Value)).ShouldBeTrue(name.Value);
            }
        }
    }

    [Fact]
    public void Starter_AsWritten_ChecksWithoutAWord()
    {
        ScenarioResult result = ScenarioReader.ReadText(ScenarioStarter.Create("Plan: 'A', 50% #1"), "new.yaml");
        DiagnosticPrinter.Print(result.Diagnostics).ShouldBe(string.Empty);
        result.Scenario!.Name.ShouldBe("Plan: 'A', 50% #1");
        ScenarioReader.ReadText(ScenarioStarter.Create(), "new.yaml").Scenario!.Interventions.Count.ShouldBe(2);
        ScenarioStarter.Create().Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    private static void Same(string file, string expected)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, expected);
            Assert.Fail("The file was rewritten: run again without UPDATE_GOLDEN.");
        }

        File.ReadAllText(file).ShouldBe(expected);
    }
}
