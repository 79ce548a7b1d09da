namespace Simulation.Engine.Populations;

/// <summary>Residents who go to school: one row a pupil, sorted as residents are, so that a school-trip kernel has no idle lanes.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class PupilTable(Columns columns) : SegmentedTable(columns)
{
    /// <summary>An empty table.</summary>
    /// <param name="layout">Segment of each neighbourhood.</param>
    public PupilTable(Segments layout)
        : this(layout, null)
    {
    }

    internal PupilTable(Segments layout, IColumnSource? source)
        : this(new Columns("pupils", layout, source))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public ReadOnlyColumn<int> Resident { get; } = columns.Of<int>("row", Touch.Daily, "Row among residents; −1 on vacant rows.");
    public ReadOnlyColumn<ushort> School { get; } = columns.Of<ushort>("row", Touch.Daily, "Row of the school.");
    public ReadOnlyColumn<int> Class { get; } = columns.Of<int>("row", Touch.Weekly, "Row of the class.");
    public ReadOnlyColumn<ushort> Distance { get; } = columns.Of<ushort>("m", Touch.Weekly | Touch.Counted, "Route length home → school (straight line × detour), at most 65,535.");
    public ReadOnlyColumn<int> FirstAdult { get; } = columns.Of<int>("row", Touch.Daily, "Resident who would bring the child first, or −1: a parent-aged adult not in work before one who is.");
    public ReadOnlyColumn<int> FirstAdultWorker { get; } = columns.Of<int>("row", Touch.Rarely, "Row among workers of the first adult, or −1 when that adult does not work.");
    public ReadOnlyColumn<int> SecondAdult { get; } = columns.Of<int>("row", Touch.Daily, "Second resident who could bring the child, or −1.");
    public ReadOnlyColumn<int> SecondAdultWorker { get; } = columns.Of<int>("row", Touch.Rarely, "Row among workers of the second adult, or −1.");
#pragma warning restore CS1591
}
