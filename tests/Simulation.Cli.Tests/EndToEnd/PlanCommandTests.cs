using System.Text.Json;

namespace Simulation.Cli.Tests.EndToEnd;

public sealed class PlanCommandTests : IDisposable
{
    private const string Sweep = Scenarios.SchoolStreets + """

        replicates: 2
        sweep:
          grid:
            interventions.school_street.reach: [20%, 60%, 100%]
        """;

    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Plan_Sweep_ListsEveryRunAndSaysWhereTheRateComesFrom()
    {
        simulate.Write("sweep.yaml", Sweep);

        Outcome outcome = simulate.Run("plan", "sweep.yaml", "--measure");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("6 of the scenario, 2 of the baseline");
        foreach (string share in new[] { "20%", "60%", "100%" })
        {
            outcome.Out.ShouldContain($"interventions.school_street.reach={share}");
        }

        foreach (string part in new[] { "Time", "Memory", "Disk", "measured just now on" })
        {
            outcome.Out.ShouldContain(part);
        }

        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
        simulate.Files().ShouldBe(["sweep.yaml"]);
    }

    [Fact]
    public void Plan_AfterARunOfSomeSize_TakesItsRate()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Run("run", "baseline.yaml", "--residents", "50000", "--days", "7").ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("plan", "baseline.yaml", "--set", "population.residents=500000", "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement root = document.RootElement;
        JsonElement rate = root.GetProperty("rate");
        rate.GetProperty("from").GetString().ShouldBe("last run");
        rate.GetProperty("days").GetInt32().ShouldBe(7);
        double expected = 2 * 500_000.0 * (28 + Simulation.Engine.Running.ModelRun.WarmUpDays) / rate.GetProperty("residentDaysPerSecond").GetDouble();
        root.GetProperty("seconds").GetDouble().ShouldBe(expected, expected * 1e-9);
        root.GetProperty("memoryBytes").GetInt64().ShouldBeGreaterThan(1_000_000);
        root.GetProperty("diskBytes").GetInt64().ShouldBeGreaterThan(1_000);
        root.GetProperty("list").GetArrayLength().ShouldBe(1);
        outcome.Error.ShouldNotContain("Measuring");
    }

    [Fact]
    public void Plan_BadSetting_IsRefusedBeforeAnyMeasuring()
    {
        simulate.Write("sweep.yaml", Sweep);

        Outcome outcome = simulate.Run("plan", "sweep.yaml", "--measure", "--set", "horizon.dayz=3");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("dayz");
        outcome.Error.ShouldNotContain("Measuring");
    }

    [Fact]
    public void Plan_NoFile_IsAUsageError() => simulate.Run("plan").ExitCode.ShouldBe(2);
}
