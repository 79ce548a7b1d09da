using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Protocol;

/// <summary>What is counted of each neighbourhood in each frame.</summary>
public static class Tallies
{
    /// <summary>Names of the counts, in the order sent.</summary>
    public static readonly string[] Names =
    [
        "inactive", "fairlyActive", "active", "pupilsTravelling", "pupilsActive", "travelledActively", "travelled", "leisure", "differs",
    ];

    /// <summary>Counts a neighbourhood.</summary>
    public static int Fields => Names.Length;

    /// <summary>Counts one arm's state bytes.</summary>
    /// <param name="map">Gives neighbourhoods and fixed facts.</param>
    /// <param name="states">One <see cref="StateByte"/> a resident.</param>
    /// <param name="tallies">Receives <see cref="Fields"/> counts a neighbourhood; no neighbourhood has over 65,535 residents.</param>
    public static void Count(ViewMap map, ReadOnlySpan<byte> states, Span<ushort> tallies)
    {
        // One histogram over state byte × pupil a neighbourhood: the inner loop is one increment a resident, and what the
        // bits mean is looked at 256 times a neighbourhood instead of once a resident.
        Span<int> histogram = stackalloc int[512];
        ReadOnlySpan<byte> facts = map.Facts;
        for (int n = 0; n < map.NeighbourhoodCount; n++)
        {
            histogram.Clear();
            for (int row = map.First[n]; row < map.First[n + 1]; row++)
            {
                histogram[states[row] | ((facts[row] & (int)FixedFacts.Pupil) << 2)]++;
            }

            Fold(histogram, tallies.Slice(n * Fields, Fields));
        }
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
            bool pupil = key >= 256;
            bool actively = mode is DayMode.Walk or DayMode.Cycle;
            bool travelled = mode is not (DayMode.None or DayMode.Home);
            if (category != (int)ActivityCategory.Child)
            {
                Add(tally, category, count);
            }

            if (travelled)
            {
                Add(tally, 6, count);
                if (pupil)
                {
                    Add(tally, 3, count);
                }
            }

            if (actively)
            {
                Add(tally, 5, count);
                if (pupil)
                {
                    Add(tally, 4, count);
                }
            }

            if ((key & StateByte.Leisure) != 0)
            {
                Add(tally, 7, count);
            }

            if ((key & StateByte.Differs) != 0)
            {
                Add(tally, 8, count);
            }
        }
    }

    private static void Add(Span<ushort> tally, int field, int count) => tally[field] = checked((ushort)(tally[field] + count));
}
