using System.Text.Json;
using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;

namespace Simulation.Cli.Tests.EndToEnd;

public sealed class RunCommandTests : IDisposable
{
    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Run_Baseline_LeavesAWholeFileAndPrintsTheHeadlines()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);

        Outcome outcome = simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        simulate.Files().ShouldBe(["baseline.run", "baseline.yaml"]);
        outcome.Out.ShouldContain("Adults inactive");
        outcome.Out.ShouldContain("under 30");
        using RunFileReader run = RunFileReader.Open(simulate.File("baseline.run"));
        run.Manifest.Days.ShouldBe(28);
        run.Manifest.Residents.ShouldBe(20_000);
        run.Manifest.ScenarioText.ShouldBe(Scenarios.Baseline);
        run.Dates.Count.ShouldBe(4);
        run.StrataOf("place").Count.ShouldBe(9);
        foreach (string name in new[]
        {
            "adults_inactive", "adults_fairly_active", "adults_active", "children_active", "active_travel_adults", "school_walk",
            "school_cycle", "school_car", "commute_walk", "commute_cycle", "commute_car", "commute_home", "mean_minutes_adults",
            "sii_inactive", "gate_cars",
        })
        {
            run.Indicators.ShouldContain(i => i.Key == name);
        }

        foreach (string by in new[] { "all", "place", "deprivation", "age", "sex", "disability", "neighbourhood" })
        {
            run.StrataOf(by).ShouldNotBeEmpty(by);
        }
    }

    [Fact]
    public void Run_Redirected_PrintsNoControlCharactersAndFitsEightyColumns()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);

        Outcome outcome = simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents);

        foreach (string text in new[] { outcome.Out, outcome.Error })
        {
            text.Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty();
        }

        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
        outcome.Error.ShouldContain("Simulating: 28 of 28 days");
    }

    [Fact]
    public void Run_Json_PrintsOneObjectWithEveryPromisedMember()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);

        Outcome outcome = simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents, "--json", "--workers", "2", "--seed", "7");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement root = document.RootElement;
        root.GetProperty("residents").GetInt32().ShouldBe(20_000);
        root.GetProperty("days").GetInt32().ShouldBe(28);
        root.GetProperty("wallSeconds").GetDouble().ShouldBeGreaterThan(0);
        root.GetProperty("residentDaysPerSecond").GetDouble().ShouldBeGreaterThan(0);
        root.GetProperty("peakMemoryBytes").GetInt64().ShouldBeGreaterThan(1_000_000);
        root.GetProperty("stateHash").GetString()!.Length.ShouldBe(64);
        root.GetProperty("populationHash").GetString()!.Length.ShouldBe(64);
        root.GetProperty("seed").GetUInt64().ShouldBe(7UL);
        root.GetProperty("workers").GetInt32().ShouldBe(2);
        JsonElement indicators = root.GetProperty("indicators");
        double sum = indicators.GetProperty("adults_inactive").GetDouble()
            + indicators.GetProperty("adults_fairly_active").GetDouble()
            + indicators.GetProperty("adults_active").GetDouble();
        sum.ShouldBe(1, 1e-9);
        indicators.GetProperty("school_walk").GetDouble().ShouldBeInRange(0, 1);
    }

    [Fact]
    public void Run_AnyNumberOfWorkers_GivesTheSameState()
    {
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);

        string[] hashes = [.. new[] { "1", "2", "3" }.Select(workers =>
        {
            Outcome outcome = simulate.Run(
                "run", "streets.yaml", "--out", "-", "--residents", Simulate.Residents, "--days", "14", "--workers", workers, "--json");
            outcome.ExitCode.ShouldBe(0, outcome.Error);
            using JsonDocument document = JsonDocument.Parse(outcome.Out);
            return document.RootElement.GetProperty("stateHash").GetString()!;
        })];

        hashes.Distinct().Count().ShouldBe(1);
        simulate.Files().ShouldBe(["streets.yaml"]);
    }

    [Fact]
    public void Run_FileExists_IsRefusedBeforeAnyWork()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("baseline.run", "precious");

        Outcome outcome = simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("--force");
        outcome.Error.ShouldNotContain("Simulating");
        File.ReadAllText(simulate.File("baseline.run")).ShouldBe("precious");
    }

    [Fact]
    public void Run_Force_ReplacesTheFile()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("baseline.run", "old");

        Outcome outcome = simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents, "--days", "7", "--force");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using RunFileReader run = RunFileReader.Open(simulate.File("baseline.run"));
        run.Manifest.Days.ShouldBe(7);
    }

    [Theory]
    [InlineData("scenario: X\nversion: 1\nhorizont: { start: 2026-09-01, days: 7 }\n", "horizont")]
    [InlineData("scenario: [X\nversion: 1\n", "broken.yaml:")]
    [InlineData("scenario: X\nversion: 1\ninterventions:\n  - school_streat:\n      reach: 10% of primary schools\n", "school_street")]
    [InlineData("scenario: X\nversion: 1\nhorizon: { start: 2026-02-30, days: 7 }\n", "2026-02-30")]
    public void Run_BrokenScenario_SaysWhereAndLeavesNoFile(string text, string expected)
    {
        simulate.Write("broken.yaml", text);

        Outcome outcome = simulate.Run("run", "broken.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain(expected);
        outcome.Error.ShouldMatch(@"broken\.yaml:\d+:\d+");
        outcome.Error.ShouldNotContain("   at ");
        outcome.Out.ShouldBeEmpty();
        simulate.Files().ShouldBe(["broken.yaml"]);
    }

    [Fact]
    public void Run_NoSuchScenario_SaysSo()
    {
        Outcome outcome = simulate.Run("run", "none.yaml");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("none.yaml");
        outcome.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void Run_Interrupted_LeavesNoFileAndEndsWith130()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // no SIGINT to send; the same token is cancelled in ScenarioRunnerTests
        }

        simulate.Write("long.yaml", Scenarios.Baseline);
        using System.Diagnostics.Process process = simulate.Start(
            "run", "long.yaml", "--residents", Simulate.Residents, "--days", "10950");
        List<string> error = [];
        while (process.StandardError.ReadLine() is { } line)
        {
            error.Add(line);
            if (line.StartsWith("Simulating", StringComparison.Ordinal))
            {
                System.Diagnostics.Process.Start("kill", ["-s", "INT", process.Id.ToString()]).WaitForExit();
            }
        }

        process.WaitForExit();

        process.ExitCode.ShouldBe(130, string.Join('\n', error));
        error[^1].ShouldContain("Stopped");
        simulate.Files().ShouldBe(["long.yaml"]);
    }

    [Theory]
    [InlineData("--days", "0")]
    [InlineData("--days", "seven")]
    [InlineData("--until", "yesterday")]
    [InlineData("--workers", "0")]
    [InlineData("--residents", "-5")]
    [InlineData("--seed", "x")]
    [InlineData("--nonsense", "1")]
    public void Run_WrongOption_IsAUsageError(string option, string value)
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);

        Outcome outcome = simulate.Run("run", "baseline.yaml", option, value);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("Try 'simulate run --help'.");
        outcome.Out.ShouldBeEmpty();
        simulate.Files().ShouldBe(["baseline.yaml"]);
    }

    [Fact]
    public void Run_DaysAndUntil_IsAUsageError() =>
        simulate.Run("run", "x.yaml", "--days", "3", "--until", "2027-01-01").ExitCode.ShouldBe(2);

    [Theory]
    [InlineData("--until", "2026-09-30")]
    [InlineData("--until", "30 September 2026")]
    [InlineData("--set", "horizon.until=2026-09-30")]
    public void Run_Until_SimulatesThroughThatDay(string option, string value)
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);

        Outcome outcome = simulate.Run(
            "run", "baseline.yaml", "--out", "-", "--residents", Simulate.Residents, option, value, "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        document.RootElement.GetProperty("days").GetInt32().ShouldBe(30);
    }

    [Fact]
    public void Run_EndsBeforeItsFirstWeek_SaysThatThereAreNoFigures()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);

        Outcome outcome = simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents, "--days", "3");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("No figures");
    }

    [Fact]
    public void Run_UntilBeforeTheStart_IsRefused()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);

        Outcome outcome = simulate.Run("run", "baseline.yaml", "--until", "2026-08-31");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("2026-09-01");
    }
}
