namespace Simulation.Engine.Populations;

/// <summary>Residents in employment: one row a worker, sorted as residents are.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class WorkerTable(Columns columns) : SegmentedTable(columns)
{
    /// <summary>An empty table.</summary>
    /// <param name="layout">Segment of each neighbourhood.</param>
    public WorkerTable(Segments layout)
        : this(layout, null)
    {
    }

    internal WorkerTable(Segments layout, IColumnSource? source)
        : this(new Columns("workers", layout, source))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public ReadOnlyColumn<int> Resident { get; } = columns.Of<int>("row", Touch.Daily, "Row among residents; −1 on vacant rows.");
    public ReadOnlyColumn<int> Employer { get; } = columns.Of<int>("row", Touch.Weekly, "Row of the employer.");
    public ReadOnlyColumn<byte> Arrangement { get; } = columns.Of<byte>("code", Touch.Weekly, "A value of WorkArrangement.");
    public ReadOnlyColumn<ushort> Distance { get; } = columns.Of<ushort>("m", Touch.Weekly, "Route length home → workplace, at most 65,535 (longer commutes are never walked or cycled).");
    public ReadOnlyColumn<ushort> Start { get; } = columns.Of<ushort>("min", Touch.Daily, "Usual start of work, minutes after midnight.");
    public ReadOnlyColumn<byte> Hours { get; } = columns.Of<byte>("h/week", Touch.Rarely, "Usual hours a week, 1–80.");
    public ReadOnlyColumn<byte> WorkDays { get; } = columns.Of<byte>("bits", Touch.Daily, "Days of the week usually worked: bit 0 = Monday … bit 6 = Sunday.");
    public ReadOnlyColumn<byte> FlexMinutes { get; } = columns.Of<byte>("min", Touch.Daily, "Flexibility that the worker already has: minutes by which the start may be put off.");
    public ReadOnlyColumn<byte> HomeDays { get; } = columns.Of<byte>("days/week", Touch.Daily, "Usual days a week at home in 2026, 0–5.");
    public ReadOnlyColumn<byte> HomeCapable { get; } = columns.Of<byte>("0/1", Touch.Daily, "1 when the work could be done at home (a ceiling on what flexible-working offers can reach).");
#pragma warning restore CS1591
}
