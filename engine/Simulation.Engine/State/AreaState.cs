using Simulation.Engine.Populations;

namespace Simulation.Engine.State;

/// <summary>What a run keeps of each neighbourhood.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class NeighbourhoodState(Columns columns) : Table(columns)
{
    /// <summary>Columns in which every value is zero.</summary>
    /// <param name="rows">Rows of the table that they belong to.</param>
    public NeighbourhoodState(int rows)
        : this(new Columns("neighbourhoods", rows))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public Column<float> StreetSpeed { get; } = columns.Of<float>("mph", Touch.Rarely, "Mean traffic speed of through roads before interventions.");
    public Column<float> StreetStress { get; } = columns.Of<float>("0–1", Touch.Rarely, "Junction stress before interventions.");
#pragma warning restore CS1591
}

/// <summary>What a run keeps of each school.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class SchoolState(Columns columns) : Table(columns)
{
    /// <summary>Columns in which every value is zero.</summary>
    /// <param name="rows">Rows of the table that they belong to.</param>
    public SchoolState(int rows)
        : this(new Columns("schools", rows))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public Column<float> GateTraffic { get; } = columns.Of<float>("ratio", Touch.Rarely, "Car traffic at the gate, 1 = as in the baseline.");
    public Column<float> CarsExpected { get; } = columns.Of<float>("cars/day", Touch.Rarely, "Cars a school day at the gate in the warm-up: what traffic is measured against.");
#pragma warning restore CS1591
}

/// <summary>What a run keeps of each school class.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class ClassState(Columns columns) : Table(columns)
{
    /// <summary>Columns in which every value is zero.</summary>
    /// <param name="rows">Rows of the table that they belong to.</param>
    public ClassState(int rows)
        : this(new Columns("classes", rows))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public Column<float> WalkShare { get; } = columns.Of<float>("share", Touch.Rarely, "Pupils who walked, over their last 8 school days, as last counted.");
#pragma warning restore CS1591
}

/// <summary>What a run keeps of each employer.</summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class EmployerState(Columns columns) : Table(columns)
{
    /// <summary>Columns in which every value is zero.</summary>
    /// <param name="rows">Rows of the table that they belong to.</param>
    public EmployerState(int rows)
        : this(new Columns("employers", rows))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public Column<float> ActiveShare { get; } = columns.Of<float>("share", Touch.Rarely, "Workers who walked or cycled, over their last 8 commuting days, as last counted.");
#pragma warning restore CS1591
}
