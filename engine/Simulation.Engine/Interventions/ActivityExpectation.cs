using Simulation.Engine.Baselines;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>
/// How likely a resident is to be of some level of activity before anything is done, by the shares that the baseline is solved
/// to: age, sex, disability and the deprivation of the neighbourhood. For counting ahead of a run.
/// </summary>
public sealed class ActivityExpectation
{
    private readonly double[] active;
    private readonly double[] inactive;

    private ActivityExpectation(double[] active, double[] inactive)
    {
        this.active = active;
        this.inactive = inactive;
    }

    /// <summary>The shares for the composition of <paramref name="population"/>.</summary>
    public static ActivityExpectation Of(Population population)
    {
        double[] counts = new double[Demographics.Deciles * Demographics.AllKeys];
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            int stratum = Demographics.DecileIndex(population.Neighbourhoods.Decile[n]) * Demographics.AllKeys;
            for (int row = population.Residents.Layout.First(n); row < population.Residents.Layout.End(n); row++)
            {
                counts[stratum + KeyOf(population, row)]++;
            }
        }

        double[] weights = StratumShares.EnglandWeights([.. counts.Select(c => Math.Max(c, 1))]);
        return new ActivityExpectation(
            Both(weights, BaselineTargets.AdultsActive, BaselineTargets.ChildrenActive),
            Both(weights, BaselineTargets.AdultsInactive, BaselineTargets.ChildrenLess));
    }

    /// <summary>Chance that the resident in <paramref name="row"/>, in a neighbourhood of <paramref name="decile"/>, is of one of <paramref name="levels"/>.</summary>
    public double ChanceOf(Population population, int row, int decile, ActivityLevels levels)
    {
        int key = KeyOf(population, row);
        if (!Demographics.Adult(key) && !Demographics.Child(key))
        {
            return 0;
        }

        int stratum = (Demographics.DecileIndex(decile) * Demographics.AllKeys) + key;
        return (levels.HasFlag(ActivityLevels.Inactive) ? inactive[stratum] : 0)
            + (levels.HasFlag(ActivityLevels.FairlyActive) ? Math.Max(0, 1 - inactive[stratum] - active[stratum]) : 0)
            + (levels.HasFlag(ActivityLevels.Active) ? active[stratum] : 0);
    }

    private static byte KeyOf(Population population, int row) =>
        Demographics.KeyOf(population.Residents.Age[row], (Traits)population.Residents.Traits[row]);

    private static double[] Both(double[] weights, BaselineTargets.Margin[] adults, BaselineTargets.Margin[] children) =>
        [.. StratumShares.Fit(weights, adults).Zip(StratumShares.Fit(weights, children), (a, c) => a + c)];
}
