using System.Globalization;

namespace Simulation.Results.Runs;

/// <summary>What a scenario costs within its run, at the scale of the region.</summary>
/// <param name="Once">Paid once, £.</param>
/// <param name="Running">Running costs within the run, £.</param>
/// <param name="Low">All at the lowest published prices, £.</param>
/// <param name="High">All at the highest published prices, £.</param>
/// <param name="NotCosted">What has no price anywhere; the sums leave it out.</param>
public sealed record RunCost(double Once, double Running, double Low, double High, IReadOnlyList<string> NotCosted)
{
    /// <summary>Who pays how much of it, in the order of the scenario; empty in a run file that kept only sums.</summary>
    public IReadOnlyList<OwnerCost> Owners { get; init; } = [];

    /// <summary>The pairs of the table <c>manifest</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ToPairs() =>
    [
        new("cost_once", Text(Once)),
        new("cost_running", Text(Running)),
        new("cost_low", Text(Low)),
        new("cost_high", Text(High)),
        new("not_costed", string.Join('\n', NotCosted)),
        new("cost_owners", string.Join('\n', Owners.Select(owner => $"{owner.Owner}\t{Text(owner.Once)}\t{Text(owner.Running)}"))),
    ];

    /// <summary>The cost that <paramref name="pairs"/> hold; null when they hold none.</summary>
    /// <exception cref="FormatException">A number cannot be read.</exception>
    public static RunCost? FromPairs(IReadOnlyDictionary<string, string> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return pairs.ContainsKey("cost_once")
            ? new RunCost(
                Number(pairs, "cost_once"), Number(pairs, "cost_running"), Number(pairs, "cost_low"), Number(pairs, "cost_high"),
                (pairs.GetValueOrDefault("not_costed") ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Owners = [.. (pairs.GetValueOrDefault("cost_owners") ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Owner)],
            }
            : null;
    }

    private static OwnerCost Owner(string line)
    {
        string[] words = line.Split('\t');
        return words.Length == 3 && double.TryParse(words[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double once)
            && double.TryParse(words[2], NumberStyles.Float, CultureInfo.InvariantCulture, out double running)
            ? new OwnerCost(words[0], once, running) : throw new FormatException("the manifest's 'cost_owners' cannot be read");
    }

    private static string Text(double pounds) => pounds.ToString("R", CultureInfo.InvariantCulture);

    private static double Number(IReadOnlyDictionary<string, string> pairs, string key) =>
        double.TryParse(pairs.GetValueOrDefault(key), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value : throw new FormatException($"the manifest's '{key}' cannot be read");
}

/// <summary>What one owner pays.</summary>
/// <param name="Owner">Key of the owner, e.g. <c>highways</c>.</param>
/// <param name="Once">Paid once, £.</param>
/// <param name="Running">Running costs within the run, £.</param>
public sealed record OwnerCost(string Owner, double Once, double Running);
