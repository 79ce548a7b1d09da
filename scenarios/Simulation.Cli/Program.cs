using System.CommandLine;
using System.CommandLine.Help;
using Simulation.Cli.Commands;
using Simulation.Cli.Output;
using Simulation.Engine.Files;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.Synthesis;
using Simulation.Experiments;
using Simulation.Results.Comparisons;
using Simulation.Results.RunFiles;

namespace Simulation.Cli;

/// <summary>The executable <c>simulate</c>.</summary>
internal static class Program
{
    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Print where in the program an internal error happened.",
        Recursive = true,
    };

    private static int Main(string[] args)
    {
        using Interruption interruption = new();
        return interruption.Run(() => Run(args, Terminal.OfProcess(), interruption));
    }

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="terminal">Where to print.</param>
    /// <param name="interruption">Stops the command.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(string[] args, Terminal terminal, Interruption interruption)
    {
        // Read by hand, because a command line that cannot be read may ask for it too.
        bool json = args.TakeWhile(arg => arg != "--").Contains(JsonOption.Option.Name);
        try
        {
            return Try(args, terminal, json, interruption);
        }
        catch (OutputLostException lost)
        {
            if (!lost.Ended)
            {
                terminal.Complain(lost.Message);
            }

            return lost.Ended ? ExitCodes.Unread : ExitCodes.BadInput;
        }
    }

    private static int Try(string[] args, Terminal terminal, bool json, Interruption interruption)
    {
        try
        {
            ParseResult parsed = MakeRoot(terminal, interruption.Token).Parse(args);
            terminal.Command = CommandPath(parsed.CommandResult);
            return parsed.Errors.Count > 0 && parsed.Action is not HelpAction
                ? RefuseUsage(terminal, parsed, json)
                : parsed.Invoke(new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                    Output = terminal.RawOut,
                });
        }
        catch (CommandException error)
        {
            return Fail(terminal, json, error.ExitCode, error.Message);
        }
        catch (OperationCanceledException stopped)
        {
            string said = stopped is StoppedException ? stopped.Message : "Stopped; no unfinished run file was left behind.";
            terminal.Say(said);
            return json ? Print(terminal, interruption.ExitCode, said, []) : interruption.ExitCode;
        }
        catch (InputDataException error)
        {
            return Fail(terminal, json, ExitCodes.BadInput, error.Message, Fault.Of(error.Errors));
        }
        catch (ExperimentException error)
        {
            return Fail(terminal, json, ExitCodes.BadInput, error.Message, Fault.Of(error.Diagnostics));
        }
        catch (RunFileException error)
        {
            return Fail(terminal, json, ExitCodes.BadInput, error.Message, Fault.Of(error));
        }
        catch (Exception error) when (error is SectionFileException or PairingException or Simulation.Results.Health.HealthException)
        {
            return Fail(terminal, json, ExitCodes.BadInput, error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(terminal, json, ExitCodes.BadInput, CurrentFolderIsGone() ? "the current folder does not exist any more; change to another one and try again." : FileFault.Sentence(error));
        }
        catch (Exception error) when (error is not OutputLostException && (error is OutOfMemoryException || error.GetBaseException() is OutOfMemoryException))
        {
            return Fail(terminal, json, ExitCodes.Memory, "this machine has too little memory for what was asked; close other programs, or take fewer residents with --residents.");
        }
#pragma warning disable CA1031 // the last line of defence: the user gets a sentence, not a stack
        catch (Exception error) when (error is not OutputLostException)
#pragma warning restore CA1031
        {
            int code = Fail(terminal, json, ExitCodes.Internal, $"internal: {error.Message}");
            terminal.Say(args.Contains(Verbose.Name)
                ? error.ToString()
                : "This is a fault of the program. Run it again with --verbose and report what it prints.");
            return code;
        }
    }

    private static bool CurrentFolderIsGone()
    {
        try
        {
            return !Directory.Exists(Directory.GetCurrentDirectory());
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static int Fail(Terminal terminal, bool json, int exitCode, string message, IReadOnlyList<Fault>? faults = null)
    {
        terminal.Complain(message);
        return json ? Print(terminal, exitCode, message, faults ?? []) : exitCode;
    }

    private static int Print(Terminal terminal, int exitCode, string message, IReadOnlyList<Fault> faults)
    {
        JsonOutput.WriteError(terminal, exitCode, message, faults);
        return exitCode;
    }

    private static int RefuseUsage(Terminal terminal, ParseResult parsed, bool json)
    {
        // One unknown option makes the words after it unknown too; it alone is worth telling.
        string[] messages = (CommandLineRules.Unknown(parsed) ?? CommandLineRules.NoCommand(parsed)) is { } unknown ? [unknown] : [.. parsed.Errors.Select(CommandLineRules.InWords).Distinct(StringComparer.Ordinal)];
        foreach (string message in messages)
        {
            terminal.Complain(message);
        }

        terminal.Say($"Try '{CommandPath(parsed.CommandResult)} --help'.");
        return json
            ? Print(terminal, ExitCodes.Usage, string.Join(Environment.NewLine, messages), [.. messages.Select(message => new Fault(message))])
            : ExitCodes.Usage;
    }

    private static RootCommand MakeRoot(Terminal terminal, CancellationToken cancellation)
    {
        RootCommand root = new("Simulates how the residents of Cheshire and Merseyside come to be active, day by day, and what interventions change."
            + Environment.NewLine + Environment.NewLine + ExitCodes.Words)
        {
            RunCommand.Make(terminal, cancellation),
            CompareCommand.Make(terminal, cancellation),
            StudyCommand.Make(terminal, cancellation),
            ViewerCommands.View(cancellation),
            ViewerCommands.Wall(cancellation),
            ViewerCommands.Render(cancellation),
            CheckCommand.Make(terminal, cancellation),
            ExplainCommand.Make(terminal, cancellation),
            DiffCommand.Make(terminal, cancellation),
            PlanCommand.Make(terminal, cancellation),
            NewCommand.Make(terminal),
            MigrateCommand.Make(terminal),
            ResolveCommand.Make(terminal),
            SchemaCommand.Make(terminal),
            DocsCommand.Make(terminal),
            ValidateCommand.Make(terminal, cancellation),
            ReplayCommand.Make(terminal, cancellation),
            DescribeCommand.Make(terminal, cancellation),
            PopulationCommand.Make(terminal, cancellation),
            CalibrateCommand.Make(terminal, cancellation),
            Verbose,
            JsonOption.Option,
        };
        CommandLineRules.AddTo(root);
        if (root.Options.OfType<HelpOption>().FirstOrDefault()?.Action is HelpAction help)
        {
            help.MaxWidth = Terminal.Width;
        }

        return root;
    }

    private static string CommandPath(System.CommandLine.Parsing.CommandResult result)
    {
        List<string> names = [];
        for (System.CommandLine.Parsing.SymbolResult? at = result; at is not null; at = at.Parent)
        {
            if (at is System.CommandLine.Parsing.CommandResult command)
            {
                names.Insert(0, command.Command.Name);
            }
        }

        return string.Join(' ', names);
    }
}
