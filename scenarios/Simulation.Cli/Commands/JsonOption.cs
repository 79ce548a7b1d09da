using System.CommandLine;

namespace Simulation.Cli.Commands;

/// <summary><c>--json</c>, the same on every command: exactly one JSON object on standard output, when the command fails too.</summary>
internal static class JsonOption
{
    /// <summary>The option; the root command carries it for all.</summary>
    public static Option<bool> Option { get; } = new("--json")
    {
        Description = "Print one JSON object instead of text, an error too.",
        Recursive = true,
    };

    /// <summary>Whether JSON was asked for.</summary>
    public static bool IsJson(this ParseResult result) => result.GetValue(Option);
}
