using Simulation.Engine.Populations;

namespace Simulation.Engine.State;

/// <summary>A run's columns for workers: what was worked out once from the population, and what changes.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class WorkerState(Columns columns) : SegmentedTable(columns)
{
    /// <summary>Set in <see cref="Circumstances"/> when the worker walks fast enough to count as moderate activity.</summary>
    public const int Brisk = 8;

    /// <summary>Bits of <see cref="Circumstances"/> from this one up: minutes of the longer walk of a way by public transport, at most <see cref="LongestStop"/>.</summary>
    public const int StopShift = 4;

    /// <summary>Most minutes that these bits hold.</summary>
    public const int LongestStop = 15;

    /// <summary>Columns in which every value is zero, or those of a source.</summary>
    /// <param name="layout">Segments of the table that the rows belong to.</param>
    /// <param name="source">Where the columns come from; null when they are made.</param>
    internal WorkerState(Segments layout, IColumnSource? source)
        : this(new Columns("workers", layout, source))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public Column<int> Identity { get; } = columns.Of<int>("id", Touch.Daily, "Identity of the resident: luck follows the worker, not the row.");
    public Column<byte> WalkMinutes { get; } = columns.Of<byte>("min", Touch.Daily, "Walking minutes, one way; 255 = 255 or more.");
    public Column<byte> CycleMinutes { get; } = columns.Of<byte>("min", Touch.Daily, "Cycling minutes, one way; 255 = 255 or more.");
    public Column<byte> TravelMinutes { get; } = columns.Of<byte>("min", Touch.Daily, "Minutes of the usual vehicle commute, one way: what stands between the school gate and work.");
    public Column<byte> Circumstances { get; } = columns.Of<byte>("bits", Touch.Daily, "Cars of the household, 0–3, bit 2 when limited a lot, bit 3 when walking briskly, bits 4–7 minutes on foot to the stop or from it.");
    public Column<byte> FirstHomeDay { get; } = columns.Of<byte>("weekday", Touch.Daily, "Which weekday is the first at home, 0 = Monday … 4.");
    public Column<ushort> WalkShare { get; } = columns.Of<ushort>("1/65536", Touch.Daily, "Chance of walking; refreshed weekly.");
    public Column<ushort> CycleShare { get; } = columns.Of<ushort>("1/65536", Touch.Daily, "Chance of walking or cycling.");
    public Column<ushort> TransitShare { get; } = columns.Of<ushort>("1/65536", Touch.Daily, "Chance of walking, cycling or public transport.");
    public Column<ushort> Habit { get; } = columns.Of<ushort>("1/65535", Touch.Weekly, "Habit of walking or cycling to work, 0–1.");
    public Column<ushort> Taste { get; } = columns.Of<ushort>("SD/4096", Touch.Weekly, "Part of the taste for walking and cycling to work that drifts, above 32,768; 0 before its first week.");
    public Column<byte> ActiveDays { get; } = columns.Of<byte>("bits", Touch.Daily, "Walked or cycled on each of the last 8 commuting days: bit 0 = the latest.");
    public Column<int> WeekModes { get; } = columns.Of<int>("days", Touch.Daily, "Days this week by mode: a nibble each for walk, cycle, transit, car, home.");
    public Column<byte> ExtraFlex { get; } = columns.Of<byte>("min", Touch.Daily, "Extra minutes by which an intervention lets the start be put off.");
    public Column<byte> ExtraHomeDays { get; } = columns.Of<byte>("days/week", Touch.Daily, "Extra days a week at home that an intervention gives.");
#pragma warning restore CS1591
}
