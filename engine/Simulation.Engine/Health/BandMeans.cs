using System.Collections.Concurrent;
using Simulation.Engine.Demography;
using Simulation.Engine.Observation;

namespace Simulation.Engine.Health;

/// <summary>Rates of single ages averaged over an age band, each age as often as in a life table; 90 and over is open. Worked out once.</summary>
internal static class BandMeans
{
    private static readonly LifeTable[] Tables = [LifeTable.OfEngland(false), LifeTable.OfEngland(true)];

    private static readonly ConcurrentDictionary<YearlyRate, double[]> Rates = new(ReferenceEqualityComparer.Instance);

    private static readonly double[] Deaths =
        [.. Enumerable.Range(0, 10).SelectMany(decile => Bands((age, female) => Mortality.HazardAt(age, female, decile + 1)))];

    /// <summary>Cases, or deaths of a cause, a person and year.</summary>
    public static double Of(YearlyRate rate, DoseStratum stratum) => Rates.GetOrAdd(rate, r => Bands((age, female) => r.At(age, female)))[Index(stratum)];

    /// <summary>Deaths a person and year in the stratum's tenth, before the place.</summary>
    public static double OfDeaths(DoseStratum stratum) => Deaths[(stratum.Decile * 2 * DoseBands.AgeBands) + Index(stratum)];

    private static int Index(DoseStratum stratum) => ((stratum.Female ? 1 : 0) * DoseBands.AgeBands) + stratum.Age;

    private static double[] Bands(Func<int, bool, double> rate)
    {
        double[] means = new double[2 * DoseBands.AgeBands];
        for (int i = 0; i < means.Length; i++)
        {
            bool female = i >= DoseBands.AgeBands;
            int band = i % DoseBands.AgeBands;
            int from = DoseBands.LowestAgeOf(band);
            int to = band == DoseBands.AgeBands - 1 ? 99 : from + 4;
            double sum = 0, weight = 0;
            for (int age = from; age <= to; age++)
            {
                double alive = Tables[female ? 1 : 0].Alive(age);
                sum += alive * rate(age, female);
                weight += alive;
            }

            means[i] = sum / weight;
        }

        return means;
    }
}
