using Simulation.Engine.Randomness;

namespace Simulation.Engine.Synthesis;

/// <summary>What a stream of luck is for. Numbers are fixed: a new stream gets a new number and shifts no other.</summary>
internal enum SynthesisStream
{
    Ages = 1,
    Sexes = 2,
    Disability = 3,
    Students = 4,
    Employment = 5,
    Unemployment = 6,
    Retirement = 7,
    HouseholdSizes = 8,
    Assembly = 9,
    Cars = 10,
    Position = 11,
    WorkPlace = 12,
    WorkHours = 13,
    WorkPattern = 14,
    Employers = 15,
    EmployerOfWorker = 16,
    PrimaryChoice = 17,
    SecondaryChoice = 18,
    Sample = 19,
    Background = 20,
}

/// <summary>
/// Luck of the synthesis: the i-th number is a pure function of (seed, stream, unit, i), so units may be worked on in
/// any order by any number of workers. A unit is a neighbourhood, a zone or a school.
/// </summary>
/// <remarks>SplitMix64's finaliser (Steele, Lea, Flood 2014) over a counter; no state is shared.</remarks>
internal struct SynthesisLuck
{
    private readonly ulong key;
    private ulong counter;

    public SynthesisLuck(ulong seed, SynthesisStream stream, int unit)
    {
        key = SplitMix64.Mix(SplitMix64.Mix(seed + (SplitMix64.Golden * (ulong)stream)) ^ (0xD1B5_4A32_D192_ED03 * ((ulong)(uint)unit + 1)));
        counter = 0;
    }

    /// <summary>The next number in [0, 1).</summary>
    public double Next() => SplitMix64.Unit(SplitMix64.Mix(key + (SplitMix64.Golden * ++counter)));

    /// <summary>The next whole number in [0, <paramref name="bound"/>).</summary>
    public int Below(int bound) => (int)(Next() * bound);

    /// <summary>The next draw with mean 0 and standard deviation 1: twelve uniform numbers, so no library logarithm decides anything.</summary>
    public double Normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; i++)
        {
            sum += Next();
        }

        return sum;
    }

    /// <summary>An index drawn in proportion to <paramref name="weights"/>.</summary>
    public int Pick(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        foreach (double weight in weights)
        {
            sum += weight;
        }

        double at = Next() * sum;
        for (int i = 0; i < weights.Length - 1; i++)
        {
            at -= weights[i];
            if (at < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>Puts <paramref name="values"/> in random order.</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = Below(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
