using Simulation.Populations;

namespace Simulation.Experiments.Running;

/// <summary>All that a run is made of.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Population">The residents.</param>
/// <param name="Horizon">The days.</param>
/// <param name="Seed">Seed of the luck.</param>
/// <param name="Workers">Threads.</param>
public sealed record RunPlan(LoadedScenario Scenario, OpenPopulation Population, RunHorizon Horizon, ulong Seed, int Workers)
{
    /// <summary>Settings in force, as <c>--set</c> takes them.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Draw of the parameters; 0 for the central values.</summary>
    public int Draw { get; init; }

    /// <summary>Saved state to begin from instead of a warm-up; null for a warm-up.</summary>
    public string? From { get; init; }

    /// <summary>File to write the state after the last day to; null for none.</summary>
    public string? State { get; init; }

    /// <summary>Days between two checkpoints beside the run file; 0 for none.</summary>
    public int CheckpointDays { get; init; }

    /// <summary>Seed of the luck unless asked otherwise.</summary>
    public const ulong DefaultSeed = 1;
}
