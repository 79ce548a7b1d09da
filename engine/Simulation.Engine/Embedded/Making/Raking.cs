namespace Simulation.Engine.Embedded.Making;

/// <summary>Makes neighbourhoods add up to their place exactly while keeping how they differ from each other.</summary>
internal static class Raking
{
    private const int MostRounds = 2_000;
    private const double Close = 1e-12;

    /// <summary>
    /// Multiplies all odds by the one factor that makes the weighted mean of the shares equal <paramref name="target"/>: a
    /// shift on the logit scale.
    /// </summary>
    /// <param name="odds">Odds of each neighbourhood before the shift.</param>
    /// <param name="weights">Base of each share, such as residents or households.</param>
    /// <param name="target">Share wanted in the place, between 0 and 1.</param>
    /// <returns>Shares.</returns>
    public static double[] Shift(double[] odds, double[] weights, double target)
    {
        double wanted = target * weights.Sum();
        double low = 1e-6;
        double high = 1e6;

        // Halving on the factor's own scale: √(low × high) is the middle of its logarithms.
        for (int round = 0; round < 100; round++)
        {
            double middle = Math.Sqrt(low * high);
            double sum = 0;
            for (int i = 0; i < odds.Length; i++)
            {
                double shifted = odds[i] * middle;
                sum += weights[i] * shifted / (1 + shifted);
            }

            (low, high) = sum < wanted ? (middle, high) : (low, middle);
        }

        double factor = Math.Sqrt(low * high);
        return [.. odds.Select(o => o * factor / (1 + (o * factor)))];
    }

    /// <summary>
    /// Iterative proportional fitting (Deming &amp; Stephan 1940): rescales columns and rows in turn until both totals hold.
    /// </summary>
    /// <param name="cells">Rows of positive weights; changed in place.</param>
    /// <param name="rows">Total wanted of each row.</param>
    /// <param name="columns">Total wanted of each column; rescaled to the sum of the rows.</param>
    public static void Fit(double[][] cells, double[] rows, IReadOnlyList<double> columns)
    {
        double scale = rows.Sum() / columns.Sum();
        double[] sums = new double[columns.Count];
        for (int round = 0; round < MostRounds; round++)
        {
            Array.Clear(sums);
            for (int i = 0; i < cells.Length; i++)
            {
                double factor = rows[i] / cells[i].Sum();
                for (int j = 0; j < sums.Length; j++)
                {
                    sums[j] += cells[i][j] *= factor;
                }
            }

            double worst = 0;
            for (int j = 0; j < sums.Length; j++)
            {
                worst = Math.Max(worst, Math.Abs((sums[j] / (columns[j] * scale)) - 1));
            }

            if (worst < Close)
            {
                return;
            }

            for (int j = 0; j < sums.Length; j++)
            {
                double factor = columns[j] * scale / sums[j];
                for (int i = 0; i < cells.Length; i++)
                {
                    cells[i][j] *= factor;
                }
            }
        }
    }
}
