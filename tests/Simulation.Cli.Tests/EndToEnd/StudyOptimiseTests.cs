using System.Text.Json;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>The package of a plan's levers that does most for a budget.</summary>
public sealed class StudyOptimiseTests : IDisposable
{
    private const string Plan = Scenarios.SchoolStreets + """

          - walking_bus: { reach: 40% of primary schools }
          - speed_limit: { limit: 20 mph }
        """;

    private readonly Simulate simulate = new();

    public StudyOptimiseTests() => simulate.Write("plan.yaml", Plan);

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Optimise_TellsWhatFitsTheBudget_ByDrawsThatTheSearchDidNotSee_AndGoesOnAfterAStop()
    {
        string[] command = ["study", "optimise", "plan.yaml", "--budget", "£900m", "--draws", "2", "--residents", "4000", "--days", "28", "--json"];

        Outcome outcome = simulate.Run(command);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement root = document.RootElement;
        root.GetProperty("considered").GetInt32().ShouldBe(7);
        root.GetProperty("tooDear").GetInt32().ShouldBe(0);
        root.GetProperty("draws").GetInt32().ShouldBe(4);
        (string Name, double Cost, double Fewer, double Poor, bool Fair, bool Front)[] packages =
        [
            .. root.GetProperty("packages").EnumerateArray().Select(p => (
                p.GetProperty("name").GetString()!, p.GetProperty("cost").GetDouble(), p.GetProperty("fewerInactive").GetDouble(),
                p.GetProperty("proPoor").GetDouble(), p.GetProperty("meetsEquity").GetBoolean(), p.GetProperty("front").GetBoolean())),
        ];
        packages.ShouldBe(packages.OrderByDescending(p => p.Fair).ThenByDescending(p => p.Fewer));
        packages.ShouldAllBe(p => p.Fair == (p.Poor >= 0.8));
        foreach ((_, double cost, double fewer, double poor, _, bool front) in packages)
        {
            front.ShouldBe(!packages.Any(o => o.Fewer >= fewer && o.Cost <= cost && o.Poor >= poor && (o.Fewer > fewer || o.Cost < cost || o.Poor > poor)));
        }

        // Rounds and the last study share no draw.
        DrawsOf("plan-search/round-1").Intersect(DrawsOf("plan-search/best")).ShouldBeEmpty();

        string[] before = Stamps();
        simulate.Run(command).Out.ShouldBe(outcome.Out);
        Stamps().ShouldBe(before, "nothing was run twice");

        Outcome report = simulate.Run("study", "report", "plan-search/best");
        report.ExitCode.ShouldBe(0, report.Error);
    }

    [Fact]
    public void Optimise_APoorBudget_LeavesOutWhatIsDearer()
    {
        Outcome outcome = simulate.Run("study", "optimise", "plan.yaml", "--budget", "£20m", "--equity", "0", "--draws", "2", "--residents", "2000", "--days", "14", "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        document.RootElement.GetProperty("tooDear").GetInt32().ShouldBeGreaterThan(0);
        foreach (JsonElement package in document.RootElement.GetProperty("packages").EnumerateArray())
        {
            package.GetProperty("cost").GetDouble().ShouldBeLessThanOrEqualTo(20_000_000);
            package.GetProperty("meetsEquity").GetBoolean().ShouldBeTrue("no condition was made");
        }
    }

    [Theory]
    [InlineData("No package fits £1: the cheapest, ", "plan.yaml", "--budget", "£1")]
    [InlineData("no budget is named; give one with --budget £5m", "plan.yaml")]
    [InlineData("--budget takes an amount for the whole horizon such as £5m, not 'lots'", "plan.yaml", "--budget", "lots")]
    [InlineData("--budget takes an amount for the whole horizon such as £5m, not '£5m a year'", "plan.yaml", "--budget", "£5m a year")]
    [InlineData("has one lever: there is nothing to choose among", "one.yaml", "--budget", "£5m")]
    [InlineData("levers are chosen from one scenario without a sweep; this has a sweep", "sweep.yaml", "--budget", "£5m")]
    public void Optimise_WhatCannotBeChosenFrom_IsRefusedInWords(string words, params string[] arguments)
    {
        simulate.Write("one.yaml", Scenarios.SchoolStreets);
        simulate.Write("sweep.yaml", Plan + "\nsweep: { grid: { interventions.school_street.reach: [20%, 60%] } }\n");

        Outcome outcome = simulate.Run(["study", "optimise", .. arguments, "--residents", "2000", "--days", "7"]);

        outcome.ExitCode.ShouldNotBe(0);
        string.Join(' ', outcome.Error.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).ShouldContain(words);
        simulate.Files().ShouldAllBe(file => !file.EndsWith(".run", StringComparison.Ordinal));
    }

    private string[] DrawsOf(string study) =>
        [.. Directory.GetFiles(simulate.File(study + "/members"), "*.run").Select(f => Path.GetFileName(f).Split('-')[1].TrimStart('0')).Distinct()];

    private string[] Stamps() =>
        [.. Directory.GetFiles(simulate.File("plan-search"), "*.run", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"{f} {File.GetLastWriteTimeUtc(f):O}")];
}
