namespace Simulation.Cli.Tests.EndToEnd;

public sealed class OtherCommandTests : IDisposable
{
    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help-run", "run", "--help")]
    [InlineData("help-compare", "compare", "--help")]
    [InlineData("help-validate", "validate", "--help")]
    [InlineData("help-describe", "describe", "--help")]
    [InlineData("help-population", "population", "--help")]
    [InlineData("help-population-build", "population", "build", "--help")]
    public void Help_AnyCommand_MatchesTheGoldenText(string golden, params string[] args)
    {
        Outcome outcome = simulate.Run(args);

        outcome.ExitCode.ShouldBe(0);
        outcome.Out.ShouldMatchGolden(golden);
        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void Describe_Model_PrintsScheduleAndParameters()
    {
        Outcome outcome = simulate.Run("describe");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("Schedule of a day");
        outcome.Out.ShouldContain("reads:");
        outcome.Out.ShouldContain("Parameters (");
        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void Describe_Profile_PrintsWhereTheTimeOfARunWent()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents, "--days", "7").ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("describe", "--profile", "baseline.run");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("Seconds");
        outcome.Out.ShouldContain("20,000 residents, 7 days");
    }

    [Fact]
    public void Population_BuildTwice_GivesTheSameBytes()
    {
        Outcome first = simulate.Run("population", "build", "--out", "a.population", "--residents", Simulate.Residents);
        Outcome second = simulate.Run("population", "build", "--out", "b.population", "--residents", Simulate.Residents);

        first.ExitCode.ShouldBe(0, first.Error);
        second.ExitCode.ShouldBe(0, second.Error);
        File.ReadAllBytes(simulate.File("b.population")).ShouldBe(File.ReadAllBytes(simulate.File("a.population")));
        simulate.Files().ShouldBe(["a.population", "b.population"]);
    }

    [Fact]
    public void Population_FileExists_IsRefused()
    {
        simulate.Write("a.population", "precious");

        Outcome outcome = simulate.Run("population", "build", "--out", "a.population", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("--force");
        File.ReadAllText(simulate.File("a.population")).ShouldBe("precious");
    }

    [Fact]
    public void Population_FolderWithoutData_NamesTheMissingFileAndWritesNothing()
    {
        Directory.CreateDirectory(simulate.File("empty"));

        Outcome outcome = simulate.Run("population", "build", "--out", "a.population", "--data", "empty");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("lsoa21_profile_2021.csv");
        outcome.Error.ShouldNotContain("   at ");
        simulate.Files().ShouldBeEmpty();
    }

    [Fact]
    public void Population_Describe_PrintsEveryPlaceBesideThePublishedFigures()
    {
        simulate.Run("population", "build", "--out", "a.population", "--residents", Simulate.Residents).ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("population", "describe", "a.population");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        foreach (string place in new[] { "Halton", "Knowsley", "Liverpool", "Sefton", "St. Helens", "Warrington", "Wirral", "Cheshire East", "Cheshire West" })
        {
            outcome.Out.ShouldContain(place);
        }
    }

    [Fact]
    public void Population_DescribeForeignFile_SaysSo()
    {
        simulate.Write("a.population", "not a population");

        Outcome outcome = simulate.Run("population", "describe", "a.population");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("a.population");
        outcome.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void Run_NamedPopulation_IsTheOneUsed()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Run("population", "build", "--out", "a.population", "--residents", "5000", "--seed", "3").ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("run", "baseline.yaml", "--population", "a.population", "--days", "7", "--out", "-", "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(outcome.Out);
        document.RootElement.GetProperty("residents").GetInt32().ShouldBe(5_000);
    }

    [Fact]
    public void NoCommand_IsAUsageError() => simulate.Run().ExitCode.ShouldBe(2);
}
