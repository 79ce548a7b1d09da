namespace Simulation.Experiments;

/// <summary>What was asked for cannot be run.</summary>
/// <param name="message">What is wrong and what to do instead; may have several lines.</param>
public sealed class ExperimentException(string message) : Exception(message);
