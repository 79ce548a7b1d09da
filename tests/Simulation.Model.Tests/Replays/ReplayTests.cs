using System.Globalization;
using System.Text;
using Simulation.Engine.Replays;
using Simulation.Engine.Running;

namespace Simulation.Model.Tests.Replays;

/// <summary>The guide's table of replayed studies is what the model gives today, misses and all.</summary>
public sealed class ReplayTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    /// <summary>Studies that the model is set by: these have to agree.</summary>
    private static readonly string[] Agreed = ["Orrow 2012, 15 trials", "Love 2019, 17 trials of whole-day programmes", "Transport for Wales 2024/25"];

    [Fact]
    public void Guide_ReplayedStudies_AreWhatTheModelGives()
    {
        Trial trial = new(test.Population, new RunOptions { Seed = 1 });
        StringBuilder table = new("| intervention | study | measured | published | simulated | with its design discounted | agrees | solved on it |\n|---|---|---|---|---|---|---|---|\n");
        int agreeing = 0;
        foreach (PublishedStudy study in PublishedStudies.All)
        {
            double full = study.Measure(trial, false);
            bool agrees = study.Agrees(full);
            agreeing += agrees ? 1 : 0;
            string discounted = study.Discounted ? Print(study, study.Measure(trial, true)) : "–";
            table.Append(CultureInfo.InvariantCulture, $"| `{study.Kind}` | {study.Source} | {study.Outcome} | {study.Published} | {Print(study, full)} | {discounted} | {(agrees ? "yes" : "**no**")} | {(study.Solves is { } solved ? $"`{solved}`" : "predicted")} |\n");
            if (Agreed.Contains(study.Source))
            {
                agrees.ShouldBeTrue($"{study.Source}: {Print(study, full)}");
            }
        }

        table.Append(CultureInfo.InvariantCulture, $"\n{agreeing} of {PublishedStudies.All.Count} agree.\n");
        HoldGuide(table.ToString());
    }

    private static string Print(PublishedStudy study, double value) => string.Format(CultureInfo.InvariantCulture, study.Form, value);

    private static void HoldGuide(string table)
    {
        const string Open = "<!-- replays -->\n";
        string path = Path.Combine(Repository.Root(), "scenarios", "docs", "language.md");
        string written = File.ReadAllText(path);
        int from = written.IndexOf(Open, StringComparison.Ordinal) + Open.Length;
        int to = written.IndexOf("<!-- end of replays -->", from, StringComparison.Ordinal);
        string current = string.Concat(written.AsSpan(0, from), table, written.AsSpan(to));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, current);
            Assert.Fail("The guide's table was written anew; run the tests again without UPDATE_GOLDEN.");
        }

        written.ShouldBe(current, "Run this test once with UPDATE_GOLDEN=1 to write the table anew.");
    }
}
