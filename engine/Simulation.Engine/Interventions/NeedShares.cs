namespace Simulation.Engine.Interventions;

/// <summary>
/// Universal, at a scale proportionate to need: spreads a total reach over deprivation deciles, most where need is greatest.
/// </summary>
internal static class NeedShares
{
    /// <summary>
    /// Weight of a decile before scaling: 1.6 in the most deprived falling straight to 0.4 in the least, so that the most
    /// deprived tenth is offered four times what the least deprived is (a modelling judgement; the principle gives no number).
    /// </summary>
    public static double Weight(int decile) => 1.6 - (1.2 * (decile - 1) / 9.0);

    /// <summary>Share reached in deciles 1–10 (index 0–9), with the same total as a uniform <paramref name="share"/>.</summary>
    /// <param name="share">Uniform share that the total equals.</param>
    /// <param name="eligible">Eligible units by decile, length 10.</param>
    public static double[] Solve(double share, ReadOnlySpan<double> eligible)
    {
        // Bisection on the scale: the total rises with it, and 60 halvings are exact to the last bit that matters.
        double low = 0;
        double high = 1 / 0.4;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (Excess(middle, share, eligible) < 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        var shares = new double[10];
        for (int d = 0; d < 10; d++)
        {
            shares[d] = Math.Min(1, high * Weight(d + 1));
        }

        return shares;
    }

    private static double Excess(double scale, double share, ReadOnlySpan<double> eligible)
    {
        double sum = 0;
        for (int d = 0; d < eligible.Length; d++)
        {
            sum += eligible[d] * (Math.Min(1, scale * Weight(d + 1)) - share);
        }

        return sum;
    }
}
