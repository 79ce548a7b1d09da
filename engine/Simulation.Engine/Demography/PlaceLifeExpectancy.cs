using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>Published life expectancy at birth of the nine places, and what the surface gives for them.</summary>
internal static class PlaceLifeExpectancy
{
    // OHID, Fingertips, life expectancy at birth 2022–24: place, men, women.
    private static readonly (string Code, double Men, double Women)[] Published =
    [
        ("E06000006", 77.3, 80.8), ("E06000007", 78.7, 82.1), ("E06000049", 80.2, 83.8), ("E06000050", 79.6, 83.7), ("E08000011", 77.2, 80.3),
        ("E08000012", 76.1, 80.3), ("E08000013", 77.5, 81.0), ("E08000014", 78.7, 82.0), ("E08000015", 78.2, 82.0),
    ];

    /// <summary>Published years of a place; null for one that is none of the nine.</summary>
    public static double? Of(Place place, bool female)
    {
        int found = Array.FindIndex(Published, p => p.Code == place.Code);
        return found < 0 ? null : female ? Published[found].Women : Published[found].Men;
    }

    /// <summary>The factor of each place and sex at which its life expectancy is the published one; 1 where none is published.</summary>
    public static double[] SolveFactors(Population population)
    {
        double[] weights = Residents(population);
        var factors = new double[2 * population.Places.Count];
        for (int place = 0; place < population.Places.Count; place++)
        {
            for (int sex = 0; sex < 2; sex++)
            {
                double low = 0.3;
                double high = 3;
                double? wanted = Of(population.Places[place], sex == 1);
                for (int step = 0; step < 40 && wanted is not null; step++)
                {
                    double middle = (low + high) / 2;
                    (low, high) = Expectancy(weights, place, sex == 1, middle) > wanted ? (middle, high) : (low, middle);
                }

                factors[(2 * place) + sex] = wanted is null ? 1 : (low + high) / 2;
            }
        }

        return factors;
    }

    /// <summary>Residents by place, decile, sex and age, in the order of <see cref="Mortality.Index"/>.</summary>
    public static double[] Residents(Population population)
    {
        var counts = new double[population.Places.Count * Demographics.Deciles * 2 * Mortality.Ages];
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            int place = population.Neighbourhoods.Place[n];
            int decile = population.Neighbourhoods.Decile[n];
            for (int row = population.Residents.Layout.First(n); row < population.Residents.Layout.End(n); row++)
            {
                bool female = ((Traits)population.Residents.Traits[row] & Traits.Female) != 0;
                counts[Mortality.Index(place, decile, female, population.Residents.Age[row])]++;
            }
        }

        return counts;
    }

    /// <summary>Life expectancy at birth where the hazard of an age is the mean over the deciles in which its residents live.</summary>
    public static double Expectancy(double[] residents, int place, bool female, double factor) => new LifeTable(
        age =>
        {
            double hazard = 0;
            double people = 0;
            for (int decile = 1; decile <= Demographics.Deciles; decile++)
            {
                // A sample may have nobody of some age; everybody then counts a little.
                double weight = residents[Mortality.Index(place, decile, female, Math.Min(age, Mortality.Ages - 1))] + 1e-6;
                hazard += weight * Mortality.HazardAt(age, female, decile, factor);
                people += weight;
            }

            return hazard / people;
        },
        LifeTable.LeftAtHundred(female)).Expectancy(0);
}
