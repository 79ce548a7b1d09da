using Simulation.Engine.Baselines;
using Simulation.Engine.Parallelism;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.State;

namespace Simulation.Engine.Demography;

/// <summary>The years of a population without their days: who is there in ten years' time, a turn a year. The lives are those of a run.</summary>
internal static class LivesProjection
{
    /// <summary>Lives through whole years that begin on a first of September.</summary>
    /// <param name="population">Residents of the first day.</param>
    /// <param name="first">Calendar year of the first day.</param>
    /// <param name="years">How many years.</param>
    /// <param name="seed">Seed of the run's luck.</param>
    /// <param name="workers">Worker threads.</param>
    /// <param name="parameters">Numbers that differ from the registry's.</param>
    /// <param name="see">Shown the run after each turn, the year's number first; the run is disposed of afterwards.</param>
    public static IReadOnlyList<LivesYear> Of(
        Population population, int first, int years, ulong seed, int workers, IReadOnlyDictionary<string, double>? parameters = null, Action<int, RunState>? see = null)
    {
        using WorkerTeam team = new(workers);
        RunState state = new(population, new ParameterSet(parameters ?? new Dictionary<string, double>()), Baseline.Of(PropensityStructure.Moving), seed, PropensityStructure.Moving, workers);
        Initialisation initialisation = new(state);
        initialisation.Lay();
        team.Run(population.Neighbourhoods.Count, (_, n) => initialisation.Run(n));
        LifeTables tables = LifeTables.Of(population, state.Parameters, team);
        List<LivesYear> lived = [];
        for (int year = 1; year <= years; year++)
        {
            DateOnly from = new(first + year - 1, 9, 1);
            LivesYear sums = LivesYear.Of(from, from.AddYears(1), population.Places.Count, year - 1);
            TurnOfTheYear turn = TurnOfTheYear.Make(state, tables, sums, team);
            RunState next = turn.Carry(state, team);
            Release(state, population);
            state = next;
            lived.Add(sums);
            see?.Invoke(year, state);
        }

        Release(state, population);
        return lived;
    }

    private static void Release(RunState state, Population kept)
    {
        state.Dispose();
        if (state.Population != kept)
        {
            state.Population.Dispose();
        }
    }
}
