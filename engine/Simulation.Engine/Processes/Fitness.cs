using Simulation.Engine.Numerics;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Processes;

/// <summary>Fitness of the residents whom a packed list (pupils, workers) names.</summary>
internal static unsafe class Fitness
{
    /// <summary>Writes the fitness (1 = age norm) of rows first … end − 1; vacant rows get 1.</summary>
    /// <param name="residents">Resident row of each row of the list; −1 on vacant rows.</param>
    /// <param name="column">Residents' fitness in 1/32,768.</param>
    /// <param name="first">First row of the list.</param>
    /// <param name="end">Row after the last.</param>
    /// <param name="fitness">Where row r's fitness goes: <c>fitness[r]</c>.</param>
    public static void Gather(ReadOnlyColumn<int> residents, ReadOnlyColumn<ushort> column, int first, int end, float* fitness)
    {
        for (int row = first; row < end; row++)
        {
            int resident = residents.Pointer[row];
            IndexCheck.Assert(Math.Max(resident, 0), column.Length);
            fitness[row] = resident < 0 ? 1f : column.Pointer[resident] * (1f / 32768f);
        }
    }
}
