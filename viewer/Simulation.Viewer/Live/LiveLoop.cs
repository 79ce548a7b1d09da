using System.Collections.Concurrent;
using System.Diagnostics;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Live;

/// <summary>
/// Runs a source on its own thread, takes commands between two days, and publishes days to whoever is ready for one. A
/// browser that is not ready costs the run nothing: no frame is made that nobody waits for.
/// </summary>
public sealed class LiveLoop : IDisposable
{
    private const double FramesASecond = 30;

    // Making frames may take one part in six of the simulation's thread; the rest of the time belongs to the days.
    private const int RestPerFrame = 5;
    private readonly ILiveSource source;
    private readonly IAudience audience;
    private readonly FramePool pool;
    private readonly FrameBuilder builder;
    private readonly Recording recording;
    private readonly FrameBuffers recorded;
    private readonly ConcurrentQueue<Action> work = new();
    private readonly AutoResetEvent wake = new(false);
    private readonly CancellationTokenSource stopping = new();
    private readonly Pace pace = new();
    private readonly Thread thread;
    private readonly List<ArmFigure> figures = [];
    private readonly List<byte[]> weeks = [];
    private string phase = "warming up";
    private double progress;
    private string? message;
    private int shownDay;
    private bool replaying;
    private int? lastDay;
    private int picture = 1;
    private long restUntil;

    /// <summary>Starts the thread.</summary>
    /// <param name="source">What runs.</param>
    /// <param name="audience">Who watches.</param>
    /// <param name="scratch">Where the recording is kept; a file of its own when null.</param>
    public LiveLoop(ILiveSource source, IAudience audience, Stream? scratch = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source;
        this.audience = audience;
        pool = new FramePool(source.Map.Residents, source.Map.NeighbourhoodCount);
        builder = new FrameBuilder(source.Map);
        recording = new Recording(source.Map.Residents, scratch);
        recorded = new FramePool(source.Map.Residents, source.Map.NeighbourhoodCount).TryRent()!;
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
            case "play" when phase is "paused":
                replaying = false;
                phase = "playing";
                lastDay = null;
                pace.Restart();
                break;
            case "until" when phase is "paused" or "playing" && command.Value > source.DaysDone:
                replaying = false;
                phase = "playing";
                lastDay = (int)Math.Min(command.Value, source.Days);
                break;
            case "pause" when phase is "playing":
                phase = "paused";
                break;
            case "step" when phase is "paused" or "playing":
                replaying = false;
                phase = "paused";
                Advance();
                break;
            case "speed":
                pace.Speed = Math.Clamp(command.Value, 0.1, 1000);
                break;
            case "show" when phase is not "warming up":
                phase = phase is "playing" ? "paused" : phase;
                replaying = command.Value < source.DaysDone;
                shownDay = (int)Math.Max(0, command.Value);
                picture++;
                break;
            case "live":
                replaying = false;
                picture++;
                break;
            case "lever" when command.Lever is not null:
                string? refusal = source.Change(command.Lever);
                audience.Tell(refusal is null
                    ? ScenarioNow()
                    : MessageWriter.OfJson(MessageKind.Notice, new Notice(refusal, true)));
                break;
            case "scenario":
                reply(MessageWriter.OfJson(MessageKind.Scenario, new ScenarioMessage { Text = source.ScenarioText() }));
                break;
            case "resident" when command.Value >= 0 && command.Value < source.Map.Residents && phase is not "warming up":
                reply(MessageWriter.OfJson(MessageKind.Resident, source.Describe((int)command.Value)));
                return;
        }

        TellStatus();
    }

    /// <summary>Everything a newcomer must be told; on the simulation's thread.</summary>
    public IEnumerable<byte[]> Welcome()
    {
        yield return FiguresMessage(figures);
        foreach (byte[] week in weeks)
        {
            yield return week;
        }

        yield return ScenarioNow();
        yield return MessageWriter.OfJson(MessageKind.Status, Status());
    }

    /// <summary>Stops after the day under way and deletes the recording.</summary>
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
            Record();
            TellFigures();
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
            Advance();
        }

        Publish();
        if (phase is not "playing")
        {
            wake.WaitOne(audience.AnyoneWaits(picture) ? 5 : 500);
        }
        else if (lastDay is null && pace.Wait() is var wait and > 0)
        {
            wake.WaitOne(Math.Min(wait, 50));
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
        pace.Count();
        picture++;
        shownDay = source.DaysDone;
        if (source.DaysDone % 7 == 0 || source.DaysDone == source.Days)
        {
            Record();
            TellFigures();
        }

        if (source.DaysDone >= source.Days || source.DaysDone == lastDay)
        {
            phase = source.DaysDone >= source.Days ? "finished" : "paused";
            lastDay = null;
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

        int day = replaying ? recording.Read(shownDay, frame) : Write(frame);
        if (day < 0)
        {
            replaying = false;
            message = recording.Trouble ?? message;
            day = Write(frame);
        }

        builder.Finish(frame, day);
        shownDay = day;
        TellStatus();
        audience.Show(frame, picture);
        frame.Release();
        long ended = Stopwatch.GetTimestamp();
        restUntil = Math.Max(began + (long)(Stopwatch.Frequency / FramesASecond), ended + (RestPerFrame * (ended - began)));
    }

    private int Write(FrameBuffers frame)
    {
        source.WriteStates(Arm.Scenario, frame.States[0]);
        source.WriteStates(Arm.Baseline, frame.States[1]);
        return source.DaysDone;
    }

    private void Record()
    {
        Write(recorded);
        recording.Add(source.DaysDone, recorded);
        message = recording.Trouble;
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
            figures.AddRange(fresh);
            audience.Tell(FiguresMessage(fresh));
            foreach (byte[] message in onTheMap.SelectMany(layer => layer.Messages(source.DaysDone)))
            {
                weeks.Add(message);
                audience.Tell(message);
            }
        }
    }

    private byte[] ScenarioNow() => MessageWriter.OfJson(
        MessageKind.Scenario, new ScenarioMessage { Levers = source.Levers, Kinds = source.Kinds, SchoolStreets = source.SchoolStreets });

    private void TellStatus() => audience.Tell(MessageWriter.OfJson(MessageKind.Status, Status()));

    private RunStatus Status()
    {
        DateOnly shown = source.About.Start.AddDays(shownDay - 1);
        DayContext context = replaying ? new DayContext(string.Empty, string.Empty) : source.Context;
        return new RunStatus(
            phase, progress, source.Day, source.DaysDone, shownDay, shown, pace.Speed, pace.Measured, [.. recording.Days],
            context.School, context.Weather, message);
    }

    private static byte[] FiguresMessage(IReadOnlyList<ArmFigure> rows) =>
        MessageWriter.OfJson(MessageKind.Figures, new FigureColumns(rows));

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
