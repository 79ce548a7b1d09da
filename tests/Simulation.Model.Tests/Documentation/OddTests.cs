using Simulation.Engine.Documentation;
using Simulation.Engine.Parameters;
using Simulation.Engine.Running;

namespace Simulation.Model.Tests.Documentation;

public sealed class OddTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    [Fact]
    public void Odd_ScheduleAndParameters_AreThoseOfTheCode()
    {
        string path = Path.Combine(Repository.Root(), "engine", "docs", "ODD.md");
        string written = File.ReadAllText(path);
        using ModelRun run = new(test.Population, [], new RunOptions { Workers = 1 });
        string current = Replace(written, "schedule", OddTables.Schedule(run.ScheduleLines));
        current = Replace(current, "columns", OddTables.Columns(run));
        current = Replace(current, "parameters", OddTables.Parameters(ParameterRegistry.All));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, current);
            Assert.Fail("ODD.md was written anew; run the tests again without UPDATE_GOLDEN.");
        }

        written.ShouldBe(current, "Run the tests once with UPDATE_GOLDEN=1 to write the tables anew.");
    }

    [Fact]
    public void Registry_EveryParameter_HasUnitRangeSourceAndMeaning()
    {
        ParameterRegistry.All.Select(p => p.Name).Distinct().Count().ShouldBe(ParameterRegistry.All.Count);
        foreach (Parameter p in ParameterRegistry.All)
        {
            p.Value.ShouldBeInRange(p.Minimum, p.Maximum, p.Name);
            p.Unit.ShouldNotBeEmpty(p.Name);
            p.Source.ShouldNotBeEmpty(p.Name);
            p.Meaning.ShouldEndWith(".", Case.Sensitive, p.Name);
        }
    }

    private static string Replace(string text, string section, string table)
    {
        string open = $"<!-- {section} -->\n";
        int from = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        int to = text.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, from), table, text.AsSpan(to));
    }
}
