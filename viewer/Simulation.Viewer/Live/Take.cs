using Simulation.Viewer.Recordings;

namespace Simulation.Viewer.Live;

/// <summary>One try: a run from its first day, what is kept of it, and where playing stands.</summary>
/// <param name="Recording">What is kept.</param>
/// <param name="Cards">What is known of residents on days that were kept.</param>
/// <param name="Playhead">Which day is shown, and which way it goes on.</param>
/// <param name="Keeper">Keeps days and tells figures.</param>
/// <param name="Frames">Publishes days.</param>
/// <param name="Answers">What is said of the plan.</param>
internal sealed record Take(Recording Recording, RecordedCards Cards, Playhead Playhead, Keeper Keeper, FramePublisher Frames, Answers Answers);
