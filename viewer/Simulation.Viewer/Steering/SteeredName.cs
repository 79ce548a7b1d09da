using System.Globalization;
using Simulation.Scenarios;

namespace Simulation.Viewer.Steering;

/// <summary>
/// Name and description of a scenario whose levers are pulled while it runs: what is saved of it must not be taken for the plan that it
/// began as, and says what was pulled and when.
/// </summary>
internal sealed class SteeredName
{
    /// <summary>What a name ends in when a lever was pulled.</summary>
    public const string Changed = ", changed";

    private const string Marker = "Changed while it ran: ";

    // The language's own bounds.
    private const int LongestName = 100;
    private const int LongestDescription = 5000;
    private readonly string description;
    private IReadOnlyList<string> pulls;

    private SteeredName(string plan, string description, IReadOnlyList<string> pulls) => (Plan, this.description, this.pulls) = (plan, description, pulls);

    /// <summary>The plan's own name.</summary>
    public string Plan { get; }

    /// <summary>Reads both from a scenario, which may have been steered before.</summary>
    public static SteeredName Of(Scenario scenario)
    {
        int at = scenario.Description.IndexOf(Marker, StringComparison.Ordinal);
        return at < 0
            ? new SteeredName(scenario.Name, scenario.Description, [])
            : new SteeredName(
                scenario.Name.EndsWith(Changed, StringComparison.Ordinal) ? scenario.Name[..^Changed.Length] : scenario.Name,
                scenario.Description[..at].TrimEnd(), scenario.Description[(at + Marker.Length)..].TrimEnd('.').Split("; "));
    }

    /// <summary>Both as they are with one pull more.</summary>
    /// <param name="day">First day on which it acts.</param>
    /// <param name="said">What is pulled, in words.</param>
    public Pulled With(DateOnly day, string said)
    {
        string[] all = [.. pulls, string.Create(CultureInfo.InvariantCulture, $"from {day:d MMMM yyyy} {said.Replace("; ", ", ", StringComparison.Ordinal)}")];
        int from = 0;
        string Text() => $"{description} {Marker}{string.Join("; ", all[from..])}.".Trim();
        while (Text().Length > LongestDescription && from < all.Length - 1)
        {
            from++;
        }

        return new Pulled(Plan.Length + Changed.Length > LongestName ? Plan : Plan + Changed, Text(), all[from..]);
    }

    /// <summary>The pull was made.</summary>
    public void Take(Pulled pulled) => pulls = pulled.Pulls;

    /// <summary>Name and description with a pull.</summary>
    internal sealed record Pulled(string Name, string Description, IReadOnlyList<string> Pulls);
}
