using System.Numerics;

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

    private static int Players(IReadOnlyList<double> worth)
    {
        ArgumentNullException.ThrowIfNull(worth);
        return worth.Count > 1 && BitOperations.IsPow2(worth.Count)
            ? BitOperations.Log2((uint)worth.Count)
            : throw new ArgumentException($"{worth.Count} coalitions are not all of any number of players.", nameof(worth));
    }

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
