using System.Numerics;
using Simulation.Engine.Randomness;

namespace Simulation.Results.Statistics;

/// <summary>How an effect of many together is shared out among them (Shapley 1953).</summary>
/// <remarks>Coalitions are bit masks: bit i is player i. The empty coalition is worth nothing.</remarks>
public static class ShapleyValues
{
    /// <summary>Most players whose coalitions are all run.</summary>
    public const int MostExact = 8;

    /// <summary>Each player's share, from the worth of every coalition.</summary>
    /// <param name="worth">Worth by mask; 2ⁿ values, the first 0.</param>
    public static double[] Exact(IReadOnlyList<double> worth)
    {
        int players = Players(worth);
        double[] shares = new double[players];
        double[] weights = new double[players];
        for (int size = 0; size < players; size++)
        {
            weights[size] = Factorial(size) * Factorial(players - size - 1) / Factorial(players);
        }

        for (int mask = 0; mask < worth.Count; mask++)
        {
            for (int player = 0; player < players; player++)
            {
                if ((mask & (1 << player)) == 0)
                {
                    shares[player] += weights[BitOperations.PopCount((uint)mask)] * (worth[mask | (1 << player)] - worth[mask]);
                }
            }
        }

        return shares;
    }

    /// <summary>What each player does alone.</summary>
    public static double[] FirstIn(IReadOnlyList<double> worth) =>
        [.. Enumerable.Range(0, Players(worth)).Select(i => worth[1 << i])];

    /// <summary>What is lost when each player leaves the others.</summary>
    public static double[] LastOut(IReadOnlyList<double> worth) =>
        [.. Enumerable.Range(0, Players(worth)).Select(i => worth[^1] - worth[(worth.Count - 1) & ~(1 << i)])];

    /// <summary>What all together do beyond the sum of each alone.</summary>
    public static double Interaction(IReadOnlyList<double> worth) => worth[^1] - FirstIn(worth).Sum();

    /// <summary>Orders in which players join, each with its reverse, so that early and late places even out.</summary>
    /// <param name="players">Number of players.</param>
    /// <param name="pairs">Pairs of orders.</param>
    /// <param name="seed">Address of the luck.</param>
    public static IEnumerable<int[]> Orders(int players, int pairs, ulong seed)
    {
        for (int pair = 0; pair < pairs; pair++)
        {
            int[] order = [.. Enumerable.Range(0, players)
                .OrderBy(i => SplitMix64.Mix(SplitMix64.Mix(seed + ((ulong)pair * SplitMix64.Golden)) ^ (ulong)i)).ThenBy(i => i)];
            yield return order;
            yield return [.. order.Reverse()];
        }
    }

    /// <summary>Each player's share from some orders only, with its standard error over pairs of orders.</summary>
    /// <param name="players">Number of players, at most 31.</param>
    /// <param name="orders">Orders as <see cref="Orders"/> gives them.</param>
    /// <param name="worth">Worth of a mask; asked once for each.</param>
    public static (double[] Shares, double[] Errors) Sampled(int players, IEnumerable<int[]> orders, Func<int, double> worth)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(worth);
        Dictionary<int, double> known = new() { [0] = 0 };
        List<double[]> pairs = [];
        double[]? forward = null;
        foreach (int[] order in orders)
        {
            double[] gains = new double[players];
            int mask = 0;
            foreach (int player in order)
            {
                int joined = mask | (1 << player);
                if (!known.TryGetValue(joined, out double value))
                {
                    known[joined] = value = worth(joined);
                }

                gains[player] = value - known[mask];
                mask = joined;
            }

            if (forward is null)
            {
                forward = gains;
            }
            else
            {
                pairs.Add([.. forward.Zip(gains, (a, b) => (a + b) / 2)]);
                forward = null;
            }
        }

        double[] shares = [.. Enumerable.Range(0, players).Select(i => pairs.Average(p => p[i]))];
        double[] errors = [.. Enumerable.Range(0, players).Select(i => pairs.Count < 2 ? double.NaN
            : Math.Sqrt(pairs.Sum(p => (p[i] - shares[i]) * (p[i] - shares[i])) / (pairs.Count - 1) / pairs.Count))];
        return (shares, errors);
    }

    private static int Players(IReadOnlyList<double> worth)
    {
        ArgumentNullException.ThrowIfNull(worth);
        return worth.Count > 1 && BitOperations.IsPow2(worth.Count)
            ? BitOperations.Log2((uint)worth.Count)
            : throw new ArgumentException($"{worth.Count} coalitions are not all of any number of players.", nameof(worth));
    }

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
