namespace Simulation.Engine.Populations;

/// <summary>Residents: the fixed facts of each. Rows are sorted by neighbourhood and household; vacant rows have age 255.</summary>
/// <param name="layout">Segment of each neighbourhood.</param>
public sealed class ResidentTable(Segments layout) : IDisposable
{
    /// <summary>Segment of each neighbourhood.</summary>
    public Segments Layout { get; init; } = layout;

    /// <summary>Age in completed years, 0–90 (90 = 90 or over), 255 on vacant rows.</summary>
    public Column<byte> Age { get; init; } = Column<byte>.Allocate(layout.Rows);

    /// <summary>Fixed traits, bits of <see cref="Populations.Traits"/>.</summary>
    public Column<byte> Traits { get; init; } = Column<byte>.Allocate(layout.Rows);

    /// <summary>Economic status, a value of <see cref="EconomicStatus"/>.</summary>
    public Column<byte> Status { get; init; } = Column<byte>.Allocate(layout.Rows);

    /// <summary>Row in <see cref="HouseholdTable"/>; −1 on vacant rows.</summary>
    public Column<int> Household { get; init; } = Column<int>.Allocate(layout.Rows);

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        Age.Dispose();
        Traits.Dispose();
        Status.Dispose();
        Household.Dispose();
    }
}
