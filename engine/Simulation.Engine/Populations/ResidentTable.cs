namespace Simulation.Engine.Populations;

/// <summary>Residents: the fixed facts of each. Rows are sorted by neighbourhood and household; vacant rows have age 255.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class ResidentTable(Columns columns) : SegmentedTable(columns)
{
    /// <summary>An empty table.</summary>
    /// <param name="layout">Segment of each neighbourhood.</param>
    public ResidentTable(Segments layout)
        : this(layout, null)
    {
    }

    internal ResidentTable(Segments layout, IColumnSource? source)
        : this(new Columns("residents", layout, source))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public ReadOnlyColumn<byte> Age { get; } = columns.Of<byte>("years", Touch.Rarely, "Age in completed years, 0–90 (90 = 90 or over), 255 on vacant rows.");
    public ReadOnlyColumn<byte> Traits { get; } = columns.Of<byte>("bits", Touch.Weekly, "Fixed traits, bits of Traits.");
    public ReadOnlyColumn<byte> Status { get; } = columns.Of<byte>("code", Touch.Rarely, "Economic status, a value of EconomicStatus.");
    public ReadOnlyColumn<byte> Background { get; } = columns.Of<byte>("code", Touch.Weekly, "3 × ethnic group + highest qualification (EthnicGroup, Qualification); a child's qualification is the one that it will reach.");
    public ReadOnlyColumn<int> Household { get; } = columns.Of<int>("row", Touch.Rarely, "Row of the household; −1 on vacant rows.");
#pragma warning restore CS1591
}
