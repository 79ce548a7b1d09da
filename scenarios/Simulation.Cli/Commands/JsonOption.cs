using System.CommandLine;
using System.CommandLine.Parsing;

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

    /// <summary>Refuses it on a command that shows pictures.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="command">The command.</param>
    public static void Refuse(CommandResult result, string command)
    {
        if (result.GetResult(Option) is { Implicit: false })
        {
            result.AddError($"{command} shows or writes pictures and has no JSON to print; 'simulate run --json' and 'simulate compare --json' print the figures.");
        }
    }
}
