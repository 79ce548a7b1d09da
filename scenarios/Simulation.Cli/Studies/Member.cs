using Simulation.Cli.Running;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Cli.Studies;

/// <summary>One run of a study, or a baseline that some of its runs are compared with.</summary>
/// <param name="File">Run file.</param>
/// <param name="Baseline">Run file of the baseline that it pairs with; null for a baseline.</param>
/// <param name="Run">Its line in the plan; for a baseline, the first that needs it.</param>
/// <param name="Seed">Seed of the luck.</param>
internal sealed record Member(string File, string? Baseline, PlannedRun Run, ulong Seed)
{
    /// <summary>What it is, in words.</summary>
    public string Words => Baseline is null ? "baseline"
        : (Run.Settings.Count == 0 ? "as written" : string.Join("; ", Run.Settings)) + (Run.Draw > 0 ? $"; draw {Run.Draw}" : string.Empty);

    /// <summary>The scenario that it runs.</summary>
    public LoadedScenario Scenario => new(File, Baseline is null ? Run.Baseline : SweepExpander.Drawn(Run));
}
