using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Simulation.Scenarios.Diagnostics;

namespace Simulation.Scenarios.Tests;

public sealed class DiagnosticTests
{
    [Fact]
    public void Json_AMistake_CarriesWhatTheTextSays()
    {
        ScenarioResult result = ScenarioReader.ReadText("scenario: \"Ü \\\"x\\\"\"\nextends: baseline\nhorizn: { days: 3 }\n", "a \"file\".yaml");
        JsonElement json = JsonDocument.Parse(DiagnosticJson.Print(result.Diagnostics)).RootElement;
        json.GetProperty("errors").GetInt32().ShouldBe(1);
        JsonElement one = json.GetProperty("diagnostics")[0];
        one.GetProperty("file").GetString().ShouldBe("a \"file\".yaml");
        one.GetProperty("line").GetInt32().ShouldBe(3);
        one.GetProperty("column").GetInt32().ShouldBe(1);
        one.GetProperty("code").GetString().ShouldBe("SIM0101");
        one.GetProperty("hint").GetString().ShouldBe("Did you mean 'horizon'?");
    }

    [Fact]
    public void Distance_AnyTwoWords_IsAMeasureOfDifference() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (a, b) =>
        {
            int distance = NearestWord.Distance(a.Get, b.Get);
            distance.ShouldBe(NearestWord.Distance(b.Get, a.Get));
            (distance == 0).ShouldBe(a.Get == b.Get);
            distance.ShouldBeLessThanOrEqualTo(Math.Max(a.Get.Length, b.Get.Length));
        }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData("Liverpol", "Liverpool")]
    [InlineData("hlaton", "Halton")]
    [InlineData("st helens", "St Helens")]
    [InlineData("Manchester", null)]
    public void Find_AMisspeltPlace_IsTheNearestOrNone(string written, string? meant) =>
        NearestWord.Find(written, ["Halton", "Knowsley", "Liverpool", "St Helens"]).ShouldBe(meant);
}
