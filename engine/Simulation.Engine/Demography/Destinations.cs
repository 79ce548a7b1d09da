using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;

namespace Simulation.Engine.Demography;

/// <summary>
/// Where households move to: where households of their kind lived on the run's first day, three times in four in the same place and
/// two times in three in a tenth of deprivation like their own. The same in every arm, so that nobody's move sends another elsewhere.
/// </summary>
/// <remarks>
/// Kinds (age of the oldest, children, disability, work) keep neighbourhoods as unlike each other as they were: whoever moves, moves
/// to where their like live. Tenure is not carried; it is the kind's.
/// </remarks>
internal sealed class Destinations
{
    private const int AgeClasses = 6;
    private const int Kinds = AgeClasses * 8;
    private const int Tries = 40;

    // Tries of one household lie on days far from any year.
    private const int TryDay = 1 << 16;

    private static readonly int[] ClassFrom = [25, 35, 50, 65, 75];

    private readonly NeighbourhoodTable neighbourhoods;
    private readonly int[][] upTo = new int[Kinds][];
    private readonly int[] firstOf;
    private readonly float samePlace;
    private readonly float sameTenth;

    private Destinations(Population population, float samePlace, float sameTenth)
    {
        (neighbourhoods, this.samePlace, this.sameTenth) = (population.Neighbourhoods, samePlace, sameTenth);
        int count = neighbourhoods.Count;
        for (int kind = 0; kind < Kinds; kind++)
        {
            upTo[kind] = new int[count + 1];
        }

        firstOf = new int[population.Places.Count + 1];
        for (int n = 0; n < count; n++)
        {
            firstOf[neighbourhoods.Place[n] + 1] = n + 1;
        }

        for (int place = 1; place < firstOf.Length; place++)
        {
            firstOf[place] = Math.Max(firstOf[place], firstOf[place - 1]);
        }
    }

    /// <summary>The destinations of a population.</summary>
    /// <param name="population">Residents of the first day.</param>
    /// <param name="samePlace">Share of moves within the place.</param>
    /// <param name="sameTenth">Share of moves to a like tenth of deprivation.</param>
    public static Destinations Of(Population population, float samePlace, float sameTenth)
    {
        var made = new Destinations(population, samePlace, sameTenth);
        HouseholdTable households = population.Households;
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            for (int h = households.Layout.First(n); h < households.Layout.End(n); h++)
            {
                var kind = default(HouseholdKind);
                for (int row = households.FirstResident[h]; row < households.FirstResident[h] + households.Size[h]; row++)
                {
                    kind.Add(population.Residents.Age[row], (Traits)population.Residents.Traits[row], (EconomicStatus)population.Residents.Status[row]);
                }

                made.upTo[KindOf(kind)][n + 1]++;
            }
        }

        foreach (int[] sums in made.upTo)
        {
            for (int n = 1; n < sums.Length; n++)
            {
                sums[n] += sums[n - 1];
            }
        }

        return made;
    }

    /// <summary>Where a household goes; its own neighbourhood where no other is found for it.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="from">Where it lives.</param>
    /// <param name="luck">Luck of moving.</param>
    /// <param name="identity">Of whose luck.</param>
    /// <param name="day">Day of the luck, below 2^16.</param>
    public int Choose(HouseholdKind kind, int from, Luck luck, int identity, int day)
    {
        int[] sums = upTo[KindOf(kind)];
        (uint place, uint tenth) = luck.Words(identity, day);
        (int low, int high) = Luck.Uniform(place) < samePlace
            ? (firstOf[neighbourhoods.Place[from]], firstOf[neighbourhoods.Place[from] + 1]) : (0, neighbourhoods.Count);
        bool alike = Luck.Uniform(tenth) < sameTenth;
        int there = sums[high] - sums[low];
        for (int t = 1; t <= Tries && there > 0; t++)
        {
            (uint one, uint two) = luck.Words(identity, day + (t * TryDay));
            foreach (uint word in (ReadOnlySpan<uint>)[one, two])
            {
                int n = Find(sums, sums[low] + (int)(Luck.Uniform(word) * there));
                if (n != from && (!alike || Math.Abs(neighbourhoods.Decile[n] - neighbourhoods.Decile[from]) <= 1))
                {
                    return n;
                }
            }
        }

        return from;
    }

    private static int Find(int[] sums, int at)
    {
        // The last neighbourhood whose households begin at or before the one wanted.
        int low = 0;
        int high = sums.Length - 1;
        while (low + 1 < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sums[middle] <= at ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static int KindOf(HouseholdKind kind)
    {
        int ages = 0;
        while (ages < ClassFrom.Length && kind.Oldest >= ClassFrom[ages])
        {
            ages++;
        }

        return (ages * 8) + (kind.Children ? 4 : 0) + (kind.Disabled ? 2 : 0) + (kind.Works ? 1 : 0);
    }
}

/// <summary>What decides where a household may move.</summary>
internal struct HouseholdKind
{
    /// <summary>Age of the oldest.</summary>
    public int Oldest;

    /// <summary>Whether a child lives there.</summary>
    public bool Children;

    /// <summary>Whether an adult is disabled.</summary>
    public bool Disabled;

    /// <summary>Whether anybody works.</summary>
    public bool Works;

    /// <summary>Takes a member into account.</summary>
    public void Add(int age, Traits traits, EconomicStatus status)
    {
        Oldest = Math.Max(Oldest, age);
        Children |= age < 16;
        Disabled |= age >= 16 && (traits & Traits.Disabled) != 0;
        Works |= status == EconomicStatus.Employed;
    }
}
