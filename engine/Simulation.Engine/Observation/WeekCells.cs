using Simulation.Engine.Populations;

namespace Simulation.Engine.Observation;

/// <summary>
/// The week's counts: by neighbourhood, and by national decile × demographic key. Every stratification that is published is
/// a sum of these.
/// </summary>
/// <remarks>
/// Four 16-bit counters share a word, so that a resident costs an addition: hence no neighbourhood may have more than
/// <see cref="LargestNeighbourhood"/> residents (of one key, on seven days, there are far fewer than that).
/// </remarks>
internal sealed class WeekCells
{
    /// <summary>Residents of a neighbourhood at most.</summary>
    public const int LargestNeighbourhood = 65_535;

    private readonly IReadOnlyList<CountingBench> benches;
    private readonly CellSum[] strata = new CellSum[CountingBench.Strata];
    private PackedSum trips;
    private long walkTime;

    /// <summary>Empty counts for a population.</summary>
    /// <param name="population">Who is counted.</param>
    /// <param name="benches">Where the workers count.</param>
    /// <exception cref="ArgumentException">A neighbourhood is too large to count.</exception>
    public WeekCells(Population population, IReadOnlyList<CountingBench> benches)
    {
        int neighbourhoods = population.Neighbourhoods.Count;
        for (int n = 0; n < neighbourhoods; n++)
        {
            if (population.Residents.Layout.UsedIn(n) > LargestNeighbourhood)
            {
                throw new ArgumentException(
                    $"The neighbourhood {population.Neighbourhoods.Code[n]} has {population.Residents.Layout.UsedIn(n):N0} residents; a run counts at most {LargestNeighbourhood:N0} in one. Divide it, or build the population with fewer residents.",
                    nameof(population));
            }
        }

        this.benches = benches;
        Sums = new Tally[neighbourhoods];
    }

    /// <summary>All keys of each neighbourhood together.</summary>
    public Tally[] Sums { get; }

    /// <summary>Sums by national decile × demographic key: <c>decile × AllKeys + key</c>.</summary>
    public ReadOnlySpan<CellSum> Strata => strata;

    /// <summary>School days by phase × distance band, and by mode (walk, cycle, transit, car).</summary>
    public PackedSum Trips => trips;

    /// <summary>Minutes of one-way walks to school.</summary>
    public long WalkTime => walkTime;

    /// <summary>Takes what the workers counted of the week that is complete.</summary>
    public void Gather()
    {
        Array.Clear(strata);
        trips = default;
        walkTime = 0;
        foreach (CountingBench bench in benches)
        {
            bench.MoveTo(strata, ref trips, ref walkTime);
        }
    }
}
