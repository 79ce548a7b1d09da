using System.Text.Json;

namespace Simulation.Cli.Tests.EndToEnd;

public sealed class CompareCommandTests : IDisposable
{
    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Compare_ScenarioWithoutInterventions_DiffersByExactlyZeroEverywhere()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("nothing.yaml", Scenarios.Nothing);

        foreach (string by in new[] { "place", "deprivation", "age", "sex", "disability" })
        {
            Outcome outcome = simulate.Run(
                "compare", "baseline.yaml", "nothing.yaml", "--residents", Simulate.Residents, "--days", "14", "--by", by, "--json");

            outcome.ExitCode.ShouldBe(0, outcome.Error);
            using JsonDocument document = JsonDocument.Parse(outcome.Out);
            JsonElement scenario = document.RootElement.GetProperty("scenarios")[0];
            JsonElement[] differences = [.. scenario.GetProperty("indicators").EnumerateArray(), .. scenario.GetProperty("strata").EnumerateArray()];
            differences.Length.ShouldBeGreaterThan(20);
            differences.ShouldAllBe(d => d.GetProperty("difference").GetDouble() == 0);
            scenario.GetProperty("stateHash").GetString().ShouldBe(document.RootElement.GetProperty("baseline").GetProperty("stateHash").GetString());
        }

        simulate.Files().ShouldBe(["baseline.yaml", "nothing.yaml"]);
    }

    [Fact]
    public void Compare_NullScenarioRunFiles_HoldTheSameFigures()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("nothing.yaml", Scenarios.Nothing);
        foreach (string name in new[] { "baseline", "nothing" })
        {
            simulate.Run("run", name + ".yaml", "--residents", Simulate.Residents, "--days", "14").ExitCode.ShouldBe(0);
        }

        using Results.RunFiles.RunFileReader baseline = Results.RunFiles.RunFileReader.Open(simulate.File("baseline.run"));
        using Results.RunFiles.RunFileReader nothing = Results.RunFiles.RunFileReader.Open(simulate.File("nothing.run"));
        foreach (string by in new[] { "all", "place", "deprivation", "age", "sex", "disability", "neighbourhood" })
        {
            nothing.Read(by).SequenceEqual(baseline.Read(by)).ShouldBeTrue(by);
        }
    }

    [Fact]
    public void Compare_RunFileAndScenario_RunsTheScenarioLikeTheFile()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents, "--seed", "5", "--days", "21").ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("compare", "baseline.run", "streets.yaml", "--by", "place", "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        document.RootElement.GetProperty("seed").GetUInt64().ShouldBe(5UL);
        document.RootElement.GetProperty("days").GetInt32().ShouldBe(21);
        JsonElement walk = document.RootElement.GetProperty("scenarios")[0].GetProperty("indicators").EnumerateArray()
            .Single(i => i.GetProperty("name").GetString() == "school_walk");
        walk.GetProperty("difference").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Compare_Package_PrintsTheSumBesideTheWhole()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Write("speeds.yaml", Scenarios.SafeSpeeds);
        simulate.Write("together.yaml", Scenarios.Together);

        Outcome outcome = simulate.Run(
            "compare", "baseline.yaml", "streets.yaml", "speeds.yaml", "together.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("Streets and speeds: the sum of the parts beside the whole");
        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void Compare_OtherSeed_RefusesAndSaysWhy()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Run("run", "baseline.yaml", "--out", "one.run", "--residents", Simulate.Residents, "--days", "7").ExitCode.ShouldBe(0);
        simulate.Run("run", "baseline.yaml", "--out", "two.run", "--residents", Simulate.Residents, "--days", "7", "--seed", "2").ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("compare", "one.run", "two.run");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("seed: 1 in the baseline, 2 in the scenario");
        outcome.Out.ShouldBeEmpty();
    }

    [Fact]
    public void Compare_OtherPopulation_RefusesAndSaysWhy()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Run("run", "baseline.yaml", "--out", "one.run", "--residents", Simulate.Residents, "--days", "7").ExitCode.ShouldBe(0);
        simulate.Run("run", "baseline.yaml", "--out", "two.run", "--residents", "19000", "--days", "7").ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("compare", "one.run", "two.run");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("population: 20,000 residents");
    }

    [Fact]
    public void Compare_ForeignFile_SaysSo()
    {
        simulate.Write("a.run", "not a run");
        simulate.Write("baseline.yaml", Scenarios.Baseline);

        Outcome outcome = simulate.Run("compare", "a.run", "baseline.yaml");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("is not a run file");
    }

    [Fact]
    public void Compare_OneRunOnly_IsAUsageError() => simulate.Run("compare", "a.run").ExitCode.ShouldBe(2);
}
