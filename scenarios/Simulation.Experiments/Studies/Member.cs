using System.Text.Json.Serialization;
using Simulation.Scenarios;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Experiments.Studies;

/// <summary>One run of a study.</summary>
/// <param name="File">Run file, from the study's folder.</param>
/// <param name="Baseline">Run file of the baseline that it pairs with; null for a baseline.</param>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Settings">Settings of the sweep, as <c>--set</c> would take them.</param>
/// <param name="Draw">Draw of what the studies leave open; 0 = central values.</param>
/// <param name="Seed">Seed of the luck.</param>
/// <param name="ScenarioHash">What the scenario means, with its draw.</param>
/// <param name="ParametersHash">The parameters in force.</param>
public sealed record Member(
    string File,
    string? Baseline,
    string Scenario,
    IReadOnlyList<string> Settings,
    int Draw,
    ulong Seed,
    string ScenarioHash,
    string ParametersHash)
{
    /// <summary>Owners whose interventions it keeps, when it is there to share the whole out among them; empty for the whole.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>Mechanisms that are not held back, when it is there to share the whole out among them; empty for the whole.</summary>
    public IReadOnlyList<string> Mechanisms { get; init; } = [];

    /// <summary>The structure that it takes instead of its scenario's own, as <c>--set</c> would take it; empty for its own.</summary>
    public string Structure { get; init; } = string.Empty;

    /// <summary>Whether it is one of the study's own runs, and not one beside them.</summary>
    [JsonIgnore]
    public bool IsOwn => Owners.Count == 0 && Mechanisms.Count == 0 && Structure.Length == 0;

    /// <summary>How it is made; null in a plan that was read from its file.</summary>
    [JsonIgnore]
    public PlannedRun? Run { get; init; }

    /// <summary>What it is, in words.</summary>
    [JsonIgnore]
    public string Words => (Baseline is null ? "baseline" : Arm) + (Owners.Count > 0 ? $"; {string.Join(", ", Owners)} only" : string.Empty) + (Mechanisms.Count > 0 ? $"; {string.Join(", ", Mechanisms)} only" : string.Empty) + (Structure.Length > 0 ? $"; {Structure}" : string.Empty) + (Draw > 0 ? $"; draw {Draw}" : string.Empty) + $"; seed {Seed}";

    /// <summary>The scenario with its settings: what the draws and seeds of one row of a table share.</summary>
    [JsonIgnore]
    public string Arm => Settings.Count == 0 ? Scenario : $"{Scenario} ({string.Join("; ", Settings)})";

    /// <summary>The scenario that it runs.</summary>
    /// <exception cref="InvalidOperationException">The plan was read from its file.</exception>
    public Scenario Make() => Run is not { } run ? throw new InvalidOperationException("A plan that was read can be looked at, not run.")
        : Baseline is null ? SweepExpander.DrawnBaseline(run)
        : SweepExpander.Drawn(run);
}
