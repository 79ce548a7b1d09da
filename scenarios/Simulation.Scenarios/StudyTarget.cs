namespace Simulation.Scenarios;

/// <summary>What is to be reached.</summary>
/// <param name="Residents">Residents more active than without the plan.</param>
/// <param name="Text">As written.</param>
public sealed record StudyTarget(double Residents, string Text);
