using Simulation.Engine.Populations;

namespace Simulation.Engine.State;

/// <summary>
/// What one worker thread has counted by school, class and employer and nobody has taken yet. Integers: it does not matter who
/// counted what, and all of them together are part of the run's state (<see cref="RunState.Gather"/>).
/// </summary>
/// <param name="population">The population of the run.</param>
public sealed class WorkerTally(Population population)
{
    /// <summary>Cars at each school gate today, as far as this worker saw.</summary>
    public int[] GateCars { get; } = new int[population.Schools.Count];

    /// <summary>School days walked by each class's pupils, this cycle of refreshes.</summary>
    public int[] ClassWalks { get; } = new int[population.Classes.Count];

    /// <summary>
    /// For each employer, this cycle of refreshes: days walked or cycled by its workers in the low 32 bits, workers counted in
    /// the high 32. One word, because each worker's employer is a random place in memory and is visited once.
    /// </summary>
    public long[] Employers { get; } = new long[population.Employers.Count];
}
