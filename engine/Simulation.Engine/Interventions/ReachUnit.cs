namespace Simulation.Engine.Interventions;

/// <summary>What the <c>reach</c> of an intervention counts.</summary>
public enum ReachUnit : byte
{
    /// <summary>Schools, by where they stand.</summary>
    Schools,

    /// <summary>Neighbourhoods.</summary>
    Neighbourhoods,

    /// <summary>Residents in employment, by where they live.</summary>
    Employees,

    /// <summary>Residents, by where they live.</summary>
    Residents,

    /// <summary>Employers, by where they stand; what they do reaches their employees who live in the area.</summary>
    Employers,
}
