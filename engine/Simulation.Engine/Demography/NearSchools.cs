using Simulation.Engine.Parallelism;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Demography;

/// <summary>The schools that families of each neighbourhood choose among, the nearest first: schools and neighbourhoods stay where they are.</summary>
internal sealed class NearSchools
{
    private const int Phases = 2;

    private readonly int[][] schools = new int[Phases][];
    private readonly int[][][] near = new int[Phases][][];

    private NearSchools()
    {
    }

    /// <summary>The schools of a population.</summary>
    /// <param name="population">Schools and neighbourhoods.</param>
    /// <param name="team">Workers.</param>
    public static NearSchools Of(Population population, WorkerTeam team)
    {
        var made = new NearSchools();
        for (int p = 0; p < Phases; p++)
        {
            int phase = p;
            SchoolChoice choice = SchoolChoice.Of(phase);
            int[] schools = [.. Enumerable.Range(0, population.Schools.Count).Where(s => SchoolPlaces.Takes((SchoolPhase)population.Schools.Phase[s], phase))];
            int[][] near = new int[population.Neighbourhoods.Count][];
            team.Run(near.Length, (_, n) => near[n] = choice.Nearest(schools, s => Metres(population, n, s)));
            (made.schools[phase], made.near[phase]) = (schools, near);
        }

        return made;
    }

    /// <summary>All schools of a phase: 0 primary, 1 secondary.</summary>
    public int[] All(int phase) => schools[phase];

    /// <summary>Those that are considered in a neighbourhood.</summary>
    public int[] Of(int phase, int neighbourhood) => near[phase][neighbourhood];

    private static double Metres(Population population, int neighbourhood, int school)
    {
        double x = population.Schools.X[school] - population.Neighbourhoods.X[neighbourhood];
        double y = population.Schools.Y[school] - population.Neighbourhoods.Y[neighbourhood];
        return Math.Sqrt((x * x) + (y * y));
    }
}
