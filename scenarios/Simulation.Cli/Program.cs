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
        return Run(args, Terminal.OfProcess(), interruption.Token);
    }

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="terminal">Where to print.</param>
    /// <param name="cancellation">Stops the command.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            ParseResult parsed = MakeRoot(terminal, cancellation).Parse(args);
            return parsed.Errors.Count > 0 && parsed.Action is not HelpAction
                ? RefuseUsage(terminal, parsed)
                : parsed.Invoke(new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                    Output = terminal.RawOut,
                });
        }
        catch (CommandException error)
        {
            terminal.Complain(error.Message);
            return error.ExitCode;
        }
        catch (OperationCanceledException)
        {
            terminal.Say("Stopped; no file was left behind.");
            return ExitCodes.Interrupted;
        }
        catch (Exception error) when (error is ExperimentException or RunFileException or PopulationFileException or PairingException or InputDataException)
        {
            terminal.Complain(error.Message);
            return ExitCodes.BadInput;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            terminal.Complain(FileFault.Sentence(error));
            return ExitCodes.BadInput;
        }
#pragma warning disable CA1031 // the last line of defence: the user gets a sentence, not a stack
        catch (Exception error)
#pragma warning restore CA1031
        {
            terminal.Complain($"internal: {error.Message}");
            terminal.Say(args.Contains(Verbose.Name)
                ? error.ToString()
                : "This is a fault of the program. Run it again with --verbose and report what it prints.");
            return ExitCodes.Internal;
        }
    }

    private static int RefuseUsage(Terminal terminal, ParseResult parsed)
    {
        foreach (string message in parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal))
        {
            terminal.Complain(message);
        }

        terminal.Say($"Try '{CommandPath(parsed.CommandResult)} --help'.");
        return ExitCodes.Usage;
    }

    private static RootCommand MakeRoot(Terminal terminal, CancellationToken cancellation)
    {
        RootCommand root = new("Simulates how the residents of Cheshire and Merseyside come to be active, day by day, and what interventions change.")
        {
            RunCommand.Make(terminal, cancellation),
            CompareCommand.Make(terminal, cancellation),
            StudyCommand.Make(terminal, cancellation),
            ViewCommand.Make(cancellation),
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
            DescribeCommand.Make(terminal, cancellation),
            PopulationCommand.Make(terminal, cancellation),
            CalibrateCommand.Make(terminal, cancellation),
            Verbose,
        };
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
