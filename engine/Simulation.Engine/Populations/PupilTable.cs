namespace Simulation.Engine.Populations;

/// <summary>Residents who go to school: one row a pupil, sorted as residents are, so that a school-trip kernel has no idle lanes.</summary>
/// <param name="layout">Segment of each neighbourhood.</param>
public sealed class PupilTable(Segments layout) : IDisposable
{
    /// <summary>Segment of each neighbourhood.</summary>
    public Segments Layout { get; init; } = layout;

    /// <summary>Row in <see cref="ResidentTable"/>; −1 on vacant rows.</summary>
    public Column<int> Resident { get; init; } = Column<int>.Allocate(layout.Rows);

    /// <summary>Index in <see cref="SchoolTable"/>.</summary>
    public Column<ushort> School { get; init; } = Column<ushort>.Allocate(layout.Rows);

    /// <summary>Index in <see cref="ClassTable"/>.</summary>
    public Column<int> Class { get; init; } = Column<int>.Allocate(layout.Rows);

    /// <summary>Route length home → school in metres (straight line × detour), at most 65,535.</summary>
    public Column<ushort> Distance { get; init; } = Column<ushort>.Allocate(layout.Rows);

    /// <summary>Resident row of the adult who would bring the child first, or −1: a parent-aged adult not in work before one who is.</summary>
    public Column<int> FirstAdult { get; init; } = Column<int>.Allocate(layout.Rows);

    /// <summary>Row in <see cref="WorkerTable"/> of <see cref="FirstAdult"/>, or −1 when that adult does not work.</summary>
    public Column<int> FirstAdultWorker { get; init; } = Column<int>.Allocate(layout.Rows);

    /// <summary>Resident row of the second adult who could bring the child, or −1.</summary>
    public Column<int> SecondAdult { get; init; } = Column<int>.Allocate(layout.Rows);

    /// <summary>Row in <see cref="WorkerTable"/> of <see cref="SecondAdult"/>, or −1.</summary>
    public Column<int> SecondAdultWorker { get; init; } = Column<int>.Allocate(layout.Rows);

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        Resident.Dispose();
        School.Dispose();
        Class.Dispose();
        Distance.Dispose();
        FirstAdult.Dispose();
        FirstAdultWorker.Dispose();
        SecondAdult.Dispose();
        SecondAdultWorker.Dispose();
    }
}
