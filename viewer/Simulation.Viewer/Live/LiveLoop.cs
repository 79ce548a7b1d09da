using System.Collections.Concurrent;
using System.Text;
using Simulation.Scenarios.Resolution;
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
    private readonly Stack<Recording> recordings = new();
    private readonly ConcurrentQueue<Action> work = new();
    private readonly AutoResetEvent wake = new(false);
    private readonly CancellationTokenSource stopping = new();
    private readonly Thread thread;
    private Take take;
    private double progress;
    private string? failure;
    private string? trouble;
    private ScenarioMessage? shownScenario;

    // Days to step on by once the command is answered: what fails in them is the run's fault and not the command's.
    private int steps;
    private byte[]? lastAnswer;
    private bool restarting;

    /// <summary>Starts the thread.</summary>
    /// <param name="source">What runs.</param>
    /// <param name="audience">Who watches.</param>
    /// <param name="recording">What is recorded of it, or the recording that it comes from; owned from now on.</param>
    public LiveLoop(ILiveSource source, IAudience audience, Recording recording)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source;
        this.audience = audience;
        take = Begin(recording, picture: 1);
        thread = new Thread(Run) { IsBackground = true, Name = "simulation" };
        thread.Start();
    }

    /// <summary>Told on the simulation's thread when another run has begun, before anything is said of it.</summary>
    public Action<Recording>? Began { get; init; }

    /// <summary>What the sentences are about: the indicator that the wall shows; null for what has changed most.</summary>
    public string? Topic { get; set; }

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
            refusal = take.Playhead.Phase is RunPhase.WarmingUp ? "The run is warming up; ask again when the first day is there." : Do(command, reply);
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
        take.Recording.History().Concat([MessageWriter.OfJson(MessageKind.Scenario, ScenarioNow()), MessageWriter.OfJson(MessageKind.Status, Status()), .. lastAnswer is null ? Array.Empty<byte[]>() : [lastAnswer]]);

    /// <summary>Stops after the day under way and closes the recordings.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        wake.Set();
        thread.Join();
        foreach (Recording kept in recordings)
        {
            kept.Dispose();
        }

        wake.Dispose();
        stopping.Dispose();
    }

    private void Run()
    {
        Try(() =>
        {
            TellStatus();
            source.WarmUp(new WarmUpReport(this), stopping.Token);
            Open(0);
        });
        while (!stopping.IsCancellationRequested)
        {
            Try(Serve);
        }
    }

    // The picture and the connections outlive a failed run: nothing is simulated then until another run is begun.
    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException)
        {
            stopping.Cancel();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            take.Playhead.Fail();
            failure = $"The run stopped on day {source.DaysDone}: {e.Message} What was recorded can still be looked at; begin again to run on.";
            Guarded(TellStatus);
        }
    }

    /// <summary>The run stands ready on the day before its first.</summary>
    private void Open(int day)
    {
        progress = 1;
        take.Keeper.KeepScenario();
        take.Keeper.KeepDay(always: true);
        take.Keeper.TellFigures();
        if (!source.Live)
        {
            foreach (byte[] message in take.Recording.History())
            {
                take.Answers.Learn(message);
            }
        }

        take.Playhead.Begin();
        if (source.Live && day > 0)
        {
            take.Playhead.RunTo(day);
        }

        TellStatus();
    }

    private Take Begin(Recording kept, int picture)
    {
        recordings.Push(kept);
        var playhead = new Playhead(source, kept, picture);
        var answers = new Answers(source.Map, source.About.Start);
        return new Take(kept, new RecordedCards(kept), playhead, new Keeper(source, kept, audience, answers), new FramePublisher(source, kept, audience, playhead), answers);
    }

    /// <summary>Begins another run with the same residents, and runs to a day.</summary>
    private string? Restart(string? text, int day)
    {
        restarting = true;
        try
        {
            if (source.Restart(text, new WarmUpReport(this), stopping.Token) is { } refusal)
            {
                return refusal;
            }
        }
        finally
        {
            restarting = false;
            progress = 1;
        }

        failure = null;
        lastAnswer = null;
        take = Begin(Recording.Create(RecordedAbout.Of(source), source.Map), take.Playhead.Picture + 1);
        Began?.Invoke(take.Recording);
        audience.Tell(MessageWriter.OfJson(MessageKind.Scenario, ScenarioNow()));
        Open(Math.Min(day, source.Days));
        return null;
    }

    private void Serve()
    {
        DoWork();

        // On the way to a day that was asked for no pace is kept.
        if (take.Playhead.Phase is RunPhase.Playing && (take.Playhead.Goal is not null || take.Playhead.Pace.Due()))
        {
            Move(take.Playhead.Replaying ? take.Playhead.Pace.DaysDue() : 1);
        }

        Guarded(() => take.Frames.Publish(frame =>
        {
            TellRecordedScenario();
            TellStatus();
            TellAnswer(frame);
        }));
        if (take.Recording.Trouble != trouble)
        {
            trouble = take.Recording.Trouble;
            Guarded(TellStatus);
        }

        if (take.Playhead.Phase is not RunPhase.Playing)
        {
            wake.WaitOne(audience.AnyoneWaits(take.Playhead.Picture) ? 5 : 500);
        }
        else if (take.Playhead.Goal is null && take.Playhead.Pace.Wait() is var wait and > 0)
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
        RunPhase phase = take.Playhead.Phase;
        bool over = phase is RunPhase.Failed;
        switch (command)
        {
            case PlayCommand or ReverseCommand or StepCommand or LeverCommand or UntilCommand when over:
                return "The run has stopped and cannot go on. What was recorded can still be looked at.";
            case PlayCommand when phase is RunPhase.Finished:
                return "The run is at its last day. Go back to a day to play from there.";
            case PlayCommand:
                take.Playhead.Play(back: false);
                return null;
            case ReverseCommand:
                take.Playhead.Reverse();
                return null;
            case UntilCommand until when until.Day > source.DaysDone && source.Live && phase is RunPhase.Paused or RunPhase.Playing:
                take.Playhead.RunTo(until.Day);
                return null;
            case UntilCommand until:
                take.Playhead.LookAt(Math.Min(until.Day, source.DaysDone));
                return null;
            case PauseCommand when phase is RunPhase.Playing:
                take.Playhead.Pause();
                take.Keeper.KeepDay(always: true);
                return null;
            case StepCommand when phase is RunPhase.Finished:
                return "The run is at its last day.";
            case StepCommand:
                take.Playhead.Pause();
                steps++;
                return null;
            case SpeedCommand speed:
                take.Playhead.Pace.Speed = speed.Days;
                return null;
            case ShowCommand show:
                take.Playhead.LookAt(Math.Min(show.Day, source.DaysDone));
                return null;
            case LiveCommand:
                take.Playhead.LookAt(source.DaysDone);
                return null;
            case LeverCommand lever:
                return Turn(lever.Lever, reply);
            case RestartCommand or UndoCommand or BranchCommand or OpenCommand when !source.Live:
                return "This is a recording: it cannot be run again. Open the plan itself.";
            case RestartCommand:
                return Restart(null, 0);
            case UndoCommand when source.BeforeLastPull is not { }:
                return "No lever has been pulled yet.";
            case UndoCommand:
                return Restart(source.BeforeLastPull, source.DaysDone);
            case BranchCommand branch when branch.Day > source.DaysDone:
                return "The run has not come to that day.";
            case BranchCommand branch:
                return Restart(take.Recording.ScenarioOn(branch.Day)?.Text, branch.Day);
            case OpenCommand open when ScenarioLibrary.Read(open.Name) is { } bytes:
                // Another plan is about something else: what was looked at before is no choice for it.
                Topic = null;
                return Restart(Encoding.UTF8.GetString(bytes), 0);
            case OpenCommand open:
                return $"The library has no plan '{open.Name}'.";
            case ScenarioCommand:
                reply(MessageWriter.OfJson(MessageKind.Scenario, new ScenarioMessage { Text = source.ScenarioText() }));
                return null;
            case KeptCommand:
                reply(MessageWriter.OfJson(MessageKind.Notice, new Notice(
                    $"The run so far is going to your downloads. {KeptWords.Of(take.Recording.Days, source.About.Start)}{(KeptWords.All(take.Recording.Days) ? string.Empty : " 'simulate view --record FILE' keeps every day.")}", false)));
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
        IReadOnlyList<string> known = source.Warnings;
        if (source.Change(change) is { } refusal)
        {
            // The page has moved its lever already: it is told how the levers stand.
            reply(MessageWriter.OfJson(MessageKind.Scenario, ScenarioNow()));
            return refusal;
        }

        audience.Tell(MessageWriter.OfJson(MessageKind.Scenario, ScenarioNow()));
        take.Keeper.KeepScenario();
        string[] fresh = [.. source.Warnings.Except(known)];
        reply(MessageWriter.OfJson(MessageKind.Notice, new Notice(
            fresh.Length > 0 ? $"{source.Pulls[^1].Title}: it is so from tomorrow. Mind: {string.Join(' ', fresh)}" : $"{source.Pulls[^1].Title}: it is so from tomorrow.", fresh.Length > 0)));
        return null;
    }

    // A fault of the run itself stops the run; a fault in looking at kept days does not.
    private void Move(int days)
    {
        if (!take.Playhead.Replaying)
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
        if (!take.Playhead.MoveBy(days))
        {
            TellStatus();
        }
    }

    private void Advance()
    {
        if (source.DaysDone >= source.Days)
        {
            take.Playhead.Finish();
            TellStatus();
            return;
        }

        source.Advance();
        bool underWay = take.Playhead.Goal is not null;
        bool stopped = take.Playhead.Came();
        bool weekEnds = source.DaysDone % DaysAWeek == 0 || source.DaysDone == source.Days;
        bool always = weekEnds || stopped || take.Recording.EveryDay || take.Playhead.Phase is not RunPhase.Playing;
        if (always || !(underWay || take.Playhead.Pace.Wait() == 0))
        {
            take.Keeper.KeepDay(always);
        }

        if (weekEnds)
        {
            take.Keeper.TellFigures();
        }

        if (stopped)
        {
            TellStatus();
        }
    }

    /// <summary>In a recording the levers are shown as they stood on the day.</summary>
    private void TellRecordedScenario()
    {
        if (!source.Live && take.Recording.ScenarioOn(take.Playhead.Shown) is { } scenario && scenario != shownScenario)
        {
            shownScenario = scenario;
            audience.Tell(MessageWriter.OfJson(MessageKind.Scenario, ScenarioNow()));
        }
    }

    // Of a day that is looked back at, the recording tells what the run itself no longer knows.
    private ResidentCard Describe(int row) =>
        take.Playhead.Replaying ? take.Cards.On(take.Playhead.Shown, source.Describe(row), source.Live) : source.Describe(row);

    private ScenarioMessage ScenarioNow() => source.Live
        ? new ScenarioMessage { Headline = Answers.HeadlineOf(source.Levers), Levers = source.Levers, Kinds = source.Kinds, SchoolStreets = source.SchoolStreets, Library = ScenarioLibrary.Names, Pulls = source.Pulls, Warnings = source.Warnings }
        : (take.Recording.ScenarioOn(take.Playhead.Shown) ?? new ScenarioMessage()) with { Text = null, Headline = Answers.HeadlineOf(source.Levers) };

    /// <summary>Says again what the plan has done, because the wall is about something else now; on the simulation's thread.</summary>
    public void TellAnswerAnew() => TellAnswer(null);

    // Said of the day before its frame is: words and picture belong together.
    private void TellAnswer(FrameBuffers? frame)
    {
        string topic = Topic ?? Answers.HeadlineOf(source.Levers);
        if (take.Answers.Of(topic, take.Playhead.Shown, frame) is { } answer)
        {
            lastAnswer = MessageWriter.OfJson(MessageKind.Answer, answer);
            audience.Tell(lastAnswer);
        }
    }

    private void TellStatus() => audience.Tell(MessageWriter.OfJson(MessageKind.Status, Status()));

    private RunStatus Status()
    {
        DateOnly shown = source.About.Start.AddDays(take.Playhead.Shown - 1);
        DayWords context = take.Frames.Context;
        Pace pace = take.Playhead.Pace;
        return new RunStatus(
            take.Playhead.Phase, take.Playhead.Backward && take.Playhead.Phase is RunPhase.Playing, progress, source.Day, source.DaysDone, take.Playhead.Shown, shown, pace.Speed,
            pace.Measured, take.Recording.WeekEnds, context.School, context.Weather, failure ?? take.Recording.Trouble);
    }

    private sealed class WarmUpReport(LiveLoop loop) : IProgress<double>
    {
        public void Report(double value)
        {
            // Commands wait for the warm-up, but a newcomer must not: they see how far it is.
            loop.progress = value;
            if (!loop.restarting)
            {
                loop.DoWork();
            }

            loop.Guarded(loop.TellStatus);
        }
    }

    /// <summary>One try: a run from its first day, what is kept of it, and where playing stands.</summary>
    private sealed record Take(Recording Recording, RecordedCards Cards, Playhead Playhead, Keeper Keeper, FramePublisher Frames, Answers Answers);
}
