using Simulation.Scenarios.Diagnostics;

namespace Simulation.Scenarios.Tests;

public sealed class TextWrapTests
{
    private const string Path = "/home/someone/.cache/simulation/populations/embedded-2700000-a4a6c7292e2f2271.population";

    [Fact]
    public void Fit_LineWithALongPath_PutsThePathOnALineOfItsOwnUnbroken() =>
        Fit($"Population: 2,700,000 residents, reused from {Path}").ShouldBe($"Population: 2,700,000 residents, reused from\n  {Path}");

    [Fact]
    public void Fit_ManyLines_BreaksOnlyThoseThatAreTooLongAndKeepsTheirIndent()
    {
        const string Frame = "    4 |   - school_street: { reach: 60 km }\n      |                             ^^^^^";
        string sentence = "  hint: " + string.Join(' ', Enumerable.Repeat("word", 30));
        string[] lines = Fit($"{Frame}\n{sentence}\nend").Split('\n');
        string.Join('\n', lines[..2]).ShouldBe(Frame);
        lines[2].ShouldStartWith("  hint: word");
        lines[3].ShouldStartWith("    word");
        lines[^1].ShouldBe("end");
        lines.ShouldAllBe(line => line.Length <= 80);
        string.Join(' ', lines[2..^1].Select(line => line.Trim())).ShouldBe(sentence.Trim());
    }

    private static string Fit(string text) => TextWrap.Fit(text, 80).ReplaceLineEndings("\n");
}
