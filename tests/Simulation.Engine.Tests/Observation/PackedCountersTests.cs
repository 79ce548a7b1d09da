using Simulation.Engine.Observation;

namespace Simulation.Engine.Tests.Observation;

public unsafe class PackedCountersTests
{
    private const int Bins = 16;
    private const int Capacity = WeekOfModes.Most;

    [Fact]
    public void Open_MoreRowsOfOneBinThanItsWordHolds_LosesNone()
    {
        using PackedCounters counters = Counters();
        using PackedCounters all = Counters();
        const int Rows = 10_000;
        for (int row = 0; row < Rows; row++)
        {
            // Seven days of the first mode and of the last, which is all that a week can add.
            counters.Open(decile: 3, rows: 1)[5] += WeekOfModes.Spread(0x70007);
        }

        counters.MoveTo(all);

        all.Sum(3, 5, 0).ShouldBe(7 * Rows);
        all.Sum(3, 5, 1).ShouldBe(0);
        all.Sum(3, 5, 4).ShouldBe(7 * Rows);
        all.Sum(3, 4, 0).ShouldBe(0);
        all.Sum(2, 5, 0).ShouldBe(0);
    }

    [Fact]
    public void MoveTo_TwoWorkers_AddsBothAndStartsEachFromZero()
    {
        using PackedCounters first = Counters();
        using PackedCounters second = Counters();
        using PackedCounters all = Counters();
        first.Open(0, Capacity)[0] += WeekOfModes.Spread(0x1);
        second.Open(0, Capacity)[0] += WeekOfModes.Spread(0x2);

        first.MoveTo(all);
        second.MoveTo(all);
        first.MoveTo(all);

        all.Sum(0, 0, 0).ShouldBe(3);
    }

    private static PackedCounters Counters() => new(Bins, 5, WeekOfModes.Bits, Capacity);
}
