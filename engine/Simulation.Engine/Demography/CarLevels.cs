using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>
/// How many cars households of a size have in a neighbourhood on the run's first day: what a household's number of cars is drawn
/// towards. A household that grows or shrinks, or moves, is drawn towards another.
/// </summary>
internal sealed class CarLevels
{
    /// <summary>Numbers of cars told apart: 0, 1, 2, 3 or more.</summary>
    public const int Numbers = 4;

    // Half a household of the whole area stands beside those of a neighbourhood, so that no number of cars is impossible.
    private const float Elsewhere = 0.5f;
    private const int Sizes = 4;

    private readonly float[] weights;

    private CarLevels(int neighbourhoods) => weights = new float[neighbourhoods * Sizes * Numbers];

    /// <summary>The levels of a population.</summary>
    public static CarLevels Of(Population population)
    {
        var levels = new CarLevels(population.Neighbourhoods.Count);
        HouseholdTable households = population.Households;
        float[] all = new float[Sizes * Numbers];
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            for (int h = households.Layout.First(n); h < households.Layout.End(n); h++)
            {
                int cell = (SizeOf(households.Size[h]) * Numbers) + households.Cars[h];
                levels.weights[(n * Sizes * Numbers) + cell]++;
                all[cell]++;
            }
        }

        for (int size = 0; size < Sizes; size++)
        {
            float sum = all.AsSpan(size * Numbers, Numbers).ToArray().Sum();
            for (int cars = 0; cars < Numbers && sum > 0; cars++)
            {
                for (int n = 0; n < population.Neighbourhoods.Count; n++)
                {
                    levels.weights[(((n * Sizes) + size) * Numbers) + cars] += Elsewhere * all[(size * Numbers) + cars] / sum;
                }
            }
        }

        return levels;
    }

    /// <summary>Cars a year later: one more or one fewer is tried, and taken as far as households like it have as many (Metropolis).</summary>
    /// <param name="neighbourhood">Where it lives.</param>
    /// <param name="size">Members.</param>
    /// <param name="cars">Cars so far.</param>
    /// <param name="tries">Chance that a change is tried.</param>
    /// <param name="change">Luck of trying: 0–1.</param>
    /// <param name="accept">Luck of taking: 0–1.</param>
    public byte After(int neighbourhood, int size, byte cars, float tries, float change, float accept)
    {
        int other = change < tries / 2 ? cars + 1 : change < tries ? cars - 1 : cars;
        if (other == cars || other is < 0 or >= Numbers)
        {
            return cars;
        }

        ReadOnlySpan<float> of = Of(neighbourhood, size);
        return accept * of[cars] < of[other] ? (byte)other : cars;
    }

    /// <summary>Cars of a household that has none yet to go by.</summary>
    public byte Draw(int neighbourhood, int size, float luck)
    {
        ReadOnlySpan<float> of = Of(neighbourhood, size);
        float at = luck * (of[0] + of[1] + of[2] + of[3]);
        byte cars = 0;
        while (cars < Numbers - 1 && at >= of[cars])
        {
            at -= of[cars++];
        }

        return cars;
    }

    private static int SizeOf(int members) => Math.Min(members, Sizes) - 1;

    private ReadOnlySpan<float> Of(int neighbourhood, int size) => weights.AsSpan(((neighbourhood * Sizes) + SizeOf(size)) * Numbers, Numbers);
}
