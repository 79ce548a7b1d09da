namespace Simulation.Engine.Observation;

/// <summary>Slope index of inequality over ordered groups, person-weighted (model.md §5.1).</summary>
public static class InequalityIndex
{
    /// <summary>
    /// The slope of a weighted regression of the rate on the ridit (0 = least deprived, 1 = most deprived): the absolute gap
    /// from the bottom to the top of the hierarchy. NaN with fewer than two groups that have people.
    /// </summary>
    /// <param name="people">People in each group, most deprived first.</param>
    /// <param name="rates">Rate in each group, most deprived first.</param>
    public static double Slope(ReadOnlySpan<double> people, ReadOnlySpan<double> rates)
    {
        double total = 0;
        double mean = 0;
        for (int k = 0; k < people.Length; k++)
        {
            total += people[k];
            mean += people[k] > 0 ? people[k] * rates[k] : 0;
        }

        mean /= total;
        double above = 0;
        double covariance = 0;
        double variance = 0;
        for (int k = people.Length - 1; k >= 0; k--)
        {
            double ridit = (above + (people[k] / 2)) / total;
            above += people[k];
            if (people[k] > 0)
            {
                // The person-weighted mean of ridits is one half by construction.
                covariance += people[k] * (ridit - 0.5) * (rates[k] - mean);
                variance += people[k] * (ridit - 0.5) * (ridit - 0.5);
            }
        }

        return variance > 0 ? covariance / variance : double.NaN;
    }
}
