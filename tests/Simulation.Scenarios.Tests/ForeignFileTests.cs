using System.Text;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

/// <summary>What is no scenario is called what it is, and said what to do with.</summary>
public sealed class ForeignFileTests
{
    [Theory]
    [InlineData("SQLite format 3\0\u0010", "This is a run file or another database, not a scenario.", "simulate compare baseline A.run")]
    [InlineData("SIMPOP\r\n\u0001\0", "This is a population file, not a scenario.", "--population")]
    [InlineData("SIMSTA\r\n\u0001\0", "This is the kept state of a run, not a scenario.", "--from")]
    [InlineData("SIMREC\r\n\u0001\0", "This is a recording, not a scenario.", "simulate view")]
    [InlineData("PK\u0003\u0004\u0014\0", "This is a workbook, a text of a word processor or an archive, not a scenario.", "plain text")]
    [InlineData("%PDF-1.7\n", "This is a PDF, not a scenario.", "plain text")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "This is a pointer of Git LFS, which stands for a file, not a scenario.", "git lfs pull")]
    [InlineData("\n<!DOCTYPE html><html>", "This is a web page or XML, not a scenario.", "save the file itself")]
    public void Read_AFileOfAnotherKind_IsCalledWhatItIs(string content, string message, string hint)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("foreign-").FullName, "plan.yaml");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(content));
        ScenarioResult result = ScenarioReader.Read(path);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

        result.Scenario.ShouldBeNull();
        result.Diagnostics.Single().Message.ShouldBe(message);
        result.Diagnostics[0].Hint!.ShouldContain(hint);
        result.Diagnostics[0].Span.Line.ShouldBe(1);
    }

    [Fact]
    public void Read_AStudy_IsToldInOneLine()
    {
        Diagnostic said = ScenarioReader.ReadText("study: Streets or speeds?\nversion: 1\nscenarios: [school-streets]\ndraws: 4\n", "s.yaml").Diagnostics.Single();
        said.ToString().ShouldBe("s.yaml:1:1: error SIM0103: This is a study, which sets scenarios side by side, and no scenario.");
        said.Hint!.ShouldContain("simulate study run");
    }

    [Fact]
    public void Read_AnAddress_SaysThatNothingIsFetched() =>
        ScenarioReader.Read("https://example.org/plan.yaml").Diagnostics.Single().Message.ShouldBe("This is an address, and nothing is fetched from the network.");
}
