using System.Collections.Concurrent;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Live;

/// <summary>
/// Runs a source on its own thread, takes commands between two days, and publishes days to whoever is ready for one: the latest,
/// or one that was kept. No command ends it: what cannot be done is answered to whoever asked, and the run goes on.
/// </summary>
public sealed class LiveLoop : IDisposable
{
    private const int DaysAWeek = 7;
    private readonly ILiveSource source;
    private readonly IAudience audience;
    private readonly Recording recording;
    private readonly RecordedCards cards;
    private readonly Playhead playhead;
    private readonly Keeper keeper;
    private readonly FramePublisher frames;
    private readonly ConcurrentQueue<Action> work = new();
    private readonly AutoResetEvent wake = new(false);
    private readonly CancellationTokenSource stopping = new();
    private readonly Thread thread;
    private double progress;
    private string? failure;
    private string? trouble;
    private ScenarioMessage? shownScenario;

    // Days to step on by once the command is answered: what fails in them is the run's fault and not the command's.
    private int steps;

    /// <summary>Starts the thread.</summary>
    /// <param name="source">What runs.</param>
    /// <param name="audience">Who watches.</param>
    /// <param name="recording">What is recorded of it, or the recording that it comes from; owned from now on.</param>
    public LiveLoop(ILiveSource source, IAudience audience, Recording recording)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source;
        this.audience = audience;
        this.recording = recording;
        cards = new RecordedCards(recording);
        playhead = new Playhead(source, recording);
        keeper = new Keeper(source, recording, audience);
        frames = new FramePublisher(source, recording, audience, playhead);
        thread = new Thread(Run) { IsBackground = true, Name = "simulation" };
        thread.Start();
    }

    /// <summary>Has <paramref name="action"/> done by the simulation's thread before its next day.</summary>
    public void Post(Action action)
    {
        work.Enqueue(action);
        wake.Set();
    }

    /// <summary>Somebody can take a frame.</summary>
    public void Wake() => wake.Set();

    /// <summary>Carries out a command; on the simulation's thread. What cannot be done is answered with words.</summary>
    /// <param name="command">The command.</param>
    /// <param name="reply">Takes a message for the one who asked.</param>
    public void Carry(Command command, Action<byte[]> reply)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(reply);
        string? refusal;
        try
        {
            refusal = playhead.Phase is RunPhase.WarmingUp ? "The run is warming up; ask again when the first day is there." : Do(command, reply);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            refusal = $"The viewer could not do this ({e.Message.TrimEnd('.')}). The run goes on as it was.";
        }

        if (refusal is not null)
        {
            reply(MessageWriter.OfJson(MessageKind.Notice, new Notice(refusal, true)));
        }

        TellStatus();
    }

    /// <summary>Everything a newcomer must be told, read as it is taken; called on the simulation's thread, taken on any.</summary>
    public IEnumerable<byte[]> Welcome() =>
        recording.History().Concat([MessageWriter.OfJson(MessageKind.Scenario, ScenarioNow()), MessageWriter.OfJson(MessageKind.Status, Status())]);

    /// <summary>Stops after the day under way and closes the recording.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        wake.Set();
        thread.Join();
        recording.Dispose();
        wake.Dispose();
        stopping.Dispose();
    }

    private void Run()
    {
        try
        {
            TellStatus();
            source.WarmUp(new WarmUpReport(this), stopping.Token);
            progress = 1;
            keeper.KeepScenario();
            keeper.KeepDay(always: true);
            keeper.TellFigures();
            playhead.Begin();
            TellStatus();
            while (!stopping.IsCancellationRequested)
            {
                Serve();
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The picture and the connections outlive a failed run: from here on nothing is simulated, and nothing throws.
            playhead.Fail();
            failure = $"The run stopped on day {source.DaysDone}: {e.Message} What was recorded can still be looked at; start the viewer again to run on.";
            Guarded(TellStatus);
            while (!stopping.IsCancellationRequested)
            {
                Serve();
            }
        }
    }

    private void Serve()
    {
        DoWork();

        // On the way to a day that was asked for no pace is kept.
        if (playhead.Phase is RunPhase.Playing && (playhead.Goal is not null || playhead.Pace.Due()))
        {
            Move(playhead.Replaying ? playhead.Pace.DaysDue() : 1);
        }

        Guarded(() => frames.Publish(() =>
        {
            TellRecordedScenario();
            TellStatus();
        }));
        if (recording.Trouble != trouble)
        {
            trouble = recording.Trouble;
            Guarded(TellStatus);
        }

        if (playhead.Phase is not RunPhase.Playing)
        {
            wake.WaitOne(audience.AnyoneWaits(playhead.Picture) ? 5 : 500);
        }
        else if (playhead.Goal is null && playhead.Pace.Wait() is var wait and > 0)
        {
            wake.WaitOne(Math.Min(wait, 50));
        }
    }

    private void DoWork()
    {
        while (work.TryDequeue(out Action? action))
        {
            Guarded(action);
            for (; steps > 0; steps--)
            {
                Move(1);
                Guarded(TellStatus);
            }
        }
    }

    // What serves those who watch must not stop what runs; a run that cannot go on says so itself.
    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            audience.Tell(MessageWriter.OfJson(MessageKind.Notice, new Notice($"The viewer could not show this ({e.Message.TrimEnd('.')}). The run goes on.", true)));
        }
    }

    /// <summary>Does what a command asks for; words when it cannot be done now.</summary>
    private string? Do(Command command, Action<byte[]> reply)
    {
        RunPhase phase = playhead.Phase;
        bool over = phase is RunPhase.Failed;
        switch (command)
        {
            case PlayCommand or ReverseCommand or StepCommand or LeverCommand when over:
                return "The run has stopped and cannot go on. What was recorded can still be looked at.";
            case PlayCommand when phase is RunPhase.Finished:
                return "The run is at its last day. Go back to a day to play from there.";
            case PlayCommand:
                playhead.Play(back: false);
                return null;
            case ReverseCommand:
                playhead.Reverse();
                return null;
            case UntilCommand until when until.Day > source.DaysDone && source.Live && phase is RunPhase.Paused or RunPhase.Playing:
                playhead.RunTo(until.Day);
                return null;
            case UntilCommand until:
                playhead.LookAt(Math.Min(until.Day, source.DaysDone));
                return null;
            case PauseCommand when phase is RunPhase.Playing:
                playhead.Pause();
                keeper.KeepDay(always: true);
                return null;
            case StepCommand when phase is RunPhase.Finished:
                return "The run is at its last day.";
            case StepCommand:
                playhead.Pause();
                steps++;
                return null;
            case SpeedCommand speed:
                playhead.Pace.Speed = speed.Days;
                return null;
            case ShowCommand show:
                playhead.LookAt(Math.Min(show.Day, source.DaysDone));
                return null;
            case LiveCommand:
                playhead.LookAt(source.DaysDone);
                return null;
            case LeverCommand lever:
                return Turn(lever.Lever, reply);
            case ScenarioCommand:
                reply(MessageWriter.OfJson(MessageKind.Scenario, new ScenarioMessage { Text = source.ScenarioText() }));
                return null;
            case ResidentCommand resident when resident.Row >= source.Map.Residents:
                return $"There are {source.Map.Residents:N0} residents, counted from 0.";
            case ResidentCommand resident:
                reply(MessageWriter.OfJson(MessageKind.Resident, Describe(resident.Row)));
                return null;
            default:
                return null;
        }
    }

    private string? Turn(LeverChange change, Action<byte[]> reply)
    {
        if (source.Change(change) is { } refusal)
        {
            // The page has moved its lever already: it is told how the levers stand.
            reply(MessageWriter.OfJson(MessageKind.Scenario, ScenarioNow()));
            return refusal;
        }

        audience.Tell(MessageWriter.OfJson(MessageKind.Scenario, ScenarioNow()));
        keeper.KeepScenario();
        return null;
    }

    // A fault of the run itself stops the run; a fault in looking at kept days does not.
    private void Move(int days)
    {
        if (!playhead.Replaying)
        {
            Advance();
        }
        else
        {
            Guarded(() => MoveAmongKept(days));
        }
    }

    private void MoveAmongKept(int days)
    {
        if (!playhead.MoveBy(days))
        {
            TellStatus();
        }
    }

    private void Advance()
    {
        if (source.DaysDone >= source.Days)
        {
            playhead.Finish();
            TellStatus();
            return;
        }

        source.Advance();
        bool underWay = playhead.Goal is not null;
        bool stopped = playhead.Came();
        bool weekEnds = source.DaysDone % DaysAWeek == 0 || source.DaysDone == source.Days;
        bool always = weekEnds || stopped || recording.EveryDay || playhead.Phase is not RunPhase.Playing;
        if (always || !(underWay || playhead.Pace.Wait() == 0))
        {
            keeper.KeepDay(always);
        }

        if (weekEnds)
        {
            keeper.TellFigures();
        }

        if (stopped)
        {
            TellStatus();
        }
    }

    /// <summary>In a recording the levers are shown as they stood on the day.</summary>
    private void TellRecordedScenario()
    {
        if (!source.Live && recording.ScenarioOn(playhead.Shown) is { } scenario && scenario != shownScenario)
        {
            shownScenario = scenario;
            audience.Tell(MessageWriter.OfJson(MessageKind.Scenario, ScenarioNow()));
        }
    }

    // Of a day that is looked back at, the recording tells what the run itself no longer knows.
    private ResidentCard Describe(int row) =>
        playhead.Replaying ? cards.On(playhead.Shown, source.Describe(row), source.Live) : source.Describe(row);

    private ScenarioMessage ScenarioNow() => source.Live
        ? new ScenarioMessage { Levers = source.Levers, Kinds = source.Kinds, SchoolStreets = source.SchoolStreets }
        : (recording.ScenarioOn(playhead.Shown) ?? new ScenarioMessage()) with { Text = null };

    private void TellStatus() => audience.Tell(MessageWriter.OfJson(MessageKind.Status, Status()));

    private RunStatus Status()
    {
        DateOnly shown = source.About.Start.AddDays(playhead.Shown - 1);
        DayWords context = frames.Context;
        Pace pace = playhead.Pace;
        return new RunStatus(
            playhead.Phase, playhead.Backward && playhead.Phase is RunPhase.Playing, progress, source.Day, source.DaysDone, playhead.Shown, shown, pace.Speed,
            pace.Measured, recording.WeekEnds, context.School, context.Weather, failure ?? recording.Trouble);
    }

    private sealed class WarmUpReport(LiveLoop loop) : IProgress<double>
    {
        public void Report(double value)
        {
            // Commands wait for the warm-up, but a newcomer must not: they see how far it is.
            loop.progress = value;
            loop.DoWork();
            loop.Guarded(loop.TellStatus);
        }
    }
}
