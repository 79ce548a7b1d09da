using Simulation.Engine.Interventions;

namespace Simulation.Scenarios.Values;

/// <summary>A number with what it measures, in the canonical unit of its dimension.</summary>
/// <param name="Value">Value in the canonical unit.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="HasUnit">Whether a unit was written.</param>
public readonly record struct Quantity(double Value, Dimension Dimension, bool HasUnit);
