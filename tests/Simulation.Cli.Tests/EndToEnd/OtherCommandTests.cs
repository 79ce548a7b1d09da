namespace Simulation.Cli.Tests.EndToEnd;

public sealed class OtherCommandTests : IDisposable
{
    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help-run", "run", "--help")]
    [InlineData("help-compare", "compare", "--help")]
    [InlineData("help-view", "view", "--help")]
    [InlineData("help-render", "render", "--help")]
    [InlineData("help-validate", "validate", "--help")]
    [InlineData("help-describe", "describe", "--help")]
    [InlineData("help-check", "check", "--help")]
    [InlineData("help-explain", "explain", "--help")]
    [InlineData("help-diff", "diff", "--help")]
    [InlineData("help-plan", "plan", "--help")]
    [InlineData("help-new", "new", "--help")]
    [InlineData("help-migrate", "migrate", "--help")]
    [InlineData("help-resolve", "resolve", "--help")]
    [InlineData("help-schema", "schema", "--help")]
    [InlineData("help-docs", "docs", "--help")]
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

        outcome.Out.ShouldContain("Numbers below are those of the region's 2,700,000 residents, estimated from the");
        string all = outcome.Out[outcome.Out.IndexOf("All places", StringComparison.Ordinal)..];
        all.ShouldMatch(@"Residents +2,700,000 ");
        all.ShouldMatch(@"Pupils aged 4–10 +\d\d\d,\d\d\d ");
    }

    [Fact]
    public void Population_DescribeNeighbourhoods_ListsThemAsScenariosNameThem()
    {
        simulate.Run("population", "build", "--out", "a.population", "--residents", "5000").ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("population", "describe", "a.population", "--neighbourhoods");
        string code = outcome.Out.Split('\n')[2].Split(' ')[0];
        simulate.Write("one.yaml", $"scenario: One\nversion: 1\ninterventions:\n  - green_space:\n      where: {{ neighbourhoods: [{code}] }}\n");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
        simulate.Run("explain", "one.yaml", "--population", "a.population").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("'h2.yaml' is one word too many: run takes SCENARIO; a file to write is named with --out.", "run", "baseline", "h2.yaml")]
    [InlineData("'a.md' is one word too many: docs takes none; a file to write is named with --out.", "docs", "a.md")]
    [InlineData("--residents must be a whole number in digits alone, such as 7 or 20000, not '20,000'.", "run", "baseline", "--residents", "20,000")]
    [InlineData("FILE must not be empty; expected: scenario or study files", "check", "")]
    public void CommandLine_AWordThatCannotBe_IsToldInWords(string said, params string[] words)
    {
        Outcome outcome = simulate.Run(words);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(said);
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
    public void Validate_RunOfABaseline_PrintsEveryTargetMetOrNot()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents).ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("validate", "baseline.run");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("B1");
        outcome.Out.ShouldContain(" targets met: ");
        outcome.Out.ShouldContain(" predicted, ");
        outcome.Error.ShouldContain("covers 28 days");
        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void Validate_NoRun_RunsTheBaselineFirst()
    {
        Outcome outcome = simulate.Run("validate", "--residents", Simulate.Residents, "--days", "28", "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(outcome.Out);
        System.Text.Json.JsonElement lines = document.RootElement.GetProperty("lines");
        lines.GetArrayLength().ShouldBeGreaterThan(20);
        document.RootElement.GetProperty("met").GetInt32().ShouldBe(lines.EnumerateArray().Count(l => l.GetProperty("met").GetBoolean()));
    }

    [Fact]
    public void Validate_RunWithInterventions_IsRefused()
    {
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Run("run", "streets.yaml", "--residents", Simulate.Residents).ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("validate", "streets.run");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("has interventions");
    }

    [Fact]
    public void Run_ScenarioNamesSeedAndResidents_AreUsed()
    {
        simulate.Write("own.yaml", Scenarios.Baseline + "\nseed: 9\npopulation: { residents: 5000 }\n");

        Outcome outcome = simulate.Run("run", "own.yaml", "--days", "7", "--out", "-", "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(outcome.Out);
        document.RootElement.GetProperty("seed").GetUInt64().ShouldBe(9UL);
        document.RootElement.GetProperty("residents").GetInt32().ShouldBe(5_000);
    }

    [Fact]
    public void Run_ScenarioNamesItsOutputs_KeepsOnlyThose()
    {
        simulate.Write("few.yaml", Scenarios.Baseline + "\noutputs: { indicators: [adults_inactive, school_walk], by: [place] }\n");

        Outcome outcome = simulate.Run("run", "few.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using Results.RunFiles.RunFileReader run = Results.RunFiles.RunFileReader.Open(simulate.File("few.run"));
        run.Indicators.Select(i => i.Key).ShouldBe(["adults_inactive", "school_walk"]);
        run.Strata.Select(s => s.By).Distinct().ShouldBe(["all", "place"]);
        run.Strata.Count.ShouldBe(10);
    }

    [Fact]
    public void Run_OpenData_IsBuiltOnceAndReused()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        string[] args = ["run", "baseline.yaml", "--data", OpenData(), "--residents", "3000", "--days", "7", "--json", "--force"];

        Outcome first = simulate.Run(args);
        Outcome second = simulate.Run(args);

        first.ExitCode.ShouldBe(0, first.Error);
        second.ExitCode.ShouldBe(0, second.Error);
        second.Error.ShouldContain("reused from");
        using System.Text.Json.JsonDocument one = System.Text.Json.JsonDocument.Parse(first.Out);
        using System.Text.Json.JsonDocument two = System.Text.Json.JsonDocument.Parse(second.Out);
        one.RootElement.GetProperty("populationSource").GetString().ShouldBe("open data");
        two.RootElement.GetProperty("stateHash").GetString().ShouldBe(one.RootElement.GetProperty("stateHash").GetString());
    }

    private static string OpenData([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "data", "open-data"));

    [Fact]
    public void NoCommand_IsAUsageError() => simulate.Run().ExitCode.ShouldBe(2);
}
