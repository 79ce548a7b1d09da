using System.Text.Json;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>Which numbers of the model decide what a plan does.</summary>
public sealed class StudyScreenTests : IDisposable
{
    private readonly Simulate simulate = new();

    public StudyScreenTests() => simulate.Write("plan.yaml", Scenarios.SchoolStreets);

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Screen_TellsANumberThatMattersFromOneThatCannot_AndGoesOnAfterAStop()
    {
        string[] command =
        [
            "study", "screen", "plan.yaml", "--number", "school_street.gate_traffic", "--number", "commute.car_cost", "--trajectories", "2", "--indicator", "school_walk",
            "--residents", Simulate.Residents, "--days", "28", "--json",
        ];
        Outcome outcome = simulate.Run(command);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        Dictionary<string, JsonElement> numbers = document.RootElement.GetProperty("numbers").EnumerateArray().ToDictionary(n => n.GetProperty("name").GetString()!);
        numbers.Keys.ShouldBe(["school_street.gate_traffic", "commute.car_cost"]);
        double traffic = numbers["school_street.gate_traffic"].GetProperty("mean").GetDouble();
        Math.Abs(traffic).ShouldBeGreaterThan(5 * numbers["commute.car_cost"].GetProperty("size").GetDouble());
        numbers["commute.car_cost"].GetProperty("effects").GetInt32().ShouldBe(2);

        string[] runs = simulate.Files().Where(f => f.EndsWith(".run", StringComparison.Ordinal)).ToArray();
        runs.Length.ShouldBe(14);
        File.Delete(simulate.File(runs[^1]));
        Outcome again = simulate.Run([.. command[..^1]]);
        again.ExitCode.ShouldBe(0, again.Error);
        again.Error.ShouldContain("13 of 14 runs are finished and kept");
        again.Out.ShouldContain("School streets: what decides the change of walk to school");
        again.Out.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= 80);

        Outcome report = simulate.Run("study", "report", "plan-screen");
        report.ExitCode.ShouldBe(1);
        report.Error.ShouldContain("holds a screen, whose draws are no sample of what may be so");
    }

    [Theory]
    [InlineData("no number that draws of this plan vary is called 'scool.'", "plan.yaml", "--number", "scool.")]
    [InlineData("a screen looks at one plan with interventions", "baseline.yaml")]
    public void Screen_OfNothing_IsRefused(string words, params string[] arguments)
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        Outcome outcome = simulate.Run(["study", "screen", .. arguments, "--residents", "2000", "--days", "7"]);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain(words);
        simulate.Files().ShouldAllBe(f => !f.Contains("-screen", StringComparison.Ordinal) || !f.EndsWith(".run", StringComparison.Ordinal));
    }
}
