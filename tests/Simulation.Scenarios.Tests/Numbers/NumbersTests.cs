using System.Text.RegularExpressions;
using Simulation.Engine.Interventions;
using Simulation.Engine.Running;
using Simulation.Results.Indicators;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests.Numbers;

/// <summary>
/// The net under the numbers: every indicator of the baseline and of ten scenarios, by place and by deprivation, at four
/// dates of a year, is kept to the last bit in <c>tests/golden/numbers</c>. What changes one of them is a change of results:
/// it says so in <c>engine/docs/CHANGELOG.md</c>, or it is a mistake.
/// </summary>
public sealed partial class NumbersTests(RunFixture runs) : IClassFixture<RunFixture>
{
    private const string Switch = "SIMULATION_RESULTS_CHANGE";
    private const int Days = 364;

    // Weeks of autumn, before Christmas, in spring, and at the end, when schools are closed.
    private static readonly int[] Weeks = [4, 14, 32, 51];

    public static TheoryData<string> Scenarios() =>
    [
        "baseline", "150-000-more-active", "active-routes", "anchor-employers", "daily-mile", "ebike-loans", "exercise-referral",
        "free-leisure", "school-run-together", "speed-enforcement", "walking-bus",
    ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Figures_OfALibraryScenario_AreThoseKeptToTheLastBit(string name)
    {
        string now = NumberFile.Print(Run(name));
        string path = NumberFile.PathOf(name);
        string kept = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty;
        string differences = NumberFile.Differences(kept, now);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(path, now);
            Assert.SkipWhen(differences.Length == 0, "Nothing changed.");
            Assert.Fail($"{path} was written. {differences}Unset {Switch}; the next run names the digest for engine/docs/CHANGELOG.md.");
        }

        Assert.True(
            differences.Length == 0,
            $"{name} gives other figures than tests/golden/numbers: {differences}" +
            $"If results are meant to change, run this class once with {Switch}=1 and add a line under \"Results change\" to engine/docs/CHANGELOG.md.");
    }

    [Fact]
    public void Changelog_NewestResultsChange_NamesTheFiguresKept()
    {
        string changes = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "engine", "docs", "CHANGELOG.md"));
        Match newest = ResultsChange().Match(changes);
        newest.Success.ShouldBeTrue("No line of engine/docs/CHANGELOG.md begins with: - **Results change** (numbers `…`)");

        string digest = NumberFile.Digest();
        newest.Groups[1].Value.ShouldBe(
            digest,
            $"The figures in tests/golden/numbers changed. Say what and why at the top of engine/docs/CHANGELOG.md, with the headline before and after: - **Results change** (numbers `{digest}`): …");
    }

    [Fact]
    public void Differences_OfOneFigure_NamesItWithBothValues()
    {
        IndicatorRow[] rows = [new(new(2026, 10, 4), "school_walk", "place", "Wirral", 0.1, 30), new(new(2026, 10, 4), "school_car", "place", "Wirral", 0.3, 30)];
        string kept = NumberFile.Print(rows);
        rows[1] = rows[1] with { Value = double.BitIncrement(0.3) };

        NumberFile.Differences(kept, kept).ShouldBeEmpty();
        NumberFile.Differences(kept, NumberFile.Print(rows)).ShouldBe(
            "1 of 2 figures, the first:\n  school_car, place Wirral, 2026-10-04: 0.3 of 30 -> 0.30000000000000004 of 30\n");
    }

    [GeneratedRegex(@"^- \*\*Results change\*\* \(numbers `([0-9a-f]{12})`\)", RegexOptions.Multiline)]
    private static partial Regex ResultsChange();

    private IEnumerable<IndicatorRow> Run(string name)
    {
        Scenario scenario = ScenarioReader.Read(Path.Combine(RepositoryFiles.Library, name + ".yaml")).Scenario!;
        IReadOnlyList<Effect> effects = runs.Bind(scenario);
        KeptFigures figures = new();
        using ModelRun run = runs.Run(effects, scenario.Start, Days, scenario.ParameterOverrides, figures);
        DateOnly[] dates = [.. figures.Rows.Select(r => r.Date).Distinct()];
        HashSet<DateOnly> chosen = [.. Weeks.Select(week => dates[week])];
        return figures.Rows.Where(r => r.By is "all" or "place" or "deprivation" && chosen.Contains(r.Date));
    }
}
