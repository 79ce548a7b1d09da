namespace Simulation.Results.Statistics;

/// <summary>One figure under two scenarios with the same residents, the same luck and the same draw of the parameters.</summary>
/// <param name="Draw">Draw of the parameters; 0 = central values.</param>
/// <param name="Seed">Seed of the luck.</param>
/// <param name="Before">The figure without the plan.</param>
/// <param name="After">The figure with it.</param>
public readonly record struct PairedDifference(int Draw, ulong Seed, double Before, double After)
{
    /// <summary>With the plan less without it.</summary>
    public double Value => After - Before;
}
