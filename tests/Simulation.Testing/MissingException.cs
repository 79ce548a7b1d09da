namespace Simulation.Testing;

/// <summary>A test needs something that this machine has not and that could not be had; the message is one line that says what would help.</summary>
public sealed class MissingException(string message) : Exception(message);
