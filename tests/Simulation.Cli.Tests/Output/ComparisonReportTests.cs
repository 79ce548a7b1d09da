using System.Text.Json;
using Simulation.Cli.Output;
using Simulation.Engine.Interventions;
using Simulation.Results.Comparisons;

namespace Simulation.Cli.Tests.Output;

public sealed class ComparisonReportTests
{
    private static readonly Comparison Package = Comparison.Of(
        ExampleRuns.Make("baseline", 0),
        [
            ExampleRuns.Make("school streets", -0.012, (Lever.GateTraffic, -0.68f)),
            ExampleRuns.Make("safe speeds", -0.02, (Lever.SpeedCompliance, 0.45f)),
            ExampleRuns.Make("both", -0.04, (Lever.GateTraffic, -0.68f), (Lever.SpeedCompliance, 0.45f)),
        ],
        "deprivation");

    [Fact]
    public void Print_APackage_MatchesTheGoldenText()
    {
        using Printed printed = new();

        ComparisonReport.Print(printed.Terminal, Package);

        printed.Out.ShouldMatchGolden("compare-package");
        printed.Out.Split('\n').ShouldAllBe(line => line.Length <= Terminal.Width);
    }

    [Fact]
    public void Print_NoDifference_SaysExactlyZero()
    {
        using Printed printed = new();

        ComparisonReport.Print(printed.Terminal, Comparison.Of(ExampleRuns.Make("baseline", 0), [ExampleRuns.Make("nothing", 0)]));

        printed.Out.ShouldContain("No indicator differs: exactly zero.");
    }

    [Fact]
    public void Print_GapNarrowsByLevellingDown_WarnsInWords()
    {
        using Printed printed = new();

        // The most deprived decile is as before; the gap to it narrows because all others lose.
        ComparisonReport.Print(printed.Terminal, Comparison.Of(ExampleRuns.Make("before", 0), [ExampleRuns.Make("after", 0, 0.02)]));

        printed.Out.ReplaceLineEndings(" ").ShouldContain("no better off");
    }

    [Fact]
    public void Write_APackage_IsOneObjectWithSumAndWhole()
    {
        using Printed printed = new();

        JsonOutput.Write(printed.Terminal, json => ComparisonJson.Write(json, Package, []));

        using JsonDocument document = JsonDocument.Parse(printed.Out);
        JsonElement root = document.RootElement;
        root.GetProperty("seed").GetUInt64().ShouldBe(1UL);
        root.GetProperty("scenarios").GetArrayLength().ShouldBe(3);
        JsonElement first = root.GetProperty("scenarios")[0];
        first.GetProperty("indicators")[0].GetProperty("name").GetString().ShouldBe("adults_inactive");
        first.GetProperty("indicators")[0].GetProperty("difference").GetDouble().ShouldBe(-0.003, 1e-9);
        first.GetProperty("strata").GetArrayLength().ShouldBe(16);
        JsonElement package = root.GetProperty("package");
        package.GetProperty("whole").GetString().ShouldBe("both");
        package.GetProperty("indicators")[0].GetProperty("sumOfParts").GetDouble().ShouldBe(-0.008, 1e-9);
        package.GetProperty("indicators")[0].GetProperty("together").GetDouble().ShouldBe(-0.01, 1e-9);
    }
}
