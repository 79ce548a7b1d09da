using FsCheck;
using FsCheck.Fluent;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

public sealed class DiagnosticTests
{
    [Fact]
    public void Print_ALongLineAndAMistakeFarAlongIt_FitsEightyColumnsWithTheCaretUnderIt()
    {
        ScenarioResult result = ScenarioReader.ReadText(
            "scenario: T\nextends: baseline\ninterventions: [school_street: { reach: 60% of primary schools, where: { places: [Liverpool, Knowsley, Halton] }, adherance: 80%, note: 'and more of it to the right, so that it is cut on both sides' }]\n", "t.yaml");
        string[] lines = DiagnosticPrinter.Print(result.Diagnostics).Split('\n');
        lines.ShouldAllBe(l => l.Length <= 80);
        string caret = lines.Single(l => l.Contains("^^", StringComparison.Ordinal));
        string shown = lines[Array.IndexOf(lines, caret) - 1];
        shown.Substring(caret.IndexOf('^', StringComparison.Ordinal), caret.Count(c => c == '^')).ShouldBe("adherance");
    }

    [Fact]
    public void Distance_AnyTwoWords_IsAMeasureOfDifference() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (a, b) =>
        {
            int distance = NearestWord.Distance(a.Get, b.Get);
            distance.ShouldBe(NearestWord.Distance(b.Get, a.Get));
            (distance == 0).ShouldBe(a.Get == b.Get);
            distance.ShouldBeLessThanOrEqualTo(Math.Max(a.Get.Length, b.Get.Length));
        }).Check(LongForm.Cases());

    [Theory]
    [InlineData("Liverpol", "Liverpool")]
    [InlineData("hlaton", "Halton")]
    [InlineData("st helens", "St Helens")]
    [InlineData("Manchester", null)]
    public void Find_AMisspeltPlace_IsTheNearestOrNone(string written, string? meant) =>
        NearestWord.Find(written, ["Halton", "Knowsley", "Liverpool", "St Helens"]).ShouldBe(meant);
}
