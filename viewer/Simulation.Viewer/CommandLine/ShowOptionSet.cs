using System.CommandLine;
using Simulation.Populations;

namespace Simulation.Viewer.CommandLine;

/// <summary>The options that say what is shown; the viewer and <c>render</c> share them. Bounds are those of the language, so that a saved scenario can say the same.</summary>
internal sealed class ShowOptionSet
{
    private readonly Argument<string[]> files = new("what")
    {
        Description = "A scenario (file or library name); or one or two .run files to look back at, the baseline first, more are replicates, paired by their seeds; or a .recording to open again.",
        Arity = new ArgumentArity(0, 200),
    };

    private readonly Option<string?> data = new("--data") { Description = "Folder of open data; without it the population is made from figures in the program." };
    private readonly Option<string?> population = new("--population") { Description = "Population file made by 'simulate population build'." };
    private readonly Option<int?> residents = new("--residents") { Description = "Number of residents (default: the scenario's, else 2,700,000)." };
    private readonly Option<int?> days = new("--days") { Description = "Days of the horizon (default: the scenario's)." };
    private readonly Option<ulong?> seed = new("--seed") { Description = "Seed of the luck (default: the scenario's, else 1)." };
    private readonly Option<int> workers = new("--workers")
    {
        Description = "Worker threads; any number shows the same days.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(files);
        command.Add(data);
        command.Add(population);
        command.Add(residents);
        command.Add(days);
        command.Add(seed);
        command.Add(workers);
    }

    /// <summary>What the user asked for.</summary>
    /// <exception cref="ViewerException">A number is out of bounds, or two options contradict each other.</exception>
    public ViewerOptions Read(ParseResult parsed, string? story, string? record = null)
    {
        Within("--residents", parsed.GetValue(residents), 1000, 10_000_000);
        Within("--days", parsed.GetValue(days), 1, 36_600);
        Within("--seed", parsed.GetValue(seed), 0ul, (ulong)int.MaxValue);
        Within("--workers", parsed.GetValue<int?>(workers.Name), 1, 1024);
        return parsed.GetValue(population) is not null && (parsed.GetValue(data) is not null || parsed.GetValue(residents) is not null)
            ? throw new ViewerException("--population names a finished population; leave out --data and --residents.")
            : new ViewerOptions(
                parsed.GetValue(files) ?? [],
                new PopulationRequest(parsed.GetValue(data), parsed.GetValue(population), parsed.GetValue(residents)),
                parsed.GetValue(days), parsed.GetValue(seed), parsed.GetValue(workers), story, record);
    }

    /// <summary>Refuses a number outside its bounds.</summary>
    /// <exception cref="ViewerException">It is.</exception>
    public static void Within<T>(string option, T? value, T minimum, T maximum)
        where T : struct, IComparable<T>
    {
        if (value is { } given && (given.CompareTo(minimum) < 0 || given.CompareTo(maximum) > 0))
        {
            throw new ViewerException($"{option} is {given}; give a number from {minimum:N0} to {maximum:N0}.");
        }
    }
}
