using Simulation.Populations;
using Simulation.Scenarios.Values;

namespace Simulation.Experiments.Running;

/// <summary>How the user asked for a scenario to be run; null where the scenario or the default decides.</summary>
public sealed record RunRequest
{
    /// <summary>Days of the horizon.</summary>
    public int? Days { get; init; }

    /// <summary>The last day of the horizon.</summary>
    public LastDay? Until { get; init; }

    /// <summary>Seed of the luck.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Saved state from whose day all scenarios begin; null for a warm-up before each horizon.</summary>
    public string? From { get; init; }

    /// <summary>Worker threads.</summary>
    public required int Workers { get; init; }

    /// <summary>Values of <c>--set</c>, in order.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The residents.</summary>
    public required PopulationRequest Population { get; init; }
}
