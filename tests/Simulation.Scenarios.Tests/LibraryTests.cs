using Simulation.Engine.Tests.Interventions;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Resolution;

namespace Simulation.Scenarios.Tests;

public sealed class LibraryTests
{
    public static TheoryData<string> Files() =>
        [.. RepositoryFiles.LibraryFiles().Select(f => Path.GetRelativePath(RepositoryFiles.Library, f).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_ALibraryScenario_HasNothingToSay(string file)
    {
        ScenarioResult result = ScenarioReader.Read(Path.Combine(RepositoryFiles.Library, file));

        // Some kinds have no published price, and a library has no budget of its own to take one from: that is said.
        DiagnosticPrinter.Print([.. result.Diagnostics.Where(d => d.Code != Codes.NotCosted)]).ShouldBe(string.Empty);
        Scenario scenario = result.Scenario!;
        scenario.Description.ShouldNotBeEmpty();

        using var population = TinyPopulation.Build();
        BindingResult bound = ScenarioBinder.Bind(scenario, population);
        bound.HasErrors.ShouldBeFalse();
        if (scenario.Interventions.Any(i => !i.Kind.Exploratory || scenario.IncludeExploratory))
        {
            bound.Effects.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Names_EveryFileOfTheLibrary_TravelsInsideTheAssembly() =>
        ScenarioLibrary.Names.ShouldBe(Files().Select(f => f.Data[..^5]).Order(StringComparer.Ordinal));

    [Fact]
    public void Read_ALibraryName_NeedsNoFile()
    {
        ScenarioResult byName = ScenarioReader.Read("school-streets");
        ScenarioResult byPath = ScenarioReader.Read(Path.Combine(RepositoryFiles.Library, "school-streets.yaml"));
        byName.Scenario!.Hash.ShouldBe(byPath.Scenario!.Hash);
    }

    [Fact]
    public void SchoolRunTogether_ItsParts_AreTheSingleLeverScenarios()
    {
        using var population = TinyPopulation.Build();
        string Effects(string name) => string.Join("\n", ScenarioBinder.Bind(ScenarioReader.Read(name).Scenario!, population).Effects
            .Select(e => $"{e.Lever} {string.Join(',', e.Rows)} {string.Join(',', e.Amounts)} {string.Join(',', e.Starts)} {e.End}").Order(StringComparer.Ordinal));
        string together = Effects("school-run-together");
        string parts = string.Join("\n", new[] { "flexible-working", "school-streets", "safe-routes", "safe-speeds" }
            .SelectMany(n => Effects(n).Split('\n')).Order(StringComparer.Ordinal));
        together.ShouldBe(parts);
    }
}
