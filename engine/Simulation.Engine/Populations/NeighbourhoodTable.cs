using NetTopologySuite.Geometries;

namespace Simulation.Engine.Populations;

/// <summary>Neighbourhoods: LSOAs or their synthetic stand-ins, about 1,700 residents each, sorted by place.</summary>
/// <param name="count">Number of neighbourhoods.</param>
public sealed class NeighbourhoodTable(int count) : IDisposable
{
    /// <summary>Number of neighbourhoods.</summary>
    public int Count { get; } = count;

    /// <summary>Code: LSOA 2021, or place code and number for the embedded default.</summary>
    public string[] Code { get; init; } = new string[count];

    /// <summary>Readable name.</summary>
    public string[] Name { get; init; } = new string[count];

    /// <summary>Outline in local metres (<see cref="Geography.LocalProjection"/>); polygon or multipolygon.</summary>
    public Geometry[] Outline { get; init; } = new Geometry[count];

    /// <summary>Index of the place.</summary>
    public Column<byte> Place { get; init; } = Column<byte>.Allocate(count);

    /// <summary>National IMD 2025 decile, 1 = most deprived.</summary>
    public Column<byte> Decile { get; init; } = Column<byte>.Allocate(count);

    /// <summary>A value of <see cref="Populations.Settlement"/>.</summary>
    public Column<byte> Settlement { get; init; } = Column<byte>.Allocate(count);

    /// <summary>Population-weighted centre, metres east.</summary>
    public Column<float> X { get; init; } = Column<float>.Allocate(count);

    /// <summary>Population-weighted centre, metres north.</summary>
    public Column<float> Y { get; init; } = Column<float>.Allocate(count);

    /// <summary>Road distance to the nearest public green space entrance, metres.</summary>
    public Column<float> GreenSpaceMetres { get; init; } = Column<float>.Allocate(count);

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        Place.Dispose();
        Decile.Dispose();
        Settlement.Dispose();
        X.Dispose();
        Y.Dispose();
        GreenSpaceMetres.Dispose();
    }
}
