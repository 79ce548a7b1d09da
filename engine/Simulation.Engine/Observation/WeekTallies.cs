using Simulation.Engine.Populations;

namespace Simulation.Engine.Observation;

/// <summary>Counts of the week that are made as it goes: company on the way to school, cars at the gates.</summary>
/// <param name="population">The population observed.</param>
internal sealed class WeekTallies(Population population)
{
    private readonly int[] walkers = new int[population.Neighbourhoods.Count];
    private readonly int[] accompanied = new int[population.Neighbourhoods.Count];
    private readonly long[] gateCars = new long[population.Schools.Count];

    /// <summary>School days this week.</summary>
    public int SchoolDays { get; private set; }

    /// <summary>Walks of pupils aged 7–13 this week.</summary>
    public long Walkers => walkers.Sum(x => (long)x);

    /// <summary>Those with an adult.</summary>
    public long Accompanied => accompanied.Sum(x => (long)x);

    /// <summary>Car trips to each school this week.</summary>
    public ReadOnlySpan<long> GateCars => gateCars;

    /// <summary>Adds one neighbourhood's walks of one day.</summary>
    public void AddCompany(int neighbourhood, int walks, int withAdult)
    {
        walkers[neighbourhood] += walks;
        accompanied[neighbourhood] += withAdult;
    }

    /// <summary>Adds one school day's cars.</summary>
    public void AddGateCars(ReadOnlySpan<int> cars)
    {
        for (int s = 0; s < cars.Length; s++)
        {
            gateCars[s] += cars[s];
        }

        SchoolDays++;
    }

    /// <summary>Begins a new week.</summary>
    public void Reset()
    {
        Array.Clear(walkers);
        Array.Clear(accompanied);
        Array.Clear(gateCars);
        SchoolDays = 0;
    }
}
