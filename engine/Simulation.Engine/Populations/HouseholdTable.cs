namespace Simulation.Engine.Populations;

/// <summary>Households: their members are consecutive residents.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class HouseholdTable(Columns columns) : SegmentedTable(columns)
{
    /// <summary>An empty table.</summary>
    /// <param name="layout">Segment of each neighbourhood.</param>
    public HouseholdTable(Segments layout)
        : this(layout, null)
    {
    }

    internal HouseholdTable(Segments layout, IColumnSource? source)
        : this(new Columns("households", layout, source))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public ReadOnlyColumn<int> FirstResident { get; } = columns.Of<int>("row", Touch.Weekly, "First member's row among residents; −1 on vacant rows.");
    public ReadOnlyColumn<byte> Size { get; } = columns.Of<byte>("residents", Touch.Weekly, "Number of members; 0 on vacant rows.");
    public ReadOnlyColumn<byte> Cars { get; } = columns.Of<byte>("cars", Touch.Rarely, "Cars and vans: 0, 1, 2, 3 (= 3 or more).");
    public ReadOnlyColumn<float> X { get; } = columns.Of<float>("m", Touch.Rarely, "Position, metres east of the projection's origin.");
    public ReadOnlyColumn<float> Y { get; } = columns.Of<float>("m", Touch.Rarely, "Position, metres north of the projection's origin.");
#pragma warning restore CS1591
}
