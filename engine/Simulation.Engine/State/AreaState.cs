using Simulation.Engine.Populations;

namespace Simulation.Engine.State;

/// <summary>What a run keeps of each place.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class PlaceState(Columns columns) : Table(columns)
{
    /// <summary>Columns in which every value is zero, or those of a source.</summary>
    /// <param name="rows">Rows of the table that they belong to.</param>
    /// <param name="source">Where the columns come from; null when they are made.</param>
    internal PlaceState(int rows, IColumnSource? source)
        : this(new Columns("places", rows, source))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public Column<byte> Wet { get; } = columns.Of<byte>("0/1", Touch.Rarely, "1 on a wet day.");
#pragma warning restore CS1591
}

/// <summary>What a run keeps of each neighbourhood.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class NeighbourhoodState(Columns columns) : Table(columns)
{
    /// <summary>Columns in which every value is zero, or those of a source.</summary>
    /// <param name="rows">Rows of the table that they belong to.</param>
    /// <param name="source">Where the columns come from; null when they are made.</param>
    internal NeighbourhoodState(int rows, IColumnSource? source)
        : this(new Columns("neighbourhoods", rows, source))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public Column<float> StreetSpeed { get; } = columns.Of<float>("mph", Touch.Rarely, "Mean traffic speed of through roads before interventions.");
    public Column<float> StreetStress { get; } = columns.Of<float>("0–1", Touch.Rarely, "Junction stress before interventions.");
    public Column<int> WeekWalkers { get; } = columns.Of<int>("walks", Touch.Rarely, "Walks to school of pupils aged 7–13 since Monday.");
    public Column<int> WeekAccompanied { get; } = columns.Of<int>("walks", Touch.Rarely, "Those of them with an adult.");
#pragma warning restore CS1591
}

/// <summary>What a run keeps of each school.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class SchoolState(Columns columns) : Table(columns)
{
    /// <summary>Columns in which every value is zero, or those of a source.</summary>
    /// <param name="rows">Rows of the table that they belong to.</param>
    /// <param name="source">Where the columns come from; null when they are made.</param>
    internal SchoolState(int rows, IColumnSource? source)
        : this(new Columns("schools", rows, source))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public Column<float> GateTraffic { get; } = columns.Of<float>("ratio", Touch.Rarely, "Car traffic at the gate, 1 = as in the baseline.");
    public Column<float> CarsExpected { get; } = columns.Of<float>("cars/day", Touch.Rarely, "Cars a school day at the gate in the warm-up: what traffic is measured against.");
    public Column<long> WeekCars { get; } = columns.Of<long>("trips", Touch.Rarely, "Car trips to the school since Monday.");
    public Column<long> WarmCars { get; } = columns.Of<long>("trips", Touch.Rarely, "Car trips to the school on the days of the warm-up that traffic is measured on.");
    public Column<int> WarmDays { get; } = columns.Of<int>("days", Touch.Rarely, "School days that these were on.");
#pragma warning restore CS1591
}

/// <summary>What a run keeps of each school class.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class ClassState(Columns columns) : Table(columns)
{
    /// <summary>Columns in which every value is zero, or those of a source.</summary>
    /// <param name="rows">Rows of the table that they belong to.</param>
    /// <param name="source">Where the columns come from; null when they are made.</param>
    internal ClassState(int rows, IColumnSource? source)
        : this(new Columns("classes", rows, source))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public Column<float> WalkShare { get; } = columns.Of<float>("share", Touch.Rarely, "Pupils who walked, over their last 8 school days, as last counted.");
    public Column<int> Walks { get; } = columns.Of<int>("days", Touch.Rarely, "School days walked, this cycle of refreshes.");
#pragma warning restore CS1591
}

/// <summary>What a run keeps of each employer.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class EmployerState(Columns columns) : Table(columns)
{
    /// <summary>Columns in which every value is zero, or those of a source.</summary>
    /// <param name="rows">Rows of the table that they belong to.</param>
    /// <param name="source">Where the columns come from; null when they are made.</param>
    internal EmployerState(int rows, IColumnSource? source)
        : this(new Columns("employers", rows, source))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public Column<float> ActiveShare { get; } = columns.Of<float>("share", Touch.Rarely, "Workers who walked or cycled, over their last 8 commuting days, as last counted.");
    public Column<long> ActiveDays { get; } = columns.Of<long>("2 × 32 bits", Touch.Rarely, "This cycle of refreshes: days walked or cycled in the low half, workers counted in the high.");
#pragma warning restore CS1591
}
