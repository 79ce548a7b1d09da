using System.Text;
using System.Text.Json;

namespace Simulation.Cli.Tests.EndToEnd;

public sealed class WritingCommandTests : IDisposable
{
    private const string Draft = """
        # a draft
        name: Old plan   # keep me
        measures:
          - school_street:
              coverage: 60% of primary schools  # and me
        """;

    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void New_File_ChecksWithoutAWord()
    {
        Outcome written = simulate.Run("new", "my-plan.yaml", "--name", "Ours: a plan");
        Outcome check = simulate.Run("check", "my-plan.yaml");

        written.ExitCode.ShouldBe(0, written.Error);
        written.Out.ShouldContain("simulate check my-plan.yaml");
        File.ReadAllText(simulate.File("my-plan.yaml")).ShouldContain("scenario: 'Ours: a plan'");
        check.ExitCode.ShouldBe(0, check.Out);
        simulate.Files().ShouldBe(["my-plan.yaml"]);
    }

    [Theory]
    [InlineData("new", "precious.txt")]
    [InlineData("schema", "--out", "precious.txt")]
    [InlineData("docs", "--out", "precious.txt")]
    [InlineData("migrate", "draft.yaml", "--out", "precious.txt")]
    public void AnyCommand_FileExists_IsRefused(params string[] args)
    {
        simulate.Write("precious.txt", "precious");
        simulate.Write("draft.yaml", Draft);

        Outcome outcome = simulate.Run(args);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("--force");
        File.ReadAllText(simulate.File("precious.txt")).ShouldBe("precious");
        simulate.Run([.. args, "--force"]).ExitCode.ShouldBe(0);
        File.ReadAllText(simulate.File("precious.txt")).ShouldNotBe("precious");
        simulate.Files().ShouldBe(["draft.yaml", "precious.txt"]);
    }

    [Theory]
    [InlineData("new", ".")]
    [InlineData("new", "nowhere/plan.yaml")]
    [InlineData("schema", "--out", "nowhere/schema.json")]
    [InlineData("migrate", "nowhere.yaml")]
    [InlineData("migrate", ".")]
    [InlineData("resolve", "nowhere.yaml")]
    public void AnyCommand_PathThatLeadsNowhere_IsRefused(params string[] args)
    {
        Outcome outcome = simulate.Run(args);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldStartWith("error: ");
        outcome.Error.ShouldNotContain("internal");
        outcome.Error.ShouldNotContain("   at ");
        simulate.Files().ShouldBeEmpty();
    }

    [Fact]
    public void Schema_NoFile_PrintsJson()
    {
        Outcome outcome = simulate.Run("schema");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        document.RootElement.GetProperty("title").GetString().ShouldBe("Scenario");
    }

    [Fact]
    public void Docs_Force_KeepsTheGuideAboveTheReference()
    {
        Outcome printed = simulate.Run("docs");
        simulate.Write("guide.md", "# A guide\n\nIts words.\n\n" + printed.Out[..printed.Out.IndexOf('\n', StringComparison.Ordinal)] + "\nold\n");

        Outcome outcome = simulate.Run("docs", "--out", "guide.md", "--force");

        printed.Out.ShouldContain("## Reference");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        File.ReadAllText(simulate.File("guide.md")).ShouldBe("# A guide\n\nIts words.\n\n" + printed.Out);
    }

    [Fact]
    public void Migrate_Draft_PrintsItForwardWithItsRemarksAndLeavesTheFile()
    {
        simulate.Write("draft.yaml", Draft);

        Outcome outcome = simulate.Run("migrate", "draft.yaml");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("scenario: Old plan   # keep me");
        outcome.Out.ShouldContain("reach: 60% of primary schools  # and me");
        outcome.Error.ShouldContain("'coverage' is called 'reach' now");
        File.ReadAllText(simulate.File("draft.yaml")).ShouldBe(Draft);
    }

    [Fact]
    public void Migrate_Force_ReplacesTheFileItself()
    {
        simulate.Write("draft.yaml", Draft);

        simulate.Run("migrate", "draft.yaml", "--force").ExitCode.ShouldBe(0);

        File.ReadAllText(simulate.File("draft.yaml")).ShouldContain("version: 1");
        Outcome again = simulate.Run("migrate", "draft.yaml");
        again.ExitCode.ShouldBe(0);
        again.Error.ShouldContain("nothing is changed");
    }

    [Fact]
    public void Migrate_WhatIsNoText_IsRefused()
    {
        File.WriteAllBytes(simulate.File("latin.yaml"), Encoding.Latin1.GetBytes("name: £\n"));
        simulate.Write("open.yaml", "name: \"Old\n");

        Outcome latin = simulate.Run("migrate", "latin.yaml");
        Outcome open = simulate.Run("migrate", "open.yaml", "--force");

        latin.ExitCode.ShouldBe(1);
        latin.Error.ShouldContain("SIM0003");
        open.ExitCode.ShouldBe(1);
        open.Error.ShouldContain("SIM0007");
        File.ReadAllText(simulate.File("open.yaml")).ShouldBe("name: \"Old\n");
    }

    [Fact]
    public void Resolve_Settings_PrintsEveryValueWithItsOriginAndReadsTheSameAgain()
    {
        simulate.Write("base.yaml", Scenarios.SchoolStreets);
        simulate.Write("own.yaml", "scenario: Own\nversion: 1\nextends: base.yaml\n");

        Outcome outcome = simulate.Run("resolve", "own.yaml", "--set", "interventions.school_street.reach=80%");
        simulate.Write("whole.yaml", outcome.Out);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("# base.yaml:3");
        outcome.Out.ShouldContain("reach: 80%  # --set:1");
        simulate.Run("resolve", "own.yaml", "--no-origins").Out.ShouldNotContain('#');
        simulate.Run("diff", "own.yaml", "whole.yaml").Out.ShouldContain("~ interventions.school_street.reach: ");
    }
}
