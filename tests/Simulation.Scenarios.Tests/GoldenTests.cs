using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

/// <summary>
/// Every distinct mistake has a file and the exact text that a user reads. With UPDATE_GOLDEN=1 the texts are rewritten
/// and the tests fail, so that the switch cannot be left on.
/// </summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (string file in Directory.GetFiles(RepositoryFiles.Golden, "*.yaml").Order(StringComparer.Ordinal))
        {
            names.Add(Path.GetFileNameWithoutExtension(file));
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_AMistake_SaysWhereWhatAndTheWayOut(string name)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(RepositoryFiles.Golden, name + ".yaml"));
        ScenarioResult result = ScenarioReader.ReadBytes(bytes, name + ".yaml", new GoldenResolver());
        string printed = DiagnosticPrinter.Print(result.Diagnostics);
        string expectedFile = Path.Combine(RepositoryFiles.Golden, name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(expectedFile, printed);
            Assert.Fail("The golden text was rewritten: run again without UPDATE_GOLDEN.");
        }

        printed.ShouldBe(File.ReadAllText(expectedFile));
        printed.Split('\n').ShouldAllBe(l => l.Length <= 80);
        result.Diagnostics.ShouldNotBeEmpty();
        result.Diagnostics.ShouldContain(d => d.Hint != null, "a message without a way out teaches nothing");
        bool warnsOnly = name.StartsWith("warn-", StringComparison.Ordinal);
        result.HasErrors.ShouldBe(!warnsOnly);
    }

    [Fact]
    public void Codes_AllOfThem_AreShownByAGoldenOrANamedTest()
    {
        // These need a population or a command line; their own tests show them.
        string[] elsewhere = ["SIM0001", "SIM0303", "SIM0304", "SIM0412", "SIM0601", "SIM0602", "SIM0603", "SIM0607", "SIM0608", "SIM0609", "SIM0610", "SIM0611"];
        string all = string.Concat(Directory.GetFiles(RepositoryFiles.Golden, "*.txt").Select(File.ReadAllText));
        foreach (DiagnosticCode code in Codes.All.Where(c => !elsewhere.Contains(c.Id)))
        {
            all.ShouldContain(code.Id + ":", customMessage: code.Title);
        }
    }
}
