using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Live;

/// <summary>
/// Where playing stands: the day on screen, whether it is the run's latest or a kept one, and which way it goes. It moves among kept
/// days by itself; whoever asks for a day beyond the latest has it simulated first.
/// </summary>
/// <param name="source">What runs.</param>
/// <param name="recording">What is kept of it.</param>
/// <param name="picture">The first picture's number: above that of any picture shown before.</param>
internal sealed class Playhead(ILiveSource source, Recording recording, int picture = 1)
{
    // The day that playing kept days has come to: the one shown is the last kept up to it.
    private int cursor;

    /// <summary>How fast days follow one another.</summary>
    public Pace Pace { get; } = new();

    /// <summary>What the run does.</summary>
    public RunPhase Phase { get; private set; } = RunPhase.WarmingUp;

    /// <summary>Day on screen.</summary>
    public int Shown { get; private set; }

    /// <summary>Whether the day on screen is a kept one and not the run's latest.</summary>
    public bool Replaying { get; private set; }

    /// <summary>Whether kept days are played backwards.</summary>
    public bool Backward { get; private set; }

    /// <summary>The day to pause at when the run is on its way to one; no pace is kept on the way.</summary>
    public int? Goal { get; private set; }

    /// <summary>Counts the pictures that there were to see.</summary>
    public int Picture { get; private set; } = picture;

    /// <summary>The run stands ready: the warm-up is over.</summary>
    public void Begin()
    {
        Phase = RunPhase.Paused;
        LookAt(source.Live ? source.DaysDone : recording.At(0)!.Value);
    }

    /// <summary>The run has stopped for good; what was kept can be looked at.</summary>
    public void Fail() => Phase = RunPhase.Failed;

    /// <summary>Plays on, or back.</summary>
    public void Play(bool back)
    {
        Phase = RunPhase.Playing;
        Backward = back;
        Goal = null;
        Pace.Restart();
    }

    /// <summary>Runs to a day without keeping a pace.</summary>
    public void RunTo(int day)
    {
        Replaying = false;
        Play(back: false);
        Goal = Math.Min(day, source.Days);
    }

    /// <summary>Stands still.</summary>
    public void Pause()
    {
        Phase = RunPhase.Paused;
        Backward = false;
    }

    /// <summary>Plays backwards from the day before the one on screen, where one is kept.</summary>
    public void Reverse()
    {
        LookAt(Math.Max(0, (Replaying ? cursor : source.DaysDone) - 1));
        if (Replaying)
        {
            Play(back: true);
        }
    }

    /// <summary>Goes to a day that was simulated; the latest of a live run is shown as it is, all others from what is kept.</summary>
    public void LookAt(int day)
    {
        cursor = day;
        Goal = null;
        Replaying = (day < source.DaysDone || !source.Live) && recording.At(day) is not null;
        Shown = Replaying ? recording.At(day)!.Value : source.DaysDone;
        Phase = Phase is RunPhase.Failed ? Phase : AtTheEnd && day == source.DaysDone ? RunPhase.Finished : RunPhase.Paused;
        Picture++;
    }

    /// <summary>Moves among kept days, forwards or backwards as it plays.</summary>
    /// <returns>Whether it plays on.</returns>
    public bool MoveBy(int days)
    {
        Pace.Count(days);
        int before = Shown;
        bool playing = Phase is RunPhase.Playing;
        LookAt(Math.Clamp(cursor + (Backward ? -days : days), recording.At(0)!.Value, source.DaysDone));
        if (Shown == before && Replaying)
        {
            Picture--;
        }

        // Playing ends at the first day and at the last; at the latest day of a live run it goes on with the next.
        bool on = playing && (Backward ? cursor > recording.At(0) : Phase is not RunPhase.Finished);
        Phase = on ? RunPhase.Playing : Phase;
        return on;
    }

    /// <summary>The run has done its next day, which is on screen now.</summary>
    /// <returns>Whether it is the last, or the one that it was on its way to.</returns>
    public bool Came()
    {
        Pace.Count(1);
        Picture++;
        Shown = source.DaysDone;
        if (!AtTheEnd && source.DaysDone != Goal)
        {
            return false;
        }

        Finish();
        return true;
    }

    /// <summary>There is no next day, or none was asked for.</summary>
    public void Finish()
    {
        Phase = AtTheEnd ? RunPhase.Finished : RunPhase.Paused;
        Goal = null;
    }

    /// <summary>The kept day on screen is another than was asked for, because that one could not be read.</summary>
    public void Found(int day) => Shown = day;

    /// <summary>Nothing kept could be read: the run's latest day is shown.</summary>
    public void ShowLatest()
    {
        Replaying = false;
        Shown = source.DaysDone;
    }

    private bool AtTheEnd => source.DaysDone >= source.Days;
}
