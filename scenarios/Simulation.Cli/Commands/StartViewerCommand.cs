using System.CommandLine;
using System.Globalization;
using Simulation.Cli.Running;
using Simulation.Populations;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate view</c>: starts the viewer.</summary>
internal static class StartViewerCommand
{
    private static readonly Argument<string[]> What = new("WHAT")
    {
        Description = "A scenario (file or library name); or one or two run files, the baseline first, more are replicates, paired by their seeds; or a recording (default: the school run together).",
        Arity = new ArgumentArity(0, 200),
    };

    private static readonly Option<int?> Days = new("--days") { Description = "Days to simulate (default: the scenario's horizon).", HelpName = "N" };
    private static readonly Option<ulong?> Seed = new("--seed") { Description = "Seed of the luck (default: the scenario's, else 1).", HelpName = "N" };
    private static readonly Option<int?> Workers = new("--workers") { Description = "Threads (default: all processors).", HelpName = "N" };
    private static readonly Option<int?> Port = new("--port") { Description = "Port (default: 5080); 0 takes a free one.", HelpName = "N" };
    private static readonly Option<bool> Share = new("--share") { Description = "Let others on the network watch, with a join code." };
    private static readonly Option<string?> Record = new("--record") { Description = "Keep every day shown in this new .recording file, to open again.", HelpName = "FILE" };
    private static readonly Option<string?> Story = new("--story") { Description = "A story.yaml to present.", HelpName = "FILE" };

    /// <summary>The command.</summary>
    public static Command Make(CancellationToken cancellation)
    {
        PopulationOptionSet population = new(withFile: true);
        Command command = new("view", "Show a scenario live in a browser, two finished runs side by side, or a recording.") { What };
        population.AddTo(command);
        foreach (Option option in new Option[] { Days, Seed, Workers, Port, Share, Story, Record })
        {
            command.Add(option);
        }

        command.Validators.Add(result => JsonOption.Refuse(result, "view"));
        command.SetAction((result, _) => ViewerProgram.RunAsync(Arguments(result, population.Read(result)), cancellation));
        return command;
    }

    /// <summary>What the viewer is told: what the user said, and nothing that they did not.</summary>
    private static List<string> Arguments(ParseResult result, PopulationRequest population)
    {
        List<string> arguments = [.. result.GetValue(What)!];
        Add("--data", population.Data);
        Add("--population", population.File);
        Add("--residents", population.Residents);
        Add(Days.Name, result.GetValue(Days));
        Add(Seed.Name, result.GetValue(Seed));
        Add(Workers.Name, result.GetValue(Workers));
        Add(Port.Name, result.GetValue(Port));
        Add(Story.Name, result.GetValue(Story));
        Add(Record.Name, result.GetValue(Record));
        if (result.GetValue(Share))
        {
            arguments.Add(Share.Name);
        }

        return arguments;

        void Add(string option, object? value)
        {
            if (value is not null)
            {
                arguments.AddRange([option, Convert.ToString(value, CultureInfo.InvariantCulture)!]);
            }
        }
    }
}
