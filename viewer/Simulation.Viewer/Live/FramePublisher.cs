using System.Diagnostics;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Live;

/// <summary>Makes the frame of the day on screen when somebody waits for one. A browser that is not ready costs the run nothing.</summary>
/// <param name="source">What runs.</param>
/// <param name="recording">What is kept of it.</param>
/// <param name="audience">Who watches.</param>
/// <param name="playhead">Which day is on screen.</param>
internal sealed class FramePublisher(ILiveSource source, Recording recording, IAudience audience, Playhead playhead)
{
    private const double FramesASecond = 30;

    // Making frames may take one part in six of the simulation's thread; the rest of the time belongs to the days.
    private const int RestPerFrame = 5;
    private readonly FramePool pool = new(source.Map.Residents, source.Map.NeighbourhoodCount);
    private readonly FrameBuilder builder = new(source.Map);
    private DayWords shownContext = new(string.Empty, string.Empty);
    private long restUntil;

    /// <summary>Kind of the day on screen.</summary>
    public DayWords Context => playhead.Replaying ? shownContext : source.Context;

    /// <summary>Shows the day on screen to those who wait for it.</summary>
    /// <param name="filled">Called when the frame is made and before it is sent: what is said of it comes first.</param>
    public void Publish(Action<FrameBuffers> filled)
    {
        if (playhead.Phase is RunPhase.WarmingUp || !audience.AnyoneWaits(playhead.Picture))
        {
            return;
        }

        long began = Stopwatch.GetTimestamp();
        if ((playhead.Phase is RunPhase.Playing && began < restUntil) || pool.TryRent() is not { } frame)
        {
            return;
        }

        try
        {
            if (Fill(frame))
            {
                filled(frame);
                audience.Show(frame, playhead.Picture);
            }
        }
        finally
        {
            frame.Release();
        }

        long ended = Stopwatch.GetTimestamp();
        restUntil = Math.Max(began + (long)(Stopwatch.Frequency / FramesASecond), ended + ((playhead.Replaying ? 0 : RestPerFrame) * (ended - began)));
    }

    /// <summary>Fills a frame with the day to show; false when there is none left that can be read.</summary>
    private bool Fill(FrameBuffers frame)
    {
        RecordedDay? found = playhead.Replaying ? recording.Read(playhead.Shown, frame.States[0], frame.States[1]) : null;
        if (playhead.Replaying && found is null && !source.Live)
        {
            return false;
        }

        if (found is not null)
        {
            playhead.Found(found.Day);
            shownContext = found.Context;
        }
        else
        {
            playhead.ShowLatest();
            source.WriteStates(Arm.Scenario, frame.States[0]);
            source.WriteStates(Arm.Baseline, frame.States[1]);
        }

        builder.Finish(frame, playhead.Shown);
        return true;
    }
}
