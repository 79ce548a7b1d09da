namespace Simulation.Results.Studies;

/// <summary>Two runs under the same draw and seed.</summary>
/// <param name="Draw">Draw of what the studies leave open; 0 = central values.</param>
/// <param name="Seed">Seed of the luck.</param>
/// <param name="Before">Without the plan.</param>
/// <param name="After">With it.</param>
public sealed record RunPair(int Draw, ulong Seed, RunSummary Before, RunSummary After);
