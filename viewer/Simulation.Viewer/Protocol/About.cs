using Simulation.Results.Indicators;

namespace Simulation.Viewer.Protocol;

/// <summary>What is being looked at.</summary>
/// <param name="Title">Scenario's name.</param>
/// <param name="Baseline">Name of what it is compared with.</param>
/// <param name="Population">One line: where the population came from.</param>
/// <param name="Seed">Seed of the luck.</param>
/// <param name="Start">First day of the horizon.</param>
/// <param name="Holds">What the picture holds still that a run would not, in words; null where nothing is.</param>
public sealed record ViewAbout(string Title, string Baseline, string Population, ulong Seed, DateOnly Start, string? Holds = null);

/// <summary>What kind of day it was.</summary>
/// <param name="School"><c>school day</c>, <c>weekend</c>, <c>school holiday</c>.</param>
/// <param name="Weather"><c>dry</c>, <c>wet</c> …; empty when the model has none.</param>
public sealed record DayWords(string School, string Weather);

/// <summary>A published figure and the arm that it belongs to.</summary>
/// <param name="Arm">Arm.</param>
/// <param name="Row">Figure.</param>
public readonly record struct ArmFigure(Arm Arm, IndicatorRow Row);

/// <summary>Where days came from: who has the same can run them again.</summary>
/// <param name="Engine">Version and build of the engine.</param>
/// <param name="ScenarioHash">SHA-256 of the scenario as the run began.</param>
/// <param name="PopulationHash">SHA-256 of the residents.</param>
/// <param name="PopulationSource">Figures that they were made from.</param>
/// <param name="PopulationSeed">Seed that they were made with.</param>
/// <param name="Seed">Seed of the luck.</param>
public sealed record Provenance(string Engine, string ScenarioHash, string PopulationHash, string PopulationSource, ulong PopulationSeed, ulong Seed);
