namespace Simulation.Engine.Populations;

/// <summary>How far neighbourhoods are from their published totals.</summary>
internal static class MarginalFits
{
    /// <summary>Fit of each total; neighbourhoods without residents are left out.</summary>
    public static IReadOnlyList<MarginalFit> Of(PublishedTargets targets, NeighbourhoodTally[] tallies, string[] codes)
    {
        return
        [
            Fit("age bands", (n, t) => Worst(t.AgeBands, t.Residents, targets.AgeBands, n)),
            Fit("household size", (n, t) => Worst(t.HouseholdSize, t.PrivateHouseholds, targets.HouseholdSize, n)),
            Fit("cars", (n, t) => Worst(t.Cars, t.PrivateHouseholds, targets.Cars, n)),
            Fit("disability", (n, t) => Apart(t.Disabled, t.Residents, targets.Disabled[n])),
            Fit("employment", (n, t) => Apart(t.Employed, t.Adults, targets.Employed[n])),
            Fit("home working", (n, t) => Apart(t.Arrangements[1], t.Employed, targets.MainlyHome[n])),
        ];

        MarginalFit Fit(string name, Func<int, NeighbourhoodTally, double> error)
        {
            int[] inhabited = [.. Enumerable.Range(0, tallies.Length).Where(n => tallies[n].Residents > 0)];
            if (inhabited.Length == 0)
            {
                return new MarginalFit(name, 0, 0, string.Empty);
            }

            double[] errors = [.. inhabited.Select(n => error(n, tallies[n]))];
            int worst = Array.IndexOf(errors, errors.Max());
            double[] sorted = [.. errors.Order()];
            return new MarginalFit(name, sorted[sorted.Length / 2], errors[worst], codes[inhabited[worst]]);
        }
    }

    private static double Worst(int[] counts, int whole, ReadOnlyColumn<float> shares, int n)
    {
        double worst = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            worst = Math.Max(worst, Apart(counts[i], whole, shares[(n * counts.Length) + i]));
        }

        return worst;
    }

    private static double Apart(int part, int whole, double share) => whole == 0 ? 0 : 100 * Math.Abs(((double)part / whole) - share);
}
