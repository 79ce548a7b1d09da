using Simulation.Engine.Populations;

namespace Simulation.Populations;

/// <summary>An open population and the file that it lies in.</summary>
/// <param name="Population">The population.</param>
/// <param name="File">Its file; empty when it could not be kept and lies in memory.</param>
public sealed record OpenPopulation(Population Population, string File) : IDisposable
{
    /// <summary>Closes the file.</summary>
    public void Dispose() => Population.Dispose();
}
