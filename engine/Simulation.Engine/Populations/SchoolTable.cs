namespace Simulation.Engine.Populations;

/// <summary>Schools.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class SchoolTable(Columns columns) : Table(columns)
{
    /// <summary>An empty table.</summary>
    /// <param name="count">Number of rows.</param>
    public SchoolTable(int count)
        : this(count, null)
    {
    }

    internal SchoolTable(int count, IColumnSource? source)
        : this(new Columns("schools", count, source))
    {
    }

    /// <summary>Number of rows.</summary>
    public int Count => Rows;

    /// <summary>Name.</summary>
    public string[] Name { get; init; } = new string[columns.Rows];

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public ReadOnlyColumn<byte> Phase { get; } = columns.Of<byte>("code", Touch.Rarely, "A value of SchoolPhase.");
    public ReadOnlyColumn<int> Neighbourhood { get; } = columns.Of<int>("row", Touch.Rarely, "Row of the neighbourhood it stands in.");
    public ReadOnlyColumn<int> Pupils { get; } = columns.Of<int>("pupils", Touch.Rarely, "Pupils of this population who go there.");
    public ReadOnlyColumn<float> FreeMeals { get; } = columns.Of<float>("share", Touch.Rarely, "Share of pupils known to be eligible for free meals, 0–1; NaN when not published.");
    public ReadOnlyColumn<float> X { get; } = columns.Of<float>("m", Touch.Rarely, "Position, metres east.");
    public ReadOnlyColumn<float> Y { get; } = columns.Of<float>("m", Touch.Rarely, "Position, metres north.");
#pragma warning restore CS1591
}

/// <summary>School classes: about 27 pupils of one year in one school.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class ClassTable(Columns columns) : Table(columns)
{
    /// <summary>An empty table.</summary>
    /// <param name="count">Number of rows.</param>
    public ClassTable(int count)
        : this(count, null)
    {
    }

    internal ClassTable(int count, IColumnSource? source)
        : this(new Columns("classes", count, source))
    {
    }

    /// <summary>Number of rows.</summary>
    public int Count => Rows;

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public ReadOnlyColumn<ushort> School { get; } = columns.Of<ushort>("row", Touch.Rarely, "Row of the school.");
    public ReadOnlyColumn<byte> Year { get; } = columns.Of<byte>("year", Touch.Rarely, "School year: 0 = Reception, 1–12.");
    public ReadOnlyColumn<ushort> Pupils { get; } = columns.Of<ushort>("pupils", Touch.Rarely, "Pupils in the class.");
#pragma warning restore CS1591
}

/// <summary>Employers, with the workers of this population whom they employ.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class EmployerTable(Columns columns) : Table(columns)
{
    /// <summary>An empty table.</summary>
    /// <param name="count">Number of rows.</param>
    public EmployerTable(int count)
        : this(count, null)
    {
    }

    internal EmployerTable(int count, IColumnSource? source)
        : this(new Columns("employers", count, source))
    {
    }

    /// <summary>Number of rows.</summary>
    public int Count => Rows;

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public ReadOnlyColumn<int> Workers { get; } = columns.Of<int>("workers", Touch.Rarely, "Workers of this population employed here.");
    public ReadOnlyColumn<byte> Place { get; } = columns.Of<byte>("row", Touch.Rarely, "Row of the place it stands in; 255 when it is outside Cheshire & Merseyside.");
    public ReadOnlyColumn<byte> SizeBand { get; } = columns.Of<byte>("code", Touch.Rarely, "Size band of the employer's whole workforce: 0 = micro (1–9), 1 = small (10–49), 2 = medium (50–249), 3 = large (250+).");
#pragma warning restore CS1591
}
