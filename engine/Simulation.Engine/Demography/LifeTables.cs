using Simulation.Engine.Parallelism;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>What lives go by, solved once on the residents of a run's first day and the same in every arm and year.</summary>
/// <param name="Mortality">Hazards of death.</param>
/// <param name="Levels">How neighbourhoods differ at the same age.</param>
internal sealed record LifeTables(Mortality Mortality, NeighbourhoodLevels Levels)
{
    /// <summary>The tables of a population.</summary>
    /// <param name="population">Residents of the first day.</param>
    /// <param name="team">Workers.</param>
    public static LifeTables Of(Population population, WorkerTeam team) => new(Mortality.Of(population), NeighbourhoodLevels.Of(population, team));
}
