using System.Text.Json;
using Simulation.Results.RunFiles;

namespace Simulation.Cli.Tests.EndToEnd;

public sealed class SettingOptionTests : IDisposable
{
    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Run_Set_RunsWhatItSaysAndKeepsItInTheRunFile()
    {
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);

        Outcome outcome = simulate.Run(
            "run", "streets.yaml", "--residents", Simulate.Residents, "--set", "horizon.days=7", "--set", "interventions.school_street.reach=50%");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using RunFileReader run = RunFileReader.Open(simulate.File("streets.run"));
        run.Manifest.Days.ShouldBe(7);
        run.Manifest.ScenarioText.ShouldContain("reach: 50%");
    }

    [Fact]
    public void Run_BadSettings_AreAllRefusedWithASentence()
    {
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);

        Outcome outcome = simulate.Run("run", "streets.yaml", "--set", "horizon", "--set", "interventions.daily_mile.reach=3");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("SIM0303");
        outcome.Error.ShouldNotContain("   at ");
        simulate.Files().ShouldBe(["streets.yaml"]);
        simulate.Run("run", "streets.yaml", "--set").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Compare_Set_ChangesTheScenarioAndTheSharedWorldButNotTheBaselinesInterventions()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);

        Outcome outcome = simulate.Run(
            "compare", "baseline.yaml", "streets.yaml", "--residents", Simulate.Residents, "--json",
            "--set", "horizon.days=14", "--set", "interventions.school_street.reach=50%");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        document.RootElement.GetProperty("days").GetInt32().ShouldBe(14);
    }

    [Fact]
    public void Compare_SetWithRunsThatHaveEnded_IsRefused()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents, "--days", "7").ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("compare", "baseline.run", "baseline.run", "--set", "horizon.days=14");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("runs that have ended");
    }

    [Fact]
    public void Run_Sweep_MakesTheCentralRunAndPointsToThePlan()
    {
        simulate.Write("sweep.yaml", Scenarios.SchoolStreets + "\nreplicates: 3\n");

        Outcome outcome = simulate.Run("run", "sweep.yaml", "--residents", Simulate.Residents, "--days", "7");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("one run is made");
        outcome.Error.ShouldContain("simulate plan");
    }
}
