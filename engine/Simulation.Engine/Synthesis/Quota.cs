namespace Simulation.Engine.Synthesis;

/// <summary>Whole numbers out of shares: totals met exactly, and no bias in small neighbourhoods.</summary>
internal static class Quota
{
    /// <summary>
    /// Whole counts that sum to <paramref name="total"/>, each within one of its share, by the largest remainder (ties to
    /// the lower index).
    /// </summary>
    public static int[] LargestRemainder(ReadOnlySpan<double> weights, int total)
    {
        double sum = 0;
        foreach (double weight in weights)
        {
            sum += weight;
        }

        var counts = new int[weights.Length];
        var remainders = new double[weights.Length];
        var order = new int[weights.Length];
        int given = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            double exact = sum > 0 ? weights[i] / sum * total : 0;
            counts[i] = (int)Math.Floor(exact);
            remainders[i] = exact - counts[i];
            order[i] = i;
            given += counts[i];
        }

        Array.Sort(order, (a, b) =>
        {
            int byRemainder = remainders[b].CompareTo(remainders[a]);
            return byRemainder != 0 ? byRemainder : a.CompareTo(b);
        });
        for (int k = 0; given < total && weights.Length > 0; k = (k + 1) % weights.Length, given++)
        {
            counts[order[k]]++;
        }

        return counts;
    }

    /// <summary>
    /// Whole counts that sum to <paramref name="total"/> by systematic sampling: marks at <paramref name="start"/>,
    /// start + 1, … on the running total, so each count (and each run of neighbouring counts) is within one of its share
    /// and right on average even where the total is 1.
    /// </summary>
    /// <param name="weights">Relative shares; equal shares are taken when none is positive.</param>
    /// <param name="total">Sum of the counts.</param>
    /// <param name="start">Luck in [0, 1).</param>
    /// <param name="counts">Receives the counts.</param>
    public static void Spread(ReadOnlySpan<double> weights, int total, double start, Span<int> counts)
    {
        double sum = 0;
        int last = weights.Length - 1;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            last = weights[i] > 0 ? i : last;
        }

        bool equal = !(sum > 0);
        sum = equal ? weights.Length : sum;
        last = equal ? weights.Length - 1 : last;
        double running = 0;
        int given = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            running += equal ? 1 : weights[i];
            int upTo = i >= last ? total : Math.Clamp((int)Math.Floor((running / sum * total) + start), given, total);
            counts[i] = upTo - given;
            given = upTo;
        }
    }

    /// <summary>
    /// Scales the odds of <paramref name="chances"/> by one factor until they sum to <paramref name="target"/> (or to as
    /// near as certainties allow).
    /// </summary>
    public static void Calibrate(Span<double> chances, double target)
    {
        int possible = 0;
        foreach (double chance in chances)
        {
            possible += chance > 0 ? 1 : 0;
        }

        if (target <= 0)
        {
            chances.Clear();
            return;
        }

        if (target >= possible)
        {
            foreach (ref double chance in chances)
            {
                chance = chance > 0 ? 1 : 0;
            }

            return;
        }

        double factor = 1;
        for (int step = 0; step < 40; step++)
        {
            double sum = 0;
            foreach (double chance in chances)
            {
                sum += Scaled(chance, factor);
            }

            if (Math.Abs(sum - target) < 1e-4)
            {
                break;
            }

            // The factor that would be right if all chances were alike; converges in a handful of steps.
            factor *= target / sum * ((possible - sum) / (possible - target));
        }

        foreach (ref double chance in chances)
        {
            chance = Scaled(chance, factor);
        }

        static double Scaled(double chance, double factor)
        {
            double odds = chance * factor;
            return odds / (1 - chance + odds);
        }
    }

    /// <summary>Chooses items with the given chances by systematic sampling: as many as the chances sum to, give or take one.</summary>
    public static void Choose(ReadOnlySpan<double> chances, double start, Span<bool> chosen)
    {
        double running = start;
        double marks = Math.Floor(running);
        for (int i = 0; i < chances.Length; i++)
        {
            running += chances[i];
            double now = Math.Floor(running + 1e-9);
            chosen[i] = now > marks;
            marks = now;
        }
    }
}
