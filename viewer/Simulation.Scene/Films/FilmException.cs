namespace Simulation.Scene.Films;

/// <summary>A film cannot be made; the message says why and what to do.</summary>
/// <param name="message">Words for the user.</param>
/// <param name="inner">What happened, or null.</param>
public sealed class FilmException(string message, Exception? inner = null) : Exception(message, inner);
