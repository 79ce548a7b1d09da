using System.Runtime.CompilerServices;

namespace Simulation.Cli.Tests;

/// <summary>Texts that must not change by accident.</summary>
public static class Golden
{
    private const string Switch = "SIMULATION_UPDATE_GOLDEN";

    /// <summary>
    /// Compares a text with <c>tests/golden/cli/NAME.txt</c>. With <c>SIMULATION_UPDATE_GOLDEN=1</c> the file is written
    /// instead, and the test fails so that nobody leaves the switch on.
    /// </summary>
    public static void ShouldMatchGolden(this string text, string name)
    {
        string path = Path.Combine(Folder(), name + ".txt");
        text = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(path, text);
            Assert.Fail($"{path} was written; unset {Switch} and read the change.");
        }

        text.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"), $"{path} differs; if that is meant, run the tests once with {Switch}=1.");
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "golden", "cli"));
}
