using System.Text.Json;

namespace Simulation.Cli.Tests.EndToEnd;

public sealed class CheckCommandTests : IDisposable
{
    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Check_GoodFile_SaysSoAndThatNobodyWasCounted()
    {
        // A number of residents that no test builds, so that no population is ever at hand.
        simulate.Write("streets.yaml", Scenarios.SchoolStreets + "\npopulation: { residents: 12345 }\n");

        Outcome outcome = simulate.Run("check", "streets.yaml");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldBe("streets.yaml: no mistakes\n");
        outcome.Error.ShouldContain("nobody is counted");
    }

    [Fact]
    public void Check_SeveralFiles_ReportsEveryMistakeOfEachWithItsPlaceAndAWayOut()
    {
        simulate.Write("one.yaml", "scenario: One\nversion: 1\nhorizon: { start: 2026-09-01, days: 0 }\ninterventions:\n  - school_street:\n      where: { places: [Liverpol] }\n");
        simulate.Write("two.yaml", "scenario: Two\nversion: 1\ninterventions:\n  - scool_street:\n");
        simulate.Write("three.yaml", Scenarios.Baseline);

        Outcome outcome = simulate.Run("check", "one.yaml", "two.yaml", "three.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(1);
        outcome.Out.ShouldContain("one.yaml:3:");
        outcome.Out.ShouldContain("one.yaml:6:25: error SIM0403");
        outcome.Out.ShouldContain("^^^^^^^^");
        outcome.Out.ShouldContain("Did you mean 'Liverpool'?");
        outcome.Out.ShouldContain("two.yaml:4:");
        outcome.Out.ShouldContain("three.yaml: no mistakes");
        outcome.Out.ShouldContain("2 of 3 files have errors.");
        outcome.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void Check_LeverReachesNobody_WarnsOnceCounted()
    {
        simulate.Write("none.yaml", """
            scenario: None
            version: 1
            horizon: { start: 2026-09-01, days: 28 }
            interventions:
              - school_street:
                  where: { places: [Halton], settlement: rural, deprivation: decile 1 }
            """);

        Outcome outcome = simulate.Run("check", "none.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("warning SIM0601");
    }

    [Fact]
    public void Check_Json_PrintsOneObjectWithThePlaceOfEveryMistake()
    {
        simulate.Write("one.yaml", "scenario: One\nversion: 1\ninterventions:\n  - school_street:\n      where: { places: [Liverpol] }\n");

        Outcome outcome = simulate.Run("check", "one.yaml", "--json");

        outcome.ExitCode.ShouldBe(1);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        document.RootElement.GetProperty("errors").GetInt32().ShouldBe(1);
        JsonElement file = document.RootElement.GetProperty("files")[0];
        file.GetProperty("file").GetString().ShouldBe("one.yaml");
        file.GetProperty("scenario").ValueKind.ShouldBe(JsonValueKind.Null);
        JsonElement found = file.GetProperty("diagnostics")[0];
        found.GetProperty("severity").GetString().ShouldBe("error");
        found.GetProperty("code").GetString().ShouldBe("SIM0403");
        found.GetProperty("line").GetInt32().ShouldBe(5);
        found.GetProperty("column").GetInt32().ShouldBe(25);
        found.GetProperty("endColumn").GetInt32().ShouldBe(33);
        found.GetProperty("hint").GetString()!.ShouldContain("Liverpool");
    }

    [Fact]
    public void Check_Set_IsCheckedLikeTheFile()
    {
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);

        Outcome outcome = simulate.Run("check", "streets.yaml", "--set", "interventions.school_street.reach=many");

        outcome.ExitCode.ShouldBe(1);
        outcome.Out.ShouldContain("--set:1:");
        outcome.Out.ShouldContain("SIM0217");
    }

    [Theory]
    [InlineData("nowhere.yaml", "SIM0001")]
    [InlineData(".", "SIM0001")]
    public void Check_NoSuchFile_SaysSo(string path, string code)
    {
        Outcome outcome = simulate.Run("check", path);

        outcome.ExitCode.ShouldBe(1);
        outcome.Out.ShouldContain(code);
        outcome.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void Check_WrongCommandLine_IsAUsageError()
    {
        simulate.Run("check").ExitCode.ShouldBe(2);
        simulate.Run("check", "baseline", "--jsn").ExitCode.ShouldBe(2);
    }
}
