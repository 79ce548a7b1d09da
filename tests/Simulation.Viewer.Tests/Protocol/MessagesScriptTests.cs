using System.Runtime.CompilerServices;

namespace Simulation.Viewer.Tests.Protocol;

/// <summary>Holds what the page knows of messages to what the host sends and takes.</summary>
public sealed class MessagesScriptTests
{
    /// <summary>Set to have the file written anew instead of compared.</summary>
    private const string Switch = "SIMULATION_WRITE_MESSAGES";

    [Fact]
    public void Script_IsWrittenFromTheRecords()
    {
        string expected = MessagesScript.Write();
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(Target(), expected);
        }

        File.ReadAllText(Target()).ReplaceLineEndings("\n").ShouldBe(
            expected, $"The host's records have changed: run this test once with {Switch}=1, then build the page.");
    }

    private static string Target([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "viewer", "web", "src", "protocol", "messages.ts"));
}
