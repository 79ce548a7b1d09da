using System.Globalization;
using System.Text.Json;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>Numbers of the model from figures of one's own.</summary>
public sealed class CalibrateTests : IDisposable
{
    private const string Walking = "school.walk_cost_primary";
    private const double Truth = -0.16;

    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Calibrate_OnFiguresThatAKnownNumberMade_FindsIt_AndWritesAScenarioThatRuns()
    {
        simulate.Write("truth.yaml", Scenarios.Baseline + $"\nparameters: {{ {Walking}: {Truth.ToString(CultureInfo.InvariantCulture)} }}\n");
        Outcome made = simulate.Run("run", "truth.yaml", "--residents", Simulate.Residents, "--days", "28", "--out", "-", "--json");
        made.ExitCode.ShouldBe(0, made.Error);
        using JsonDocument truth = JsonDocument.Parse(made.Out);
        string Measured(string indicator) => truth.RootElement.GetProperty("indicators").GetProperty(indicator).GetDouble().ToString(CultureInfo.InvariantCulture);
        simulate.Write("own.yaml", $$"""
            targets: Our survey
            version: 1
            set: [horizon.days=28]
            numbers: [{{Walking}}, school.car_cost]
            figures:
              - { indicator: school_walk, value: {{Measured("school_walk")}}, error: 0.5% }
              - { indicator: school_car, value: {{Measured("school_car")}}, error: 0.5% }
              - { indicator: school_bus, value: {{Measured("school_bus")}}, error: 0.5% }
            """);

        Outcome outcome = simulate.Run("calibrate", "--targets", "own.yaml", "--residents", Simulate.Residents, "--waves", "2", "--out", "fitted.yaml", "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument found = JsonDocument.Parse(outcome.Out);
        JsonElement number = found.RootElement.GetProperty("numbers")[0];
        number.GetProperty("name").GetString().ShouldBe(Walking);
        Truth.ShouldBeInRange(number.GetProperty("low").GetDouble(), number.GetProperty("high").GetDouble());
        found.RootElement.GetProperty("volume").GetDouble().ShouldBeLessThan(0.2);
        found.RootElement.GetProperty("figures").EnumerateArray().ShouldAllBe(f => f.GetProperty("distance").GetDouble() < 2);

        Outcome run = simulate.Run("run", "fitted.yaml", "--residents", Simulate.Residents, "--days", "14", "--out", "-");
        run.ExitCode.ShouldBe(0, run.Error);
        simulate.Run("calibrate", "--targets", "own.yaml", "--residents", Simulate.Residents, "--out", "fitted.yaml").Error.ShouldContain("exists already");
    }

    [Fact]
    public void Calibrate_OnAPlaceThatIsNone_SaysWhichThereAre()
    {
        simulate.Write("own.yaml", "targets: T\nversion: 1\nset: [horizon.days=14]\nnumbers: [social.class]\nfigures: [{ indicator: school_walk, by: place, stratum: Huyton, value: 40%, error: 2% }]\n");

        Outcome outcome = simulate.Run("calibrate", "--targets", "own.yaml", "--residents", "2000");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("there is no place 'Huyton'; there are");
        outcome.Error.ShouldContain("Knowsley");
    }
}
