using System.Collections.Immutable;
using Simulation.Engine.Embedded.Land;
using Simulation.Engine.Geography;

namespace Simulation.Engine.Embedded.Making;

/// <summary>
/// Gives each neighbourhood of a place its deprivation decile: the place's exact numbers by decile, handed out in the order
/// of what is known of the localities near by, blurred so that poor and rich streets meet gradually.
/// </summary>
internal static class Deciles
{
    private const double WaveMetres = 1_100;
    private const double WaveHeight = 1.6;
    private const double JitterHeight = 0.9;
    private const double BlurMetres = 350;

    /// <summary>Decile 1–10 of each seed.</summary>
    /// <param name="seeds">Seeds of one place.</param>
    /// <param name="localities">Localities of the place.</param>
    /// <param name="counts">Neighbourhoods wanted in each decile, most deprived first.</param>
    /// <param name="place">Index of the place.</param>
    /// <param name="chance">Luck.</param>
    public static int[] Place(
        IReadOnlyList<Seed> seeds, ImmutableArray<Locality> localities, ImmutableArray<int> counts, int place, Chance chance)
    {
        double[] score = new double[seeds.Count];
        for (int i = 0; i < score.Length; i++)
        {
            score[i] = Reputation(seeds[i], localities)
                + (WaveHeight * (Wave(seeds[i].X / WaveMetres, seeds[i].Y / WaveMetres, chance) - 0.5))
                + (JitterHeight * (chance.Uniform(Draw.DecileJitter, (place * 1000) + i) - 0.5));
        }

        int[] deciles = new int[score.Length];
        int decile = 1;
        int left = counts[0];
        foreach (int i in Enumerable.Range(0, score.Length).OrderBy(i => score[i]).ThenBy(i => i))
        {
            while (left == 0)
            {
                left = counts[decile++];
            }

            deciles[i] = decile;
            left--;
        }

        return deciles;
    }

    /// <summary>Mean deprivation of the localities near by, the nearest counting most.</summary>
    private static double Reputation(Seed seed, ImmutableArray<Locality> localities)
    {
        double sum = 0;
        double total = 0;
        foreach (Locality locality in localities)
        {
            (double x, double y) = LocalProjection.ToMetres(locality.Longitude, locality.Latitude);
            double square = ((x - seed.X) * (x - seed.X)) + ((y - seed.Y) * (y - seed.Y)) + (BlurMetres * BlurMetres);
            double weight = 1 / (square * square);
            sum += weight * locality.Deprivation;
            total += weight;
        }

        return sum / total;
    }

    /// <summary>Smooth noise between 0 and 1: luck at the corners of a lattice, blended in between.</summary>
    private static double Wave(double x, double y, Chance chance)
    {
        double left = Math.Floor(x);
        double low = Math.Floor(y);
        double across = Smooth(x - left);
        double up = Smooth(y - low);
        double Corner(int east, int north) => chance.Uniform(Draw.DecileWave, (((int)left + east + 500) * 1_000) + (int)low + north + 500);
        double bottom = Corner(0, 0) + (across * (Corner(1, 0) - Corner(0, 0)));
        double top = Corner(0, 1) + (across * (Corner(1, 1) - Corner(0, 1)));
        return bottom + (up * (top - bottom));
    }

    private static double Smooth(double t) => t * t * (3 - (2 * t));
}
