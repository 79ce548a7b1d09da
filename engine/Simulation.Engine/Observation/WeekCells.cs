using Simulation.Engine.Populations;

namespace Simulation.Engine.Observation;

/// <summary>
/// The week's counts: by neighbourhood, and by national decile × demographic key. Every stratification that is published is
/// a sum of these.
/// </summary>
/// <remarks>
/// A neighbourhood's sums are made in lanes of 32 bits and pupils point at its adults with 16: hence no neighbourhood may have
/// more than <see cref="LargestNeighbourhood"/> residents.
/// </remarks>
internal sealed class WeekCells : IDisposable
{
    /// <summary>Residents of a neighbourhood at most.</summary>
    public const int LargestNeighbourhood = 65_535;

    private readonly IReadOnlyList<CountingBench> benches;
    private readonly CountingBench all = new();
    private readonly StratumSum[] strata = new StratumSum[Demographics.Deciles * Demographics.AllKeys];
    private readonly ushort[] doses;
    private readonly long[] trips = new long[CountingBench.TripBands * 4];

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
        doses = new ushort[neighbourhoods * DoseBands.Cells];
    }

    /// <summary>All keys of each neighbourhood together.</summary>
    public Tally[] Sums { get; }

    /// <summary>A neighbourhood's residents by <see cref="DoseBands.Cell"/>, as last counted.</summary>
    public Span<ushort> Doses(int neighbourhood) => doses.AsSpan(neighbourhood * DoseBands.Cells, DoseBands.Cells);

    /// <summary>Sums by national decile × demographic key: <c>decile × AllKeys + key</c>.</summary>
    public ReadOnlySpan<StratumSum> Strata => strata;

    /// <summary>School days by phase × distance band, and by mode (walk, cycle, transit, car): <c>4 (4 phase + band) + mode</c>.</summary>
    public ReadOnlySpan<long> Trips => trips;

    /// <summary>Minutes of one-way walks to school.</summary>
    public long WalkTime => all.WalkTime;

    /// <summary>Takes what the workers counted of the week that is complete.</summary>
    public void Gather()
    {
        all.Clear();
        foreach (CountingBench bench in benches)
        {
            bench.MoveTo(all);
        }

        Array.Clear(trips);
        for (int decile = 0; decile < Demographics.Deciles; decile++)
        {
            for (int key = 0; key < Demographics.Keys; key++)
            {
                StratumSum sum = default;
                AddResidents(decile, key, ref sum);
                AddPupils(decile, key, ref sum);
                sum.CommuteWalk = all.Workers.Sum(decile, key, 0);
                sum.CommuteCycle = all.Workers.Sum(decile, key, 1);
                sum.CommuteTransit = all.Workers.Sum(decile, key, 2);
                sum.CommuteCar = all.Workers.Sum(decile, key, 3);
                sum.CommuteHome = all.Workers.Sum(decile, key, 4);
                strata[(decile * Demographics.AllKeys) + key] = sum;
            }
        }
    }

    /// <summary>Releases the counters.</summary>
    public void Dispose() => all.Dispose();

    private void AddResidents(int decile, int key, ref StratumSum sum)
    {
        Span<long> byCategory = stackalloc long[3];
        Span<long> byTravel = stackalloc long[4];
        for (int profile = 0; profile < CountingBench.Profiles; profile++)
        {
            int bin = CountingBench.Bin(profile, key);
            long residents = all.Residents.Sum(decile, bin, CountingBench.ResidentsField);
            byCategory[profile >> 2] += residents;
            byTravel[profile & 3] += residents;
            sum.Minutes += all.Residents.Sum(decile, bin, CountingBench.MinutesField);
        }

        sum.Low = byCategory[0];
        sum.Middle = byCategory[1];
        sum.High = byCategory[2];
        sum.Travel20 = byTravel[3];
        sum.Travel12 = byTravel[3] + byTravel[2];
        sum.Travel4 = byTravel[3] + byTravel[2] + byTravel[1];
    }

    private void AddPupils(int decile, int key, ref StratumSum sum)
    {
        int phase = Demographics.LowerAge(Demographics.Band(key)) < Demographics.SecondaryAge ? 0 : 1;
        Span<long> modes = stackalloc long[4];
        for (int band = 0; band < CountingBench.DistanceBands; band++)
        {
            for (int mode = 0; mode < modes.Length; mode++)
            {
                long days = all.Pupils.Sum(decile, (key * CountingBench.DistanceBands) + band, mode);
                modes[mode] += days;
                trips[(((phase * CountingBench.DistanceBands) + band) * modes.Length) + mode] += days;
            }
        }

        sum.SchoolWalk = modes[0];
        sum.SchoolCycle = modes[1];
        sum.SchoolTransit = modes[2];
        sum.SchoolCar = modes[3];
    }
}
