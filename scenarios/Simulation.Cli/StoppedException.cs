namespace Simulation.Cli;

/// <summary>A command was stopped and has something of its own to say of what it leaves behind.</summary>
/// <param name="message">What is kept, and how to go on.</param>
internal sealed class StoppedException(string message) : OperationCanceledException(message);
