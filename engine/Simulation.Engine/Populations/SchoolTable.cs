namespace Simulation.Engine.Populations;

/// <summary>Schools.</summary>
/// <param name="count">Number of schools.</param>
public sealed class SchoolTable(int count) : IDisposable
{
    /// <summary>Number of schools.</summary>
    public int Count { get; } = count;

    /// <summary>Name.</summary>
    public string[] Name { get; init; } = new string[count];

    /// <summary>A value of <see cref="SchoolPhase"/>.</summary>
    public Column<byte> Phase { get; init; } = Column<byte>.Allocate(count);

    /// <summary>Index of the neighbourhood it stands in.</summary>
    public Column<int> Neighbourhood { get; init; } = Column<int>.Allocate(count);

    /// <summary>Pupils of this population who go there.</summary>
    public Column<int> Pupils { get; init; } = Column<int>.Allocate(count);

    /// <summary>Share of pupils known to be eligible for free meals, 0–1; NaN when not published.</summary>
    public Column<float> FreeMeals { get; init; } = Column<float>.Allocate(count);

    /// <summary>Position, metres east.</summary>
    public Column<float> X { get; init; } = Column<float>.Allocate(count);

    /// <summary>Position, metres north.</summary>
    public Column<float> Y { get; init; } = Column<float>.Allocate(count);

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        Phase.Dispose();
        Neighbourhood.Dispose();
        Pupils.Dispose();
        FreeMeals.Dispose();
        X.Dispose();
        Y.Dispose();
    }
}

/// <summary>School classes: about 27 pupils of one year in one school.</summary>
/// <param name="count">Number of classes.</param>
public sealed class ClassTable(int count) : IDisposable
{
    /// <summary>Number of classes.</summary>
    public int Count { get; } = count;

    /// <summary>Index of the school.</summary>
    public Column<ushort> School { get; init; } = Column<ushort>.Allocate(count);

    /// <summary>School year: 0 = Reception, 1–12.</summary>
    public Column<byte> Year { get; init; } = Column<byte>.Allocate(count);

    /// <summary>Pupils in the class.</summary>
    public Column<ushort> Pupils { get; init; } = Column<ushort>.Allocate(count);

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        School.Dispose();
        Year.Dispose();
        Pupils.Dispose();
    }
}

/// <summary>Employers, with the workers of this population whom they employ.</summary>
/// <param name="count">Number of employers.</param>
public sealed class EmployerTable(int count) : IDisposable
{
    /// <summary>Number of employers.</summary>
    public int Count { get; } = count;

    /// <summary>Workers of this population employed here.</summary>
    public Column<int> Workers { get; init; } = Column<int>.Allocate(count);

    /// <summary>Index of the place it stands in; 255 when it is outside Cheshire &amp; Merseyside.</summary>
    public Column<byte> Place { get; init; } = Column<byte>.Allocate(count);

    /// <summary>Size band of the employer's whole workforce: 0 = micro (1–9), 1 = small (10–49), 2 = medium (50–249), 3 = large (250+).</summary>
    public Column<byte> SizeBand { get; init; } = Column<byte>.Allocate(count);

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        Workers.Dispose();
        Place.Dispose();
        SizeBand.Dispose();
    }
}
