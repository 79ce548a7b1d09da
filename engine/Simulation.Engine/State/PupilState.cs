using Simulation.Engine.Populations;

namespace Simulation.Engine.State;

/// <summary>A run's columns for pupils: what was worked out once from the population, and what changes.</summary>
/// <param name="rows">Rows of the pupil table, vacant ones included.</param>
public sealed class PupilState(int rows) : IDisposable
{
    /// <summary>Set in <see cref="Gates"/> when the child may go alone.</summary>
    public const int Alone = 1;

    /// <summary>Set in <see cref="Gates"/> when somebody outside the household can bring the child.</summary>
    public const int Company = 2;

    /// <summary>Walking minutes, one way, at the child's own pace; 255 = 255 or more.</summary>
    public Column<byte> WalkMinutes { get; } = Column<byte>.Allocate(rows);

    /// <summary>Age in years.</summary>
    public Column<byte> Age { get; } = Column<byte>.Allocate(rows);

    /// <summary>Cars of the household, 0–3, and bit 2 when limited a lot.</summary>
    public Column<byte> Circumstances { get; } = Column<byte>.Allocate(rows);

    /// <summary>Index of the first adult in the block's table of free minutes (0 = nobody, 1 = not in work, 2 + i = the i-th worker).</summary>
    public Column<ushort> FirstSlot { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Index of the second adult in the block's table of free minutes.</summary>
    public Column<ushort> SecondSlot { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Odds of walking when a gate is open, on a neutral day; refreshed weekly.</summary>
    public Column<float> WalkOdds { get; } = Column<float>.Allocate(rows);

    /// <summary>Of those who do not walk, the share that cycle, in 1/65,536.</summary>
    public Column<ushort> CycleShare { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Of those who do not walk, the share that cycle or take the bus, in 1/65,536.</summary>
    public Column<ushort> BusShare { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Gates that are open whatever the adults do: <see cref="Alone"/>, <see cref="Company"/>.</summary>
    public Column<byte> Gates { get; } = Column<byte>.Allocate(rows);

    /// <summary>Habit of walking to school, 0–1 in 1/65,535.</summary>
    public Column<ushort> Habit { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Walked on each of the last 8 school days: bit 0 = the latest.</summary>
    public Column<byte> WalkDays { get; } = Column<byte>.Allocate(rows);

    /// <summary>Trips this week by mode: a nibble each for walk, cycle, transit, car.</summary>
    public Column<ushort> WeekModes { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Mode today, a <see cref="TripMode"/> × 1, plus 8 when a household adult went along on foot.</summary>
    public Column<byte> Today { get; } = Column<byte>.Allocate(rows);

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        WalkMinutes.Dispose();
        Age.Dispose();
        Circumstances.Dispose();
        FirstSlot.Dispose();
        SecondSlot.Dispose();
        WalkOdds.Dispose();
        CycleShare.Dispose();
        BusShare.Dispose();
        Gates.Dispose();
        Habit.Dispose();
        WalkDays.Dispose();
        WeekModes.Dispose();
        Today.Dispose();
    }
}
