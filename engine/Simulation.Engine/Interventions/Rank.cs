using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;

namespace Simulation.Engine.Interventions;

/// <summary>
/// Stable ranks that decide who is reached first. A row's rank depends on the kind and the row alone, never on the seed,
/// the share asked for or the rest of the scenario: reaching 11 % therefore reaches everyone whom 10 % reaches.
/// </summary>
internal static class Rank
{
    /// <summary>Stream of a kind: the FNV-1a hash of its key, so that the order of registration means nothing.</summary>
    public static ulong StreamOf(string key) => SplitMix64.OfName(key);

    /// <summary>Rank of <paramref name="row"/> in [0, 1).</summary>
    public static double Of(ulong stream, int row) => SplitMix64.Unit(SplitMix64.Mix(stream ^ SplitMix64.Mix((ulong)row + SplitMix64.Golden)));

    /// <summary>What a row's rank is asked by: the row as synthesised, which stays with a resident or worker when rows are laid anew.</summary>
    public static int KeyOf(Population population, ReachUnit unit, int row) => population.RankKeys is not { } keys ? row
        : unit switch
        {
            ReachUnit.Residents => keys.Residents[row],
            ReachUnit.Employees => keys.Workers[row],
            _ => row,
        };

    /// <summary>
    /// Ranks of a small table spread evenly within strata: "60 % of primary schools" is then 60 % of them in every place,
    /// not 60 % give or take the luck of a few hundred draws.
    /// </summary>
    /// <param name="stream">The kind's stream.</param>
    /// <param name="strata">Stratum of each row.</param>
    public static double[] Stratified(ulong stream, int[] strata)
    {
        var ranks = new double[strata.Length];
        var order = new int[strata.Length];
        for (int row = 0; row < strata.Length; row++)
        {
            ranks[row] = Of(stream, row);
            order[row] = row;
        }

        Array.Sort(order, (a, b) => strata[a] != strata[b] ? strata[a].CompareTo(strata[b])
            : ranks[a] != ranks[b] ? ranks[a].CompareTo(ranks[b]) : a.CompareTo(b));
        double shift = Of(stream ^ 0xA5A5A5A5A5A5A5A5UL, 0);
        int stratum = 0;
        for (int first = 0; first < order.Length;)
        {
            int end = first;
            while (end < order.Length && strata[order[end]] == strata[order[first]])
            {
                end++;
            }

            // One offset for the whole stratum keeps the expected number reached exact for small strata too; steps of the
            // golden ratio from stratum to stratum let their rounding cancel, so that the total is right as well.
            double offset = (shift + (stratum++ * 0.6180339887498949)) % 1;
            for (int i = first; i < end; i++)
            {
                ranks[order[i]] = (i - first + offset) / (end - first);
            }

            first = end;
        }

        return ranks;
    }

    /// <summary>Strata of the schools: place × phase × deprivation fifth.</summary>
    public static int[] SchoolStrata(Population population)
    {
        var strata = new int[population.Schools.Count];
        for (int s = 0; s < strata.Length; s++)
        {
            int n = population.Schools.Neighbourhood[s];
            strata[s] = (NeighbourhoodStratum(population, n) * 3) + population.Schools.Phase[s];
        }

        return strata;
    }

    /// <summary>Strata of the neighbourhoods: place × deprivation fifth.</summary>
    public static int[] NeighbourhoodStrata(Population population)
    {
        var strata = new int[population.Neighbourhoods.Count];
        for (int n = 0; n < strata.Length; n++)
        {
            strata[n] = NeighbourhoodStratum(population, n);
        }

        return strata;
    }

    private static int NeighbourhoodStratum(Population population, int n) =>
        (population.Neighbourhoods.Place[n] * 5) + ((population.Neighbourhoods.Decile[n] - 1) / 2);
}
