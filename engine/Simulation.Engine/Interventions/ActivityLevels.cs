namespace Simulation.Engine.Interventions;

/// <summary>
/// Levels of activity over four weeks, as Active Lives counts them: adults under 30, 30–149 and 150 or more minutes a week;
/// children of five and over under 30, 30–59 and 60 or more minutes a day. Younger children have none.
/// </summary>
[Flags]
public enum ActivityLevels
{
    /// <summary>No level.</summary>
    None = 0,

    /// <summary>Inactive; of children, less active.</summary>
    Inactive = 1,

    /// <summary>Fairly active.</summary>
    FairlyActive = 2,

    /// <summary>Active.</summary>
    Active = 4,
}
