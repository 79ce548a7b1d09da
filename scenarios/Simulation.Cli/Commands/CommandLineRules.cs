using System.CommandLine;
using System.CommandLine.Parsing;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Values;

namespace Simulation.Cli.Commands;

/// <summary>What holds for every command: no value is empty, and what looks like an option is one.</summary>
internal static class CommandLineRules
{
    /// <summary>Adds the rules to a command and those below it.</summary>
    /// <param name="command">The command.</param>
    public static void AddTo(Command command)
    {
        foreach (Option option in command.Options.Where(o => o.ValueType == typeof(string) || o.ValueType == typeof(string[])))
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens.Any(token => token.Value.Trim().Length == 0))
                {
                    result.AddError($"{option.Name} must not be empty; give {Named(option)}.");
                }
            });
        }

        // Asked of the command, because the parser skips validators of arguments that may be left out.
        command.Validators.Insert(0, result =>
        {
            foreach (Argument argument in command.Arguments)
            {
                if (result.GetResult(argument) is { } given)
                {
                    Check(argument, given, result);
                }
            }
        });

        foreach (Command below in command.Subcommands)
        {
            AddTo(below);
        }
    }

    /// <summary>The complaint about words that no option or argument takes.</summary>
    /// <param name="parsed">The command line.</param>
    public static string? Unknown(ParseResult parsed) =>
        parsed.UnmatchedTokens.FirstOrDefault(LooksLikeOption) is { } word ? NoSuchOption(word, parsed.CommandResult) : null;

    /// <summary>
    /// A complaint of the parser in words for people: what is missing is named with what it is, and a value that is none of the
    /// option's is not told by the name of a type.
    /// </summary>
    /// <param name="error">The complaint.</param>
    public static string InWords(ParseError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.SymbolResult switch
        {
            OptionResult { Tokens: [.., var token] } option when error.Message.Contains(option.Option.ValueType.ToString(), StringComparison.Ordinal)
                && Expected(option.Option.ValueType) is { } expected => $"{option.Option.Name} must be {expected}, not '{token.Value}'.",
            OptionResult { Tokens: [.., var token], Option.HelpName: { } choices } option when choices.Contains('|', StringComparison.Ordinal) && !choices.Split('|').Contains(token.Value) =>
                $"{option.Option.Name} must be {string.Join(" or ", choices.Split('|'))}, not '{token.Value}'.{(NoSuchData.What(token.Value) is { } none ? " " + none : string.Empty)}",
            ArgumentResult { Tokens: [], Argument.Description: { } description } argument =>
                $"{argument.Argument.Name} is missing: {char.ToLowerInvariant(description[0])}{description[1..].TrimEnd('.')}.",
            CommandResult { Command.Subcommands: { Count: > 0 } below } => below.Any(command => !command.Hidden) && error.Message.StartsWith("Required command", StringComparison.Ordinal)
                ? $"Name a command: {string.Join(", ", below.Where(command => !command.Hidden).Select(command => command.Name))}."
                : OneTooMany(error) ?? error.Message,
            _ => OneTooMany(error) ?? error.Message,
        };
    }

    /// <summary>The complaint about one word more than a command takes; null for any other.</summary>
    private static string? OneTooMany(ParseError error)
    {
        const string Begins = "Unrecognized command or argument '";
        if (error.SymbolResult is not CommandResult { Command: var command } || !error.Message.StartsWith(Begins, StringComparison.Ordinal))
        {
            return null;
        }

        string word = error.Message[Begins.Length..].TrimEnd('.', '\'');
        string takes = command.Arguments.Count == 0 ? "takes none" : $"takes {string.Join(" and ", command.Arguments.Select(a => a.Name))}";
        string instead = command.Options.FirstOrDefault(o => o.Name == "--out") is { } output ? $"; a file to write is named with {output.Name}" : string.Empty;
        return $"'{word}' is one word too many: {command.Name} {takes}{instead}.";
    }

    /// <summary>The complaint about a word in the place of a command that is none.</summary>
    /// <param name="parsed">The command line.</param>
    public static string? NoCommand(ParseResult parsed) =>
        parsed.CommandResult.Command is { Subcommands: { Count: > 0 } below } && parsed.UnmatchedTokens is [var word, ..]
            ? $"There is no command '{word}'. {NearestWord.HintOrList(word, [.. below.Where(command => !command.Hidden).Select(command => command.Name)])}"
            : null;

    private static string? Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? string.Join(" or ", Enum.GetNames(type).Select(name => name.ToLowerInvariant()))
            : type == typeof(int) ? "a whole number in digits alone, such as 7 or 20000"
            : type == typeof(ulong) ? "a whole number that is not negative"
            : null;
    }

    private static void Check(Argument argument, ArgumentResult result, CommandResult command)
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.Trim().Length == 0) is not null)
        {
            command.AddError($"{argument.Name} must not be empty; expected: {char.ToLowerInvariant(argument.Description![0])}{argument.Description[1..].TrimEnd('.')}.");
        }
        else if (result.Tokens.FirstOrDefault(token => LooksLikeOption(token.Value)) is { } token)
        {
            command.AddError(NoSuchOption(token.Value, command));
        }
    }

    /// <summary>A single hyphen stands for no file, a number may be negative; a file that begins with a hyphen is written ./-name.</summary>
    private static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]);

    // What `run` had for sweeps before there were studies.
    private static readonly string[] Retired = ["--all", "--member"];

    private static string NoSuchOption(string word, CommandResult result)
    {
        List<string> known = [];
        for (SymbolResult? at = result; at is not null; at = at.Parent)
        {
            known.AddRange((at as CommandResult)?.Command.Options.Where(o => ReferenceEquals(at, result) || o.Recursive).Select(o => o.Name) ?? []);
        }

        string name = word.Split('=')[0];
        if (result.Command.Name == "run" && Retired.Contains(name))
        {
            return $"'{name}' has given way to studies: 'simulate study run FILE' makes all runs of a sweep, its draws and seeds, and goes on after a stop; --shard I/N makes a part of them.";
        }

        string near = NearestWord.Find(name, known) is { } option ? $" Did you mean '{option}'?" : string.Empty;
        return $"There is no option '{name}'.{near} (A file whose name begins with a hyphen is written ./{name}.)";
    }

    private static string Named(Option option) => option.HelpName switch
    {
        "FILE" => "the name of a file",
        "FOLDER" => "the name of a folder",
        "PATH=VALUE" => "a path and a value, such as horizon.days=28",
        _ => "a value",
    };
}
