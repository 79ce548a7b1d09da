using System.CommandLine;
using System.CommandLine.Parsing;
using Simulation.Cli.Options;
using Simulation.Experiments.Running;
using Simulation.Scenarios;
using Simulation.Scenarios.Values;

namespace Simulation.Cli.Commands;

/// <summary>The options that say how a scenario is run; <c>run</c> and <c>compare</c> share them.</summary>
internal sealed class RunOptionSet
{
    private readonly Option<int?> days = new("--days")
    {
        Description = "Days to simulate (default: the scenario's horizon).",
        HelpName = "N",
    };

    private readonly Option<LastDay?> until = new("--until")
    {
        Description = "Last day to simulate, e.g. 2027-08-31.",
        HelpName = "DATE",
        CustomParser = ParseDate,
    };

    private readonly Option<ulong?> seed = new("--seed")
    {
        Description = "Seed of the luck (default: the scenario's, else 1). Only runs with the same seed compare.",
        HelpName = "N",
    };

    private readonly Option<int?> workers = new("--workers")
    {
        Description = "Threads (default: all processors). Any number gives the same figures.",
        HelpName = "N",
    };

    private readonly Option<string?> from = new("--from")
    {
        Description = "Begin on the day of this saved state (see run --state) instead of warming up.",
        HelpName = "STATE",
    };

    private readonly Option<string[]> settings = SettingOption.Make();

    /// <summary>Where the population comes from.</summary>
    public PopulationOptionSet Population { get; } = new(withFile: true);

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withSettings">Whether the command takes <c>--set</c>.</param>
    /// <param name="withFrom">Whether the command takes <c>--from</c>.</param>
    public void AddTo(Command command, bool withSettings, bool withFrom = false)
    {
        if (withSettings)
        {
            command.Add(settings);
        }

        command.Add(days);
        command.Add(until);
        command.Add(seed);
        command.Add(workers);
        if (withFrom)
        {
            command.Add(from);
        }

        Population.AddTo(command);
        days.From(1, Scenario.LongestDays);
        workers.From(1, 1024);
        command.Validators.Add(result =>
        {
            if (result.GetResult(days) is not null && result.GetResult(until) is not null)
            {
                result.AddError("--days and --until say the same thing; give one of them.");
            }
        });
    }

    /// <summary>What the user asked for.</summary>
    public RunRequest Read(ParseResult result) => new()
    {
        Days = result.GetValue(days),
        Until = result.GetValue(until),
        Seed = result.GetValue(seed),
        From = result.GetResult(from) is null ? null : result.GetValue(from),
        Workers = result.GetValue(workers) ?? Environment.ProcessorCount,
        Settings = result.GetResult(settings) is null ? [] : result.GetValue(settings)!,
        Population = Population.Read(result),
    };

    private static LastDay? ParseDate(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (LastDay.TryRead(text, out LastDay day, out string? suggestion))
        {
            return day;
        }

        result.AddError($"--until must be a date such as 2027-08-31, not '{text}'.{(suggestion is null ? string.Empty : " " + suggestion)} A run covers at most {Scenario.LongestDays:N0} days.");
        return null;
    }
}
