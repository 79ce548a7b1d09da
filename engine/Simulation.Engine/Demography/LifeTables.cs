using Simulation.Engine.Parallelism;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>What lives go by, solved once on the residents of a run's first day and the same in every arm and year.</summary>
/// <param name="FirstDay">Residents of the first day.</param>
/// <param name="Mortality">Hazards of death.</param>
/// <param name="Levels">How neighbourhoods differ at the same age.</param>
/// <param name="Destinations">Where households move to.</param>
/// <param name="Cars">How many cars households have.</param>
/// <param name="Migration">Who comes to the area and who leaves it.</param>
/// <param name="Near">Schools near each neighbourhood.</param>
/// <param name="Births">How many children women have.</param>
internal sealed record LifeTables(
    Population FirstDay, Mortality Mortality, NeighbourhoodLevels Levels, Destinations Destinations, CarLevels Cars, MigrationRates Migration, NearSchools Near, BirthLevels Births)
{
    /// <summary>The tables of a population.</summary>
    /// <param name="population">Residents of the first day.</param>
    /// <param name="parameters">The run's numbers.</param>
    /// <param name="team">Workers.</param>
    public static LifeTables Of(Population population, ParameterSet parameters, WorkerTeam team) => new(
        population,
        Mortality.Of(population),
        NeighbourhoodLevels.Of(population, team),
        Destinations.Of(population, parameters[LivesParameters.SamePlace], parameters[LivesParameters.SameTenth]),
        CarLevels.Of(population),
        MigrationRates.Of(population, parameters[LivesParameters.Migration]),
        NearSchools.Of(population, team),
        BirthLevels.Of(population));
}
