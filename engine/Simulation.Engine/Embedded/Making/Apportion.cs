namespace Simulation.Engine.Embedded.Making;

/// <summary>Shares out whole things in proportion to weights.</summary>
internal static class Apportion
{
    /// <summary>Whole numbers that add up to <paramref name="total"/>, in proportion to <paramref name="weights"/> (largest remainder, ties to the first).</summary>
    public static int[] Whole(IReadOnlyList<double> weights, int total)
    {
        double sum = weights.Sum();
        int[] counts = new int[weights.Count];
        double[] rest = new double[weights.Count];
        int given = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            double exact = weights[i] * total / sum;
            counts[i] = (int)exact;
            rest[i] = exact - counts[i];
            given += counts[i];
        }

        foreach (int i in Enumerable.Range(0, counts.Length).OrderByDescending(i => rest[i]).ThenBy(i => i).Take(total - given))
        {
            counts[i]++;
        }

        return counts;
    }
}
