using Simulation.Scenarios.Sources;


namespace Simulation.Scenarios;

/// <summary>One thing that a scenario means, in canonical words: what hashes, differences and explanations are made of.</summary>
/// <param name="Path">Path, e.g. <c>interventions.school_street.reach</c>.</param>
/// <param name="Value">Canonical value, e.g. <c>60%</c>.</param>
/// <param name="Origin">Where it was written; null for a default.</param>
public sealed record Fact(string Path, string Value, SourceSpan? Origin);
