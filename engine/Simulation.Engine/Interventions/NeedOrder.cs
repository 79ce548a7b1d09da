namespace Simulation.Engine.Interventions;

/// <summary>
/// Universal, at a scale proportionate to need: the same number of units as without, drawn more often where need is greatest.
/// </summary>
internal static class NeedOrder
{
    /// <summary>
    /// Weight of a decile: 1.6 in the most deprived falling straight to 0.4 in the least, so that the most deprived tenth is
    /// offered four times what the least deprived is (a modelling judgement; the principle gives no number).
    /// </summary>
    public static double Weight(int decile) => 1.6 - (1.2 * (decile - 1) / 9.0);

    /// <summary>
    /// Reaches as many in all as asked: who stands first by rank over weight, which contains whoever a smaller total would reach.
    /// </summary>
    /// <param name="entries">Rank (0 ≤ rank &lt; 1), decile (1–10) and size of each unit that takes part; sizes are 1 or a chance.</param>
    /// <param name="total">What the sizes of those reached are to sum to; the sum differs from it by less than one unit.</param>
    /// <returns>Whether each entry is reached, and the share of each decile (index 0–9) that this comes to.</returns>
    public static (bool[] Reached, double[] Shares) Choose(IReadOnlyList<(double Rank, int Decile, double Size)> entries, double total)
    {
        double[] scores = [.. entries.Select(e => e.Rank / Weight(e.Decile))];
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        Array.Sort(scores, order);
        var reached = new bool[entries.Count];
        double sum = 0;
        int count = 0;
        while (count < order.Length && sum + (entries[order[count]].Size / 2) < total)
        {
            reached[order[count]] = true;
            sum += entries[order[count++]].Size;
        }

        var shares = new double[10];
        for (int d = 0; d < shares.Length; d++)
        {
            shares[d] = count == order.Length ? 1 : Math.Min(1, scores[count] * Weight(d + 1));
        }

        return (reached, shares);
    }
}
