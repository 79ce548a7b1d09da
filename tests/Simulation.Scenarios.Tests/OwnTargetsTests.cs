using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Studies;

namespace Simulation.Scenarios.Tests;

/// <summary>Figures of one's own: read in their units, and every mistake told where it stands.</summary>
public sealed class OwnTargetsTests : IDisposable
{
    private const string Whole = """
        targets: Survey
        version: 1
        set: [horizon.days=84]
        numbers: [school.walk_cost_primary, baseline.leisure]
        figures:
          - { indicator: school_walk, value: 38%, error: 2% }
          - { indicator: mean_minutes_adults, by: place, stratum: Halton, value: 300, error: 12, model: 5 }
        """;

    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("targets").FullName, "own.yaml");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    [Fact]
    public void Read_AWholeFile_GivesSharesAsShares()
    {
        File.WriteAllText(file, Whole);

        (OwnTargets? targets, IReadOnlyList<Diagnostic> diagnostics) = OwnTargetsReader.Read(file);

        diagnostics.ShouldBeEmpty();
        targets!.Figures.ShouldBe([new("school_walk", "all", "all", 0.38, 0.02, 0), new("mean_minutes_adults", "place", "Halton", 300, 12, 5)]);
        targets.Numbers.Select(n => n.Name).ShouldBe(["school.walk_cost_primary", "baseline.leisure"]);
        targets.Settings.ShouldBe(["horizon.days=84"]);
    }

    [Theory]
    [InlineData("school.walk_cost_primary,", "school.walk_cost_primry,", 4, "The model has no parameter called 'school.walk_cost_primry'.")]
    [InlineData("baseline.leisure]", "school.walk_cost_primary]", 4, "is in the list twice")]
    [InlineData("indicator: school_walk", "indicator: school_wlk", 6, "school_wlk")]
    [InlineData("value: 38%", "value: 138%", 6, "a share lies between 0% and 100%")]
    [InlineData("value: 38%", "value: many", 6, "'value' takes a share, not 'many'.")]
    [InlineData("value: 300", "value: 30%", 7, "'value' takes a number in the measure's unit, not '30%'.")]
    [InlineData("error: 2%", "error: 0", 6, "No figure is known to be exactly so")]
    [InlineData(", stratum: Halton", "", 7, "'by' and 'stratum' go together.")]
    [InlineData("figures:", "figres:", 5, "figres")]
    public void Read_AMistake_IsToldWhereItStands(string right, string wrong, int line, string words)
    {
        File.WriteAllText(file, Whole.Replace(right, wrong, StringComparison.Ordinal));

        (OwnTargets? targets, IReadOnlyList<Diagnostic> diagnostics) = OwnTargetsReader.Read(file);

        targets.ShouldBeNull();
        diagnostics.ShouldContain(d => d.Severity == Severity.Error && d.Span.Line == line && d.Message.Contains(words, StringComparison.Ordinal), string.Join('\n', diagnostics.Select(d => $"{d.Span.Line} {d.Message}")));
    }
}
