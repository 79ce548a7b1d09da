using System.CommandLine;

namespace Simulation.Cli.Options;

/// <summary>
/// What <c>view</c>, <c>wall</c> and <c>render</c> show. Said once: <c>simulate</c> lists the options and hands on what was
/// given, the viewer's program reads it. Bounds are those of the language, so that a saved scenario can say the same.
/// </summary>
internal sealed class ShowOptionSet : IShownOptions
{
    private const int MostDays = 36_525;

    /// <summary>The options.</summary>
    /// <param name="what">What may be shown, in words.</param>
    public ShowOptionSet(string what) => What = new Argument<string[]>("WHAT") { Description = what, Arity = new ArgumentArity(0, 200) };

    /// <summary>What is shown.</summary>
    public Argument<string[]> What { get; }

    /// <summary>Which residents there are.</summary>
    public PopulationOptionSet Population { get; } = new(withFile: true);

    /// <summary>Days of the horizon.</summary>
    public Option<int?> Days { get; } = new Option<int?>("--days") { Description = "Days to simulate (default: the scenario's horizon).", HelpName = "N" }.From(1, MostDays);

    /// <summary>Seed of the luck.</summary>
    public Option<ulong?> Seed { get; } = new Option<ulong?>("--seed") { Description = "Seed of the luck (default: the scenario's, else 1).", HelpName = "N" }.From(0, int.MaxValue);

    /// <summary>Threads that simulate.</summary>
    public Option<int?> Workers { get; } = new Option<int?>("--workers") { Description = "Threads that simulate (default: all processors); any number shows the same days.", HelpName = "N" }.From(1, 1024);

    /// <inheritdoc/>
    public IReadOnlyList<Option> All => [.. Population.All, Days, Seed, Workers];

    /// <inheritdoc/>
    public void AddTo(Command command)
    {
        command.Add(What);
        Population.AddTo(command);
        command.Add(Days);
        command.Add(Seed);
        command.Add(Workers);
    }
}

/// <summary>Options of a command that the viewer's program carries out.</summary>
internal interface IShownOptions
{
    /// <summary>The options, in the order of the help.</summary>
    IReadOnlyList<Option> All { get; }

    /// <summary>Adds them to a command.</summary>
    void AddTo(Command command)
    {
        foreach (Option option in All)
        {
            command.Add(option);
        }
    }
}
