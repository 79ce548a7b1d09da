
namespace Simulation.Viewer.Recordings;

/// <summary>A recording cannot be opened, or a part of it cannot be read.</summary>
/// <param name="message">Where, what, and what to do.</param>
/// <param name="cause">The cause, or null.</param>
public sealed class RecordingException(string message, Exception? cause = null) : Exception(message, cause);
