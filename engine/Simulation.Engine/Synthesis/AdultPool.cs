using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>The adults of a neighbourhood who are not yet in a household, by age and sex.</summary>
internal sealed class AdultPool
{
    private const int Oldest = 90;

    private readonly int[] residents;
    private readonly int[] begin = new int[(Oldest + 1) * 2];
    private readonly int[] end = new int[(Oldest + 1) * 2];

    /// <summary>A pool of all residents of <see cref="ResidentDraws.AdultAge"/> and over.</summary>
    public AdultPool(ResidentDraws draws, ref SynthesisLuck luck)
    {
        int first = draws.FirstFrom(ResidentDraws.AdultAge);
        Count = draws.Age.Length - first;
        residents = new int[Count];
        var fill = new int[(Oldest + 1) * 2];
        for (int i = first; i < draws.Age.Length; i++)
        {
            end[Bucket(draws, i)]++;
        }

        int at = 0;
        for (int b = 0; b < end.Length; b++)
        {
            begin[b] = fill[b] = at;
            at += end[b];
            end[b] = at;
        }

        for (int i = first; i < draws.Age.Length; i++)
        {
            residents[fill[Bucket(draws, i)]++] = i;
        }

        for (int b = 0; b < end.Length; b++)
        {
            Rank(residents.AsSpan(begin[b], end[b] - begin[b]), draws, ref luck);
        }
    }

    /// <summary>Adults left.</summary>
    public int Count { get; private set; }

    /// <summary>Adults of an age left.</summary>
    public int CountOf(int age) => end[age * 2] - begin[age * 2] + end[(age * 2) + 1] - begin[(age * 2) + 1];

    /// <summary>
    /// Takes the adult nearest in age to <paramref name="age"/> of those at least <paramref name="lowest"/>: of the sex
    /// wanted within <paramref name="reach"/> years, else of either sex, else the oldest below <paramref name="lowest"/>.
    /// </summary>
    /// <param name="age">Age wanted.</param>
    /// <param name="lowest">Least age.</param>
    /// <param name="sex">0 men, 1 women, −1 either.</param>
    /// <param name="reach">Years within which the sex counts.</param>
    /// <param name="studentFirst">Whether a student is taken before another of the same age and sex.</param>
    public int TakeNearest(int age, int lowest, int sex, int reach = 12, bool studentFirst = false)
    {
        age = Math.Clamp(age, ResidentDraws.AdultAge, Oldest);
        lowest = Math.Clamp(lowest, ResidentDraws.AdultAge, Oldest);
        age = Math.Max(age, lowest);
        int bucket = sex >= 0 ? Nearest(age, lowest, sex, reach) : -1;
        bucket = bucket >= 0 ? bucket : Nearest(age, lowest, -1, Oldest);
        bucket = bucket >= 0 ? bucket : Nearest(lowest, ResidentDraws.AdultAge, -1, Oldest);
        Count--;
        return studentFirst ? residents[--end[bucket]] : residents[begin[bucket]++];
    }

    /// <summary>All adults left, by age, men first; the pool is empty afterwards.</summary>
    public int[] TakeAll()
    {
        var all = new int[Count];
        int at = 0;
        for (int b = 0; b < end.Length; b++)
        {
            int length = end[b] - begin[b];
            residents.AsSpan(begin[b], length).CopyTo(all.AsSpan(at));
            at += length;
            begin[b] = end[b];
        }

        Count = 0;
        return all;
    }

    private int Nearest(int age, int lowest, int sex, int reach)
    {
        for (int apart = 0; apart <= reach; apart++)
        {
            for (int side = 0; side < (apart == 0 ? 1 : 2); side++)
            {
                int at = side == 0 ? age + apart : age - apart;
                if (at < lowest || at > Oldest)
                {
                    continue;
                }

                for (int s = Math.Max(sex, 0); s <= (sex < 0 ? 1 : sex); s++)
                {
                    if (end[(at * 2) + s] > begin[(at * 2) + s])
                    {
                        return (at * 2) + s;
                    }
                }
            }
        }

        return -1;
    }

    private static int Bucket(ResidentDraws draws, int i) =>
        (draws.Age[i] * 2) + ((draws.Traits[i] & (byte)Traits.Female) != 0 ? 1 : 0);

    // Random order, but students last, and men in work somewhat before other men: fathers and husbands are taken first,
    // and more of them work than of other men of their age.
    private static void Rank(Span<int> bucket, ResidentDraws draws, ref SynthesisLuck luck)
    {
        Span<double> keys = bucket.Length <= 256 ? stackalloc double[bucket.Length] : new double[bucket.Length];
        for (int i = 0; i < bucket.Length; i++)
        {
            var traits = (Traits)draws.Traits[bucket[i]];
            bool idle = (traits & Traits.Female) == 0 && draws.Status[bucket[i]] != (byte)EconomicStatus.Employed;
            keys[i] = luck.Next()
                + ((traits & Traits.Student) != 0 ? 2 : idle ? SynthesisHouseholdParameters.FathersInWork : 0);
        }

        keys.Sort(bucket);
    }
}
