using FsCheck.Fluent;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Protocol;

public sealed class TalliesTests
{
    [Fact]
    public void Count_AnyStates_EqualsCountingOneByOne()
    {
        // 1,800 leave every neighbourhood a few residents beside whole vectors; 900,000 fill the lanes' bytes more than once.
        using var large = new FixtureCity(900_000);
        byte[] many = RandomStates(large.Map.Residents, 7);
        var counted = new ushort[large.Map.NeighbourhoodCount * Tallies.Fields];
        Tallies.Count(large.Map, many, counted);
        counted.ShouldBe(OneByOne(large.Map, many));

        using var city = new FixtureCity(1800);
        FsCheck.Check.One(LongForm.Cases(20), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            byte[] states = RandomStates(city.Map.Residents, seed);
            var tallies = new ushort[city.Map.NeighbourhoodCount * Tallies.Fields];
            Tallies.Count(city.Map, states, tallies);
            tallies.ShouldBe(OneByOne(city.Map, states));
        }));
    }

    [Fact]
    public void MarkDifferences_AnyStates_SetsTheBitExactlyWhereTheyDiffer()
    {
        foreach (int length in new[] { 1, 31, 32, 33, 1000 })
        {
            byte[] a = RandomStates(length, 1);
            byte[] b = RandomStates(length, 2);
            b.AsSpan(0, length / 2).Clear();
            a.AsSpan(0, length / 2).Clear();
            byte[] a0 = [.. a];
            byte[] b0 = [.. b];
            FrameBuilder.MarkDifferences(a, b);
            for (int i = 0; i < length; i++)
            {
                bool differs = ((a0[i] ^ b0[i]) & StateByte.Compared) != 0;
                a[i].ShouldBe((byte)((a0[i] & StateByte.Compared) | (differs ? StateByte.Differs : 0)));
                b[i].ShouldBe((byte)((b0[i] & StateByte.Compared) | (differs ? StateByte.Differs : 0)));
            }
        }
    }

    private static byte[] RandomStates(int length, int seed)
    {
        var states = new byte[length];
        uint word = (uint)seed | 1;
        for (int i = 0; i < length; i++)
        {
            word = (word * 1664525) + 1013904223;
            states[i] = StateByte.Pack((ActivityCategory)(word >> 30), (DayMode)((word >> 24) % 6), (word >> 20 & 1) == 1, (word >> 19 & 1) == 1);
            states[i] |= (byte)((word >> 18 & 1) == 1 ? StateByte.Differs : 0);
        }

        return states;
    }

    private static ushort[] OneByOne(ViewMap map, byte[] states)
    {
        var tallies = new ushort[map.NeighbourhoodCount * Tallies.Fields];
        for (int n = 0; n < map.NeighbourhoodCount; n++)
        {
            Span<ushort> tally = tallies.AsSpan(n * Tallies.Fields, Tallies.Fields);
            for (int i = map.First[n]; i < map.First[n + 1]; i++)
            {
                int category = states[i] & 3;
                int mode = (states[i] >> 2) & 7;
                bool adult = (map.Facts[i] & 7) >= 2;
                bool pupil = (map.Facts[i] & 64) != 0;
                tally[category == 3 ? 0 : category] += (ushort)(adult && category != 3 ? 1 : 0);
                tally[3] += (ushort)(pupil && mode is 1 or 2 or 3 or 4 && pupil ? 1 : 0);
                tally[4] += (ushort)(pupil && mode is 1 or 2 && pupil ? 1 : 0);
                tally[5] += (ushort)(mode is 1 or 2 || (states[i] & 128) != 0 ? 1 : 0);
                tally[6] += (ushort)((states[i] & 32) != 0 ? 1 : 0);
                tally[7] += (ushort)((states[i] & 64) != 0 ? 1 : 0);
                tally[8] += (ushort)(pupil && mode == 1 ? 1 : 0);
            }
        }

        return tallies;
    }
}
