namespace Simulation.Engine.Parameters;

/// <summary>What is taken to become of a resident's propensity for leisure: the largest structural choice of the model.</summary>
public enum PropensityStructure : byte
{
    /// <summary>It drifts over the years and follows levers: people start and stop.</summary>
    Moving,

    /// <summary>The same map from rank to propensity, and nobody moves: tells the map's share from the movement's.</summary>
    Frozen,

    /// <summary>Two groups for ever, of those who mean to be active and those who do not.</summary>
    Fixed,
}
