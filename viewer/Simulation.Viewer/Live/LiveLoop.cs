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
    private readonly Stack<Recording> recordings = new();
    private readonly ConcurrentQueue<Action> work = new();
    private readonly AutoResetEvent wake = new(false);
    private readonly CancellationTokenSource stopping = new();
    private readonly Thread thread;
    private readonly Teller teller;
    private readonly CommandDesk desk;
    private string? trouble;

    // Days to step on by once the command is answered: what fails in them is the run's fault and not the command's.
    private int steps;
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
        teller = new Teller(source, audience, Begin(recording, picture: 1));
        desk = new CommandDesk(source, teller, Restart, () => steps++);
        thread = new Thread(Run) { IsBackground = true, Name = "simulation" };
        thread.Start();
    }

    private Take Now => teller.Take;

    /// <summary>Told on the simulation's thread when another run has begun, before anything is said of it.</summary>
    public Action<Recording>? Began { get; init; }

    /// <summary>What the sentences are about: the indicator that the wall shows; null for what has changed most.</summary>
    public string? Topic
    {
        get => teller.Topic;
        set => teller.Topic = value;
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
            refusal = Now.Playhead.Phase is RunPhase.WarmingUp ? "The run is warming up; ask again when the first day is there." : desk.Do(command, reply);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            refusal = $"The viewer could not do this ({e.Message.TrimEnd('.')}). The run goes on as it was.";
        }

        if (refusal is not null)
        {
            reply(MessageWriter.OfJson(MessageKind.Notice, new Notice(refusal, true)));
        }

        teller.TellStatus();
    }

    /// <summary>Everything a newcomer must be told, read as it is taken; called on the simulation's thread, taken on any.</summary>
    public IEnumerable<byte[]> Welcome() => teller.Welcome();

    /// <summary>Says again what the plan has done, because the wall is about something else now; on the simulation's thread.</summary>
    public void TellAnswerAnew() => teller.TellAnswer(null);

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
            teller.TellStatus();
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
            Now.Playhead.Fail();
            teller.Failure = $"The run stopped on day {source.DaysDone}: {e.Message} What was recorded can still be looked at; begin again to run on.";
            Guarded(teller.TellStatus);
        }
    }

    /// <summary>The run stands ready on the day before its first.</summary>
    private void Open(int day)
    {
        teller.Progress = 1;
        Now.Keeper.KeepScenario();
        Now.Keeper.KeepDay(always: true);
        Now.Keeper.TellFigures();
        if (!source.Live)
        {
            foreach (byte[] message in Now.Recording.History())
            {
                Now.Answers.Learn(message);
            }
        }

        Now.Playhead.Begin();
        if (source.Live && day > 0)
        {
            Now.Playhead.RunTo(day);
        }

        teller.TellStatus();
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
            teller.Progress = 1;
        }

        Take next = Begin(Recording.Create(RecordedAbout.Of(source), source.Map), Now.Playhead.Picture + 1);
        teller.Begin(next);
        Began?.Invoke(next.Recording);
        teller.TellScenario();
        Open(Math.Min(day, source.Days));
        return null;
    }

    private void Serve()
    {
        DoWork();

        // On the way to a day that was asked for no pace is kept.
        if (Now.Playhead.Phase is RunPhase.Playing && (Now.Playhead.Goal is not null || Now.Playhead.Pace.Due()))
        {
            Move(Now.Playhead.Replaying ? Now.Playhead.Pace.DaysDue() : 1);
        }

        Guarded(() => Now.Frames.Publish(frame =>
        {
            teller.TellRecordedScenario();
            teller.TellStatus();
            teller.TellAnswer(frame);
        }));
        if (Now.Recording.Trouble != trouble)
        {
            trouble = Now.Recording.Trouble;
            Guarded(teller.TellStatus);
        }

        if (Now.Playhead.Phase is not RunPhase.Playing)
        {
            wake.WaitOne(audience.AnyoneWaits(Now.Playhead.Picture) ? 5 : 500);
        }
        else if (Now.Playhead.Goal is null && Now.Playhead.Pace.Wait() is var wait and > 0)
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
                Guarded(teller.TellStatus);
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
            teller.Warn($"The viewer could not show this ({e.Message.TrimEnd('.')}). The run goes on.");
        }
    }

    // A fault of the run itself stops the run; a fault in looking at kept days does not.
    private void Move(int days)
    {
        if (!Now.Playhead.Replaying)
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
        if (!Now.Playhead.MoveBy(days))
        {
            teller.TellStatus();
        }
    }

    private void Advance()
    {
        if (source.DaysDone >= source.Days)
        {
            Now.Playhead.Finish();
            teller.TellStatus();
            return;
        }

        source.Advance();
        bool underWay = Now.Playhead.Goal is not null;
        bool stopped = Now.Playhead.Came();
        bool weekEnds = source.DaysDone % DaysAWeek == 0 || source.DaysDone == source.Days;
        bool always = weekEnds || stopped || Now.Recording.EveryDay || Now.Playhead.Phase is not RunPhase.Playing;
        if (always || !(underWay || Now.Playhead.Pace.Wait() == 0))
        {
            Now.Keeper.KeepDay(always);
        }

        if (weekEnds)
        {
            Now.Keeper.TellFigures();
        }

        if (stopped)
        {
            teller.TellStatus();
        }
    }

    private sealed class WarmUpReport(LiveLoop loop) : IProgress<double>
    {
        public void Report(double value)
        {
            // Commands wait for the warm-up, but a newcomer must not: they see how far it is.
            loop.teller.Progress = value;
            if (!loop.restarting)
            {
                loop.DoWork();
            }

            loop.Guarded(loop.teller.TellStatus);
        }
    }
}
