using NetTopologySuite.Geometries;

namespace Simulation.Engine.Populations;

/// <summary>Neighbourhoods: LSOAs or their synthetic stand-ins, about 1,700 residents each, sorted by place.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class NeighbourhoodTable(Columns columns) : Table(columns)
{
    /// <summary>An empty table.</summary>
    /// <param name="count">Number of rows.</param>
    public NeighbourhoodTable(int count)
        : this(count, null)
    {
    }

    internal NeighbourhoodTable(int count, IColumnSource? source)
        : this(new Columns("neighbourhoods", count, source))
    {
    }

    /// <summary>Number of rows.</summary>
    public int Count => Rows;

    /// <summary>Code: LSOA 2021, or place code and number for the embedded default.</summary>
    public string[] Code { get; init; } = new string[columns.Rows];

    /// <summary>Readable name.</summary>
    public string[] Name { get; init; } = new string[columns.Rows];

    /// <summary>Outline in local metres (<see cref="Geography.LocalProjection"/>); polygon or multipolygon.</summary>
    public Geometry[] Outline { get; init; } = new Geometry[columns.Rows];

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public ReadOnlyColumn<byte> Place { get; } = columns.Of<byte>("row", Touch.Rarely, "Row of the place.");
    public ReadOnlyColumn<byte> Decile { get; } = columns.Of<byte>("decile", Touch.Rarely, "National IMD 2025 decile, 1 = most deprived.");
    public ReadOnlyColumn<byte> Settlement { get; } = columns.Of<byte>("code", Touch.Rarely, "A value of Settlement.");
    public ReadOnlyColumn<float> X { get; } = columns.Of<float>("m", Touch.Rarely, "Population-weighted centre, metres east.");
    public ReadOnlyColumn<float> Y { get; } = columns.Of<float>("m", Touch.Rarely, "Population-weighted centre, metres north.");
    public ReadOnlyColumn<float> GreenSpaceMetres { get; } = columns.Of<float>("m", Touch.Rarely, "Road distance to the nearest public green space entrance.");
#pragma warning restore CS1591
}
