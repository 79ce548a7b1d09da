using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Protocol;

/// <summary>What is counted of each neighbourhood in each frame.</summary>
public static class Tallies
{
    /// <summary>Names of the counts, in the order sent.</summary>
    public static readonly string[] Names =
    [
        "inactive", "fairlyActive", "active", "pupilsTravelling", "pupilsActive", "activeToday", "leisure", "differs",
    ];

    private const int Pupil = 256;
    private const int Adult = 512;
    private const int Keys = 1024;
    private static readonly int[] GroupOf = MakeGroups();

    /// <summary>Counts a neighbourhood.</summary>
    public static int Fields => Names.Length;

    /// <summary>Counts one arm's state bytes.</summary>
    /// <param name="map">Gives neighbourhoods and fixed facts.</param>
    /// <param name="states">One <see cref="StateByte"/> a resident.</param>
    /// <param name="tallies">Receives <see cref="Fields"/> counts a neighbourhood; no neighbourhood has over 65,535 residents.</param>
    public static void Count(ViewMap map, ReadOnlySpan<byte> states, Span<ushort> tallies)
    {
        // One histogram over state byte × pupil × adult a neighbourhood: the inner loop is one increment a resident, and what
        // the bits mean is looked at once a key instead of once a resident.
        Span<int> histogram = stackalloc int[Keys];
        ReadOnlySpan<byte> facts = map.Facts;
        for (int n = 0; n < map.NeighbourhoodCount; n++)
        {
            histogram.Clear();
            for (int row = map.First[n]; row < map.First[n + 1]; row++)
            {
                histogram[states[row] | GroupOf[facts[row]]]++;
            }

            Fold(histogram, tallies.Slice(n * Fields, Fields));
        }
    }

    private static int[] MakeGroups()
    {
        var groups = new int[256];
        for (int facts = 0; facts < groups.Length; facts++)
        {
            bool adult = (facts & (int)FixedFacts.AgeBand) >= 2;
            groups[facts] = ((facts & (int)FixedFacts.Pupil) != 0 ? Pupil : 0) | (adult ? Adult : 0);
        }

        return groups;
    }

    private static void Fold(ReadOnlySpan<int> histogram, Span<ushort> tally)
    {
        tally.Clear();
        for (int key = 0; key < histogram.Length; key++)
        {
            int count = histogram[key];
            if (count == 0)
            {
                continue;
            }

            int category = key & StateByte.CategoryMask;
            var mode = (DayMode)((key & StateByte.ModeMask) >> StateByte.ModeShift);
            bool pupil = (key & Pupil) != 0;
            bool actively = mode is DayMode.Walk or DayMode.Cycle;
            Add(tally, category, (key & Adult) != 0 && category != (int)ActivityCategory.NotCounted ? count : 0);
            Add(tally, 3, pupil && mode is not (DayMode.None or DayMode.Home) ? count : 0);
            Add(tally, 4, pupil && actively ? count : 0);
            Add(tally, 5, actively || (key & StateByte.Errand) != 0 ? count : 0);
            Add(tally, 6, (key & StateByte.Leisure) != 0 ? count : 0);
            Add(tally, 7, (key & StateByte.Differs) != 0 ? count : 0);
        }
    }

    private static void Add(Span<ushort> tally, int field, int count) => tally[field] = checked((ushort)(tally[field] + count));
}
