using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>
/// Employers of the region for each employer of a population. A sample has as many large employers as the region, each with
/// fewer staff, until one of them would have less than one; only those that small become fewer.
/// </summary>
internal static class EmployerScale
{
    /// <summary>The mean over some employers; 1 when the population is the region.</summary>
    /// <param name="population">The population.</param>
    /// <param name="rows">Rows of employers.</param>
    public static double Of(Population population, IReadOnlyList<int> rows)
    {
        Region region = Region.Of(population);
        if (!region.Sampled || rows.Count == 0)
        {
            return 1;
        }

        double[] byBand = [.. Enumerable.Range(0, SynthesisWorkParameters.BandFrom.Length).Select(band => OfBand(band, region.Scale))];
        return rows.Average(row => byBand[population.Employers.SizeBand[row]]);
    }

    /// <summary>
    /// Sizes s within a band are spread as 1/s² (a bounded Pareto of exponent 1); in a sample of one in k residents an employer
    /// has s/k staff and at least one, so there are E[max(k, s)] / E[s] of the region for each.
    /// </summary>
    /// <param name="band">Size band, 0 micro … 3 large.</param>
    /// <param name="k">Residents of the region for each of the population.</param>
    internal static double OfBand(int band, double k)
    {
        (double low, double high) = (SynthesisWorkParameters.BandFrom[band], SynthesisWorkParameters.BandTo[band]);
        double mean = Math.Log(high / low);
        double weight = 1 / ((1 / low) - (1 / high));
        return k <= low ? 1
            : k >= high ? k / (weight * mean)
            : ((k * ((1 / low) - (1 / k))) + Math.Log(high / k)) / mean;
    }
}
