namespace Simulation.Engine.Parameters;

/// <summary>Default effects of the interventions: evidence with its design weight, ramps and fades.</summary>
public static class InterventionParameters
{
    /// <summary>The group, in printed order.</summary>
    public static IReadOnlyList<Parameter> All { get; } = [];
}
