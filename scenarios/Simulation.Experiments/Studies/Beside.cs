namespace Simulation.Experiments.Studies;

/// <summary>What is run beside a study's own runs, with central values.</summary>
[Flags]
public enum Beside
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Every combination of owners, to share the whole out among them.</summary>
    Owners = 1,

    /// <summary>Every combination of the mechanisms by which a scenario acts, to share the whole out among them.</summary>
    Mechanisms = 4,

    /// <summary>Every other structure that the model may take where evidence leaves it open.</summary>
    Structures = 2,
}
