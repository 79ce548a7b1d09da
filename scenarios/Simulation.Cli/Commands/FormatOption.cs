using System.CommandLine;

namespace Simulation.Cli.Commands;

/// <summary><c>--format text|json</c> of the commands that tell what a scenario is.</summary>
internal sealed class FormatOption
{
    private const string Text = "text";
    private const string Json = "json";

    private readonly Option<string> option = new("--format")
    {
        Description = "How to print it.",
        HelpName = "text|json",
        DefaultValueFactory = _ => Text,
    };

    /// <summary>Adds the option to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        option.AcceptOnlyFromAmong(Text, Json);
        command.Add(option);
    }

    /// <summary>Whether JSON was asked for.</summary>
    public bool IsJson(ParseResult result) => result.GetValue(option) == Json;
}
