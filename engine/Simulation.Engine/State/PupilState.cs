using Simulation.Engine.Populations;

namespace Simulation.Engine.State;

/// <summary>A run's columns for pupils: what was worked out once from the population, and what changes.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class PupilState(Columns columns) : SegmentedTable(columns)
{
    /// <summary>Set in <see cref="Gates"/> when the child may go alone.</summary>
    public const int Alone = 1;

    /// <summary>Set in <see cref="Gates"/> when somebody outside the household can bring the child.</summary>
    public const int Company = 2;

    /// <summary>Columns in which every value is zero, or those of a source.</summary>
    /// <param name="layout">Segments of the table that the rows belong to.</param>
    /// <param name="source">Where the columns come from; null when they are made.</param>
    internal PupilState(Segments layout, IColumnSource? source)
        : this(new Columns("pupils", layout, source))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public Column<int> Identity { get; } = columns.Of<int>("id", Touch.Daily, "Identity of the resident: luck follows the child, not the row.");
    public Column<byte> WalkMinutes { get; } = columns.Of<byte>("min", Touch.Daily, "Walking minutes, one way, at the child's own pace; 255 = 255 or more.");
    public Column<byte> Age { get; } = columns.Of<byte>("years", Touch.Daily, "Age in years.");
    public Column<byte> Circumstances { get; } = columns.Of<byte>("bits", Touch.Weekly, "Cars of the household, 0–3, and bit 2 when limited a lot.");
    public Column<ushort> FirstSlot { get; } = columns.Of<ushort>("slot", Touch.Daily, "Index of the first adult in the block's table of free minutes (0 = nobody, 1 = not in work, 2 + i = the i-th worker).");
    public Column<ushort> SecondSlot { get; } = columns.Of<ushort>("slot", Touch.Daily, "Index of the second adult in the block's table of free minutes.");
    public Column<float> WalkOdds { get; } = columns.Of<float>("odds", Touch.Daily, "Odds of walking when a gate is open, on a neutral day; refreshed weekly.");
    public Column<ushort> CycleShare { get; } = columns.Of<ushort>("1/65536", Touch.Daily, "Of those who do not walk, the share that cycle.");
    public Column<ushort> BusShare { get; } = columns.Of<ushort>("1/65536", Touch.Daily, "Of those who do not walk, the share that cycle or take the bus.");
    public Column<byte> Gates { get; } = columns.Of<byte>("bits", Touch.Daily, "Gates that are open whatever the adults do: alone, company.");
    public Column<ushort> Habit { get; } = columns.Of<ushort>("1/65535", Touch.Weekly, "Habit of walking to school, 0–1.");
    public Column<byte> WalkDays { get; } = columns.Of<byte>("bits", Touch.Daily, "Walked on each of the last 8 school days: bit 0 = the latest.");
    public Column<ushort> WeekModes { get; } = columns.Of<ushort>("trips", Touch.Daily, "Trips this week by mode: a nibble each for walk, cycle, transit, car.");
    public Column<byte> Today { get; } = columns.Of<byte>("bits", Touch.Daily, "Mode today, a TripMode, plus 8 when a household adult went along on foot.");
#pragma warning restore CS1591
}
