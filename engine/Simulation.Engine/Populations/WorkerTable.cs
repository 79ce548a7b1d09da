namespace Simulation.Engine.Populations;

/// <summary>Residents in employment: one row a worker, sorted as residents are.</summary>
/// <param name="layout">Segment of each neighbourhood.</param>
public sealed class WorkerTable(Segments layout) : IDisposable
{
    /// <summary>Segment of each neighbourhood.</summary>
    public Segments Layout { get; init; } = layout;

    /// <summary>Row in <see cref="ResidentTable"/>; −1 on vacant rows.</summary>
    public Column<int> Resident { get; init; } = Column<int>.Allocate(layout.Rows);

    /// <summary>Index in <see cref="EmployerTable"/>.</summary>
    public Column<int> Employer { get; init; } = Column<int>.Allocate(layout.Rows);

    /// <summary>A value of <see cref="WorkArrangement"/>.</summary>
    public Column<byte> Arrangement { get; init; } = Column<byte>.Allocate(layout.Rows);

    /// <summary>Route length home → workplace in metres, at most 65,535 (longer commutes are never walked or cycled).</summary>
    public Column<ushort> Distance { get; init; } = Column<ushort>.Allocate(layout.Rows);

    /// <summary>Usual start of work, minutes after midnight.</summary>
    public Column<ushort> Start { get; init; } = Column<ushort>.Allocate(layout.Rows);

    /// <summary>Usual hours a week, 1–80.</summary>
    public Column<byte> Hours { get; init; } = Column<byte>.Allocate(layout.Rows);

    /// <summary>Days of the week usually worked: bit 0 = Monday … bit 6 = Sunday.</summary>
    public Column<byte> WorkDays { get; init; } = Column<byte>.Allocate(layout.Rows);

    /// <summary>Flexibility that the worker already has: minutes by which the start may be put off.</summary>
    public Column<byte> FlexMinutes { get; init; } = Column<byte>.Allocate(layout.Rows);

    /// <summary>Usual days a week at home in 2026, 0–5.</summary>
    public Column<byte> HomeDays { get; init; } = Column<byte>.Allocate(layout.Rows);

    /// <summary>1 when the work could be done at home (a ceiling on what flexible-working offers can reach).</summary>
    public Column<byte> HomeCapable { get; init; } = Column<byte>.Allocate(layout.Rows);

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        Resident.Dispose();
        Employer.Dispose();
        Arrangement.Dispose();
        Distance.Dispose();
        Start.Dispose();
        Hours.Dispose();
        WorkDays.Dispose();
        FlexMinutes.Dispose();
        HomeDays.Dispose();
        HomeCapable.Dispose();
    }
}
