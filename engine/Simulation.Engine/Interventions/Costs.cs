namespace Simulation.Engine.Interventions;

/// <summary>One cost of an intervention.</summary>
/// <param name="Owner">Who pays.</param>
/// <param name="Pounds">Amount, £.</param>
/// <param name="PerUnit">What it is paid for each of, or null when it is a total.</param>
/// <param name="PerYear">True when it recurs every year while the intervention acts.</param>
public sealed record CostItem(string Owner, double Pounds, ReachUnit? PerUnit, bool PerYear);
