namespace Simulation.Window.Native;

/// <summary>What the wall needs of the machine is not there; the message says what it is and how to get it.</summary>
/// <param name="message">Words for the user.</param>
/// <param name="inner">What happened, or null.</param>
public sealed class WindowException(string message, Exception? inner = null) : Exception(message, inner);
