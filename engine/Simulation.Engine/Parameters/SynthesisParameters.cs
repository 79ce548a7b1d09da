namespace Simulation.Engine.Parameters;

/// <summary>Numbers with which the synthetic population is built where the inputs give no figure of their own.</summary>
public static class SynthesisParameters
{
    /// <summary>The group, in printed order.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        .. SynthesisResidentParameters.All,
        .. SynthesisHouseholdParameters.All,
        .. SynthesisWorkParameters.All,
        .. SynthesisSchoolParameters.All,
    ];
}
