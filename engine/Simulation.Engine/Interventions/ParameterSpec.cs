namespace Simulation.Engine.Interventions;

/// <summary>One parameter that a scenario may give an intervention; binding, bounds errors, documentation and the editors' schema all read it.</summary>
/// <param name="Key">Key; a dot stands for nesting, e.g. <c>enforcement.patrols</c>.</param>
/// <param name="Dimension">What it measures; the value arrives in the canonical unit.</param>
/// <param name="Minimum">Lowest value allowed, canonical unit.</param>
/// <param name="Maximum">Highest value allowed, canonical unit.</param>
/// <param name="Default">Value when the scenario says nothing; <see cref="double.PositiveInfinity"/> for a stretch of the calendar: until the intervention ends.</param>
/// <param name="Summary">What it is, in one sentence.</param>
public sealed record ParameterSpec(
    string Key,
    Dimension Dimension,
    double Minimum,
    double Maximum,
    double Default,
    string Summary);
