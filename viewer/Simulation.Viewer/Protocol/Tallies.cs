using System.Numerics;
using System.Runtime.InteropServices;
namespace Simulation.Viewer.Protocol;

/// <summary>What is counted of each neighbourhood in each frame.</summary>
public static class Tallies
{
    /// <summary>Names of the counts, in the order sent.</summary>
    public static readonly string[] Names =
    [
        "inactive", "fairlyActive", "active", "pupilsTravelling", "pupilsActive", "activeToday", "leisure", "differs", "pupilsWalking",
    ];

    private const int FirstAdultBand = 3;

    /// <summary>Counts a neighbourhood.</summary>
    public static int Fields => Names.Length;

    /// <summary>Counts one arm's state bytes.</summary>
    /// <param name="map">Gives neighbourhoods and fixed facts.</param>
    /// <param name="states">One <see cref="StateByte"/> a resident.</param>
    /// <param name="tallies">Receives <see cref="Fields"/> counts a neighbourhood; no neighbourhood has over 65,535 residents.</param>
    public static void Count(ViewMap map, ReadOnlySpan<byte> states, Span<ushort> tallies)
    {
        tallies.Clear();
        for (int n = 0; n < map.NeighbourhoodCount; n++)
        {
            int first = map.First[n];
            int residents = map.First[n + 1] - first;
            Count(states.Slice(first, residents), map.Facts.AsSpan(first, residents), tallies.Slice(n * Fields, Fields));
        }
    }

    private static void Count(ReadOnlySpan<byte> states, ReadOnlySpan<byte> facts, Span<ushort> tally)
    {
        // A byte of a lane counts to 255 and is emptied then.
        int lane = Vector<byte>.Count;
        int done = 0;
        while (states.Length - done >= lane)
        {
            int bytes = Math.Min(byte.MaxValue, (states.Length - done) / lane) * lane;
            CountVectors(
                MemoryMarshal.Cast<byte, Vector<byte>>(states.Slice(done, bytes)), MemoryMarshal.Cast<byte, Vector<byte>>(facts.Slice(done, bytes)), tally);
            done += bytes;
        }

        for (; done < states.Length; done++)
        {
            CountOne(states[done], facts[done], tally);
        }
    }

    private static void CountVectors(ReadOnlySpan<Vector<byte>> states, ReadOnlySpan<Vector<byte>> facts, Span<ushort> tally)
    {
        Vector<byte> inactive = default, fairly = default, active = default, travelling = default;
        Vector<byte> actively = default, today = default, leisure = default, differs = default, walking = default;
        for (int i = 0; i < states.Length; i++)
        {
            Vector<byte> state = states[i];
            Vector<byte> fact = facts[i];
            Vector<byte> adult = Vector.GreaterThanOrEqual(fact & new Vector<byte>((byte)FixedFacts.AgeBand), new Vector<byte>(FirstAdultBand));
            Vector<byte> pupil = Has(fact, (byte)FixedFacts.Pupil);
            Vector<byte> category = state & new Vector<byte>(StateByte.CategoryMask);
            Vector<byte> mode = state & new Vector<byte>(StateByte.ModeMask);
            Vector<byte> onOwnFeet = Is(mode, DayMode.Walk) | Is(mode, DayMode.Cycle);
            Vector<byte> going = onOwnFeet | Is(mode, DayMode.PublicTransport) | Is(mode, DayMode.Car);

            // What holds is all ones, which is −1.
            inactive -= adult & Vector.Equals(category, new Vector<byte>((byte)ActivityCategory.Inactive));
            fairly -= adult & Vector.Equals(category, new Vector<byte>((byte)ActivityCategory.FairlyActive));
            active -= adult & Vector.Equals(category, new Vector<byte>((byte)ActivityCategory.Active));
            travelling -= pupil & going;
            actively -= pupil & onOwnFeet;
            walking -= pupil & Is(mode, DayMode.Walk);
            today -= onOwnFeet | Has(state, StateByte.Errand);
            leisure -= Has(state, StateByte.Leisure);
            differs -= Has(state, StateByte.Differs);
        }

        Add(tally, 0, inactive);
        Add(tally, 1, fairly);
        Add(tally, 2, active);
        Add(tally, 3, travelling);
        Add(tally, 4, actively);
        Add(tally, 5, today);
        Add(tally, 6, leisure);
        Add(tally, 7, differs);
        Add(tally, 8, walking);
    }

    private static void CountOne(byte state, byte facts, Span<ushort> tally)
    {
        int category = state & StateByte.CategoryMask;
        var mode = (DayMode)((state & StateByte.ModeMask) >> StateByte.ModeShift);
        bool pupil = (facts & (int)FixedFacts.Pupil) != 0;
        bool onOwnFeet = mode is DayMode.Walk or DayMode.Cycle;
        if ((facts & (int)FixedFacts.AgeBand) >= FirstAdultBand && category != (int)ActivityCategory.NotCounted)
        {
            tally[category]++;
        }

        tally[3] += One(pupil && (onOwnFeet || mode is DayMode.PublicTransport or DayMode.Car));
        tally[4] += One(pupil && onOwnFeet);
        tally[5] += One(onOwnFeet || (state & StateByte.Errand) != 0);
        tally[6] += One((state & StateByte.Leisure) != 0);
        tally[7] += One((state & StateByte.Differs) != 0);
        tally[8] += One(pupil && mode is DayMode.Walk);
    }

    private static ushort One(bool holds) => holds ? (ushort)1 : (ushort)0;

    private static Vector<byte> Has(Vector<byte> bytes, byte bit) => Vector.Equals(bytes & new Vector<byte>(bit), new Vector<byte>(bit));

    private static Vector<byte> Is(Vector<byte> modes, DayMode mode) => Vector.Equals(modes, new Vector<byte>((byte)((int)mode << StateByte.ModeShift)));

    private static void Add(Span<ushort> tally, int field, Vector<byte> lanes)
    {
        Vector.Widen(lanes, out Vector<ushort> low, out Vector<ushort> high);
        tally[field] = checked((ushort)(tally[field] + Vector.Sum(low + high)));
    }
}
