using System.Collections.Concurrent;
using System.Diagnostics;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Live;

/// <summary>
/// Runs a source on its own thread, takes commands between two days, and publishes days to whoever is ready for one: the latest,
/// or one that was recorded. A browser that is not ready costs the run nothing: no frame is made that nobody waits for.
/// </summary>
public sealed class LiveLoop : IDisposable
{
    private const double FramesASecond = 30;

    // Making frames may take one part in six of the simulation's thread; the rest of the time belongs to the days.
    private const int RestPerFrame = 5;
    private const int DaysAWeek = 7;
    private readonly ILiveSource source;
    private readonly IAudience audience;
    private readonly FramePool pool;
    private readonly FrameBuilder builder;
    private readonly Recording recording;
    private readonly RecordedCards cards;
    private readonly ConcurrentQueue<Action> work = new();
    private readonly AutoResetEvent wake = new(false);
    private readonly CancellationTokenSource stopping = new();
    private readonly Pace pace = new();
    private readonly Thread thread;
    private string phase = "warming up";
    private double progress;
    private string? message;
    private string? trouble;
    private int shownDay;

    // The day that playing recorded days has come to: the one shown is the last kept up to it.
    private int cursor;
    private bool replaying;
    private bool backward;
    private DayContext shownContext = new(string.Empty, string.Empty);
    private ScenarioMessage? shownScenario;
    private int? lastDay;
    private int picture = 1;
    private long restUntil;

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
        pool = new FramePool(source.Map.Residents, source.Map.NeighbourhoodCount);
        builder = new FrameBuilder(source.Map);
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

    /// <summary>Carries out a presenter's command; on the simulation's thread.</summary>
    /// <param name="command">The command.</param>
    /// <param name="reply">Takes a message for the one who asked.</param>
    public void Carry(Command command, Action<byte[]> reply)
    {
        ArgumentNullException.ThrowIfNull(command);
        switch (command.Do)
        {
            case "play" when phase is "paused" or "playing":
                Play(back: false);
                break;
            case "reverse" when phase is "paused" or "playing" or "finished":
                LookAt(Math.Max(0, (replaying ? cursor : source.DaysDone) - 1));
                if (replaying)
                {
                    Play(back: true);
                }

                break;
            case "until" when phase is "paused" or "playing" && source.Live && command.Value > source.DaysDone:
                replaying = false;
                Play(back: false);
                lastDay = (int)Math.Min(command.Value, source.Days);
                break;
            case "pause" when phase is "playing":
                phase = "paused";
                Record(always: true);
                break;
            case "step" when phase is "paused" or "playing":
                phase = "paused";
                backward = false;
                Move(days: 1);
                break;
            case "speed":
                pace.Speed = Math.Clamp(command.Value, 0.1, 1000);
                break;
            case "show" or "until" when phase is not "warming up":
                LookAt((int)Math.Clamp(command.Value, 0, source.DaysDone));
                break;
            case "live" when phase is not "warming up":
                LookAt(source.DaysDone);
                break;
            case "lever" when command.Lever is not null:
                string? refusal = source.Change(command.Lever);
                audience.Tell(refusal is null
                    ? MessageWriter.OfJson(MessageKind.Scenario, ScenarioNow())
                    : MessageWriter.OfJson(MessageKind.Notice, new Notice(refusal, true)));
                RecordScenario();
                break;
            case "scenario":
                reply(MessageWriter.OfJson(MessageKind.Scenario, new ScenarioMessage { Text = source.ScenarioText() }));
                break;
            case "resident" when command.Value >= 0 && command.Value < source.Map.Residents && phase is not "warming up":
                reply(MessageWriter.OfJson(MessageKind.Resident, Describe((int)command.Value)));
                return;
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
            phase = "paused";
            RecordScenario();
            Record(always: true);
            TellFigures();
            LookAt(source.Live ? source.DaysDone : recording.At(0)!.Value);
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
            // The one place that catches everything: the picture and the connections outlive a failed run.
            phase = "failed";
            message = $"The run stopped on day {source.DaysDone}: {e.Message} What was recorded can still be looked at; start the viewer again to run on.";
            TellStatus();
            while (!stopping.IsCancellationRequested)
            {
                Serve();
            }
        }
    }

    private void Serve()
    {
        while (work.TryDequeue(out Action? action))
        {
            action();
        }

        // On the way to a day that was asked for no pace is kept.
        if (phase is "playing" && (lastDay is not null || pace.Due()))
        {
            Move(replaying ? pace.DaysDue() : 1);
        }

        Publish();
        if (recording.Trouble != trouble)
        {
            trouble = recording.Trouble;
            TellStatus();
        }

        if (phase is not "playing")
        {
            wake.WaitOne(audience.AnyoneWaits(picture) ? 5 : 500);
        }
        else if (lastDay is null && pace.Wait() is var wait and > 0)
        {
            wake.WaitOne(Math.Min(wait, 50));
        }
    }

    private void Play(bool back)
    {
        phase = "playing";
        backward = back;
        lastDay = null;
        pace.Restart();
    }

    /// <summary>Goes to a day that was simulated; the latest of a live run is shown as it is, all others from the recording.</summary>
    private void LookAt(int day)
    {
        cursor = day;
        lastDay = null;
        replaying = (day < source.DaysDone || !source.Live) && recording.At(day) is not null;
        shownDay = replaying ? recording.At(day)!.Value : source.DaysDone;
        phase = phase is "failed" ? phase : day == source.DaysDone && source.DaysDone >= source.Days ? "finished" : "paused";
        picture++;
    }

    private void Move(int days)
    {
        if (!replaying)
        {
            Advance();
            return;
        }

        pace.Count(days);
        int before = shownDay;
        bool playing = phase is "playing";
        LookAt(Math.Clamp(cursor + (backward ? -days : days), recording.At(0)!.Value, source.DaysDone));

        // Playing ends at the first day and at the last; at the latest day of a live run it goes on with the next.
        if (playing && (backward ? cursor > recording.At(0) : phase is not "finished"))
        {
            phase = "playing";
        }
        else
        {
            TellStatus();
        }

        if (shownDay == before && replaying)
        {
            picture--;
        }
    }

    private void Advance()
    {
        if (source.DaysDone >= source.Days)
        {
            phase = "finished";
            TellStatus();
            return;
        }

        source.Advance();
        pace.Count(1);
        picture++;
        shownDay = source.DaysDone;
        bool weekEnds = source.DaysDone % DaysAWeek == 0 || source.DaysDone == source.Days;
        Record(weekEnds);
        if (weekEnds)
        {
            TellFigures();
        }

        if (source.DaysDone >= source.Days || source.DaysDone == lastDay)
        {
            phase = source.DaysDone >= source.Days ? "finished" : "paused";
            lastDay = null;
            Record(always: true);
            TellStatus();
        }
    }

    private void Publish()
    {
        if (phase is "warming up" || !audience.AnyoneWaits(picture))
        {
            return;
        }

        long began = Stopwatch.GetTimestamp();
        if ((phase is "playing" && began < restUntil) || pool.TryRent() is not { } frame)
        {
            return;
        }

        if (!Fill(frame))
        {
            frame.Release();
            return;
        }

        TellStatus();
        audience.Show(frame, picture);
        frame.Release();
        long ended = Stopwatch.GetTimestamp();
        restUntil = Math.Max(began + (long)(Stopwatch.Frequency / FramesASecond), ended + ((replaying ? 0 : RestPerFrame) * (ended - began)));
    }

    /// <summary>Fills a frame with the day to show; false when there is none left that can be read.</summary>
    private bool Fill(FrameBuffers frame)
    {
        RecordedDay? found = replaying ? recording.Read(shownDay, frame.States[0], frame.States[1]) : null;
        if (replaying && found is null && !source.Live)
        {
            return false;
        }

        if (found is not null)
        {
            shownDay = found.Day;
            shownContext = found.Context;
            TellRecordedScenario();
        }
        else
        {
            replaying = false;
            shownDay = source.DaysDone;
            source.WriteStates(Arm.Scenario, frame.States[0]);
            source.WriteStates(Arm.Baseline, frame.States[1]);
        }

        builder.Finish(frame, shownDay);
        return true;
    }

    /// <summary>Keeps the day just done: always, when every day is wanted or it was stepped to, or else when the run has a moment before the next.</summary>
    private void Record(bool always)
    {
        always |= recording.EveryDay || phase is not "playing";
        bool hurried = lastDay is not null || pace.Wait() == 0;
        if ((always || !hurried) && recording.Room(source.DaysDone, always) is { } room)
        {
            source.WriteStates(Arm.Scenario, room.Scenario);
            source.WriteStates(Arm.Baseline, room.Baseline);
            room.Context = source.Context;
            recording.Keep(room);
        }
    }

    private void RecordScenario()
    {
        if (source.Live)
        {
            recording.KeepScenario(source.DaysDone, ScenarioNow() with { Kinds = null, Text = source.ScenarioText() });
        }
    }

    /// <summary>In a recording the levers are shown as they stood on the day.</summary>
    private void TellRecordedScenario()
    {
        if (!source.Live && recording.ScenarioOn(shownDay) is { } scenario && scenario != shownScenario)
        {
            shownScenario = scenario;
            audience.Tell(MessageWriter.OfJson(MessageKind.Scenario, ScenarioNow()));
        }
    }

    private void TellFigures()
    {
        List<ArmFigure> fresh = [];
        NeighbourhoodFigures[] onTheMap = NeighbourhoodFigures.OnTheMap(source.Map);
        foreach (ArmFigure figure in source.TakeFigures())
        {
            if (figure.Row.By != "neighbourhood")
            {
                fresh.Add(figure);
            }
            else
            {
                Array.ForEach(onTheMap, layer => layer.Take(figure));
            }
        }

        if (fresh.Count > 0)
        {
            byte[][] week = [MessageWriter.OfJson(MessageKind.Figures, new FigureColumns(fresh)), .. onTheMap.SelectMany(layer => layer.Messages(source.DaysDone))];
            recording.KeepWeek(source.DaysDone, week);
            Array.ForEach(week, audience.Tell);
        }
    }

    // Of a day that is looked back at, the recording tells what the run itself no longer knows.
    private ResidentCard Describe(int row) =>
        replaying ? cards.On(shownDay, source.Describe(row), source.Live) : source.Describe(row);

    private ScenarioMessage ScenarioNow() => source.Live
        ? new ScenarioMessage { Levers = source.Levers, Kinds = source.Kinds, SchoolStreets = source.SchoolStreets }
        : (recording.ScenarioOn(shownDay) ?? new ScenarioMessage()) with { Text = null };

    private void TellStatus() => audience.Tell(MessageWriter.OfJson(MessageKind.Status, Status()));

    private RunStatus Status()
    {
        DateOnly shown = source.About.Start.AddDays(shownDay - 1);
        DayContext context = replaying ? shownContext : source.Context;
        return new RunStatus(
            phase, backward && phase is "playing", progress, source.Day, source.DaysDone, shownDay, shown, pace.Speed, pace.Measured, recording.WeekEnds,
            context.School, context.Weather, message ?? recording.Trouble);
    }

    private sealed class WarmUpReport(LiveLoop loop) : IProgress<double>
    {
        public void Report(double value)
        {
            // Commands wait for the warm-up, but a newcomer must not: they see how far it is.
            loop.progress = value;
            while (loop.work.TryDequeue(out Action? action))
            {
                action();
            }

            loop.TellStatus();
        }
    }
}

/// <summary>Figures as columns: a third of the bytes of a list of objects.</summary>
internal sealed class FigureColumns(IReadOnlyList<ArmFigure> rows)
{
    public IEnumerable<int> Arm => rows.Select(r => (int)r.Arm);

    public IEnumerable<string> Date => rows.Select(r => r.Row.Date.ToString("yyyy-MM-dd"));

    public IEnumerable<string> Name => rows.Select(r => r.Row.Name);

    public IEnumerable<string> By => rows.Select(r => r.Row.By);

    public IEnumerable<string> Stratum => rows.Select(r => r.Row.Stratum);

    public IEnumerable<double> Value => rows.Select(r => r.Row.Value);

    public IEnumerable<long> Count => rows.Select(r => r.Row.Count);
}
