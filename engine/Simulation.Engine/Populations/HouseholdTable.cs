namespace Simulation.Engine.Populations;

/// <summary>Households: their members are consecutive residents.</summary>
/// <param name="layout">Segment of each neighbourhood.</param>
public sealed class HouseholdTable(Segments layout) : IDisposable
{
    /// <summary>Segment of each neighbourhood.</summary>
    public Segments Layout { get; init; } = layout;

    /// <summary>First member's row in <see cref="ResidentTable"/>; −1 on vacant rows.</summary>
    public Column<int> FirstResident { get; init; } = Column<int>.Allocate(layout.Rows);

    /// <summary>Number of members; 0 on vacant rows.</summary>
    public Column<byte> Size { get; init; } = Column<byte>.Allocate(layout.Rows);

    /// <summary>Cars and vans: 0, 1, 2, 3 (= 3 or more).</summary>
    public Column<byte> Cars { get; init; } = Column<byte>.Allocate(layout.Rows);

    /// <summary>Position, metres east of the projection's origin (<see cref="Geography.LocalProjection"/>).</summary>
    public Column<float> X { get; init; } = Column<float>.Allocate(layout.Rows);

    /// <summary>Position, metres north of the projection's origin.</summary>
    public Column<float> Y { get; init; } = Column<float>.Allocate(layout.Rows);

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        FirstResident.Dispose();
        Size.Dispose();
        Cars.Dispose();
        X.Dispose();
        Y.Dispose();
    }
}
