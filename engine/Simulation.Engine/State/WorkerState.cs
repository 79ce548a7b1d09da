using Simulation.Engine.Populations;

namespace Simulation.Engine.State;

/// <summary>A run's columns for workers: what was worked out once from the population, and what changes.</summary>
/// <param name="rows">Rows of the worker table, vacant ones included.</param>
public sealed class WorkerState(int rows) : IDisposable
{
    /// <summary>Set in <see cref="Circumstances"/> when the worker walks fast enough to count as moderate activity.</summary>
    public const int Brisk = 8;

    /// <summary>Walking minutes, one way; 255 = 255 or more.</summary>
    public Column<byte> WalkMinutes { get; } = Column<byte>.Allocate(rows);

    /// <summary>Cycling minutes, one way; 255 = 255 or more.</summary>
    public Column<byte> CycleMinutes { get; } = Column<byte>.Allocate(rows);

    /// <summary>Minutes of the usual vehicle commute, one way: what stands between the school gate and work.</summary>
    public Column<byte> TravelMinutes { get; } = Column<byte>.Allocate(rows);

    /// <summary>Cars of the household, 0–3, bit 2 when limited a lot, and <see cref="Brisk"/>.</summary>
    public Column<byte> Circumstances { get; } = Column<byte>.Allocate(rows);

    /// <summary>Which weekday is the first at home, 0 = Monday … 4.</summary>
    public Column<byte> FirstHomeDay { get; } = Column<byte>.Allocate(rows);

    /// <summary>Chance of walking, in 1/65,536; refreshed weekly.</summary>
    public Column<ushort> WalkShare { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Chance of walking or cycling, in 1/65,536.</summary>
    public Column<ushort> CycleShare { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Chance of walking, cycling or public transport, in 1/65,536.</summary>
    public Column<ushort> TransitShare { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Habit of walking or cycling to work, 0–1 in 1/65,535.</summary>
    public Column<ushort> Habit { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Walked or cycled on each of the last 8 commuting days: bit 0 = the latest.</summary>
    public Column<byte> ActiveDays { get; } = Column<byte>.Allocate(rows);

    /// <summary>Days this week by mode: a nibble each for walk, cycle, transit, car, home.</summary>
    public Column<int> WeekModes { get; } = Column<int>.Allocate(rows);

    /// <summary>Extra minutes by which an intervention lets the start be put off.</summary>
    public Column<byte> ExtraFlex { get; } = Column<byte>.Allocate(rows);

    /// <summary>Extra days a week at home that an intervention gives.</summary>
    public Column<byte> ExtraHomeDays { get; } = Column<byte>.Allocate(rows);

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        WalkMinutes.Dispose();
        CycleMinutes.Dispose();
        TravelMinutes.Dispose();
        Circumstances.Dispose();
        FirstHomeDay.Dispose();
        WalkShare.Dispose();
        CycleShare.Dispose();
        TransitShare.Dispose();
        Habit.Dispose();
        ActiveDays.Dispose();
        WeekModes.Dispose();
        ExtraFlex.Dispose();
        ExtraHomeDays.Dispose();
    }
}
