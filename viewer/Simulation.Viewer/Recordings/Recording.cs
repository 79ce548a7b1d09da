using System.Text.Json;
using Simulation.Engine.Files;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Recordings;

/// <summary>
/// What was shown of a run, day by day, in one file: a scratch file behind every live run, so that any week can be shown again and
/// memory does not grow with the horizon, or one with a name that is opened again later. Written on a thread of its own.
/// </summary>
public sealed class Recording : IDisposable
{
    // One being written, one being filled.
    private const int Rooms = 2;
    private readonly ChunkFile file;
    private readonly Scribe? scribe;
    private readonly DayWriter? writer;
    private readonly DayReader reader;
    private readonly Lock gate = new();
    private readonly KeptDays days = new();
    private readonly List<Week> weeks = [];
    private readonly List<(int Day, ScenarioMessage Message)> scenarios = [];
    private readonly SemaphoreSlim rooms = new(Rooms);
    private readonly Stack<DayRoom> free = new();
    private readonly TimeSpan patience;
    private volatile bool failed;
    private bool behind;

    private Recording(ChunkFile file, RecordedAbout about, ViewMap map, Scribe? scribe, TimeSpan? patience)
    {
        this.file = file;
        this.scribe = scribe;
        this.patience = patience ?? TimeSpan.FromSeconds(2);
        About = about;
        Map = map;
        writer = scribe is null ? null : new DayWriter(file);
        reader = new DayReader(file, map.Residents, days.Exactly);
    }

    /// <summary>What is recorded.</summary>
    public RecordedAbout About { get; }

    /// <summary>Map of the residents.</summary>
    public ViewMap Map { get; }

    /// <summary>The file's name; null for a scratch file.</summary>
    public string? Path { get; private init; }

    /// <summary>Whether every day is wanted, and not only those that cost the run nothing and the last of each week.</summary>
    public bool EveryDay => Path is not null;

    /// <summary>What went wrong last, or null: words for the screen.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Days kept, ascending.</summary>
    public IReadOnlyList<int> Days => [.. days.All.Select(d => d.Day)];

    /// <summary>Kept days at which a week ended, and the first and the last kept.</summary>
    public IReadOnlyList<int> WeekEnds => days.WeekEnds;

    /// <summary>Begins a recording.</summary>
    /// <param name="about">What is recorded.</param>
    /// <param name="map">Map of the residents.</param>
    /// <param name="path">A new file; null for a scratch file.</param>
    /// <exception cref="RecordingException">The file cannot be made.</exception>
    public static Recording Create(RecordedAbout about, ViewMap map, string? path = null) =>
        Create(about, map, path is null ? RecordingFiles.Scratch() : RecordingFiles.New(path), path);

    /// <summary>Begins a recording in any stream; owned from now on.</summary>
    internal static Recording Create(RecordedAbout about, ViewMap map, Stream stream, string? path = null, TimeSpan? patience = null)
    {
        var recording = new Recording(ChunkFile.Create(stream), about, map, new Scribe(), patience) { Path = path };
        recording.Post(() =>
        {
            recording.file.Append(ChunkKind.About, 0, -1, about.Pack());
            recording.file.Append(ChunkKind.Positions, 0, -1, RecordedMap.PackPositions(map));
            recording.file.Append(ChunkKind.Outlines, 0, -1, RecordedMap.PackOutlines(map));
        });
        return recording;
    }

    /// <summary>Opens a recording to look at.</summary>
    /// <exception cref="RecordingException">It cannot be shown; the message says why and what to do.</exception>
    public static Recording Open(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException(e is FileNotFoundException ? $"There is no file {path}." : $"{path}: {FileFault.Reading(path, e)}", e);
        }

        try
        {
            return Open(path, stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Room for a day, or null when it is not kept.</summary>
    /// <param name="day">Day of the horizon.</param>
    /// <param name="wait">Whether it is worth waiting a moment for the day before to be written.</param>
    public DayRoom? Room(int day, bool wait)
    {
        if (scribe is null || failed || (days.Last() is { } last && last.Day >= day))
        {
            return null;
        }

        if (!rooms.Wait(wait && !behind ? patience : TimeSpan.Zero))
        {
            behind |= wait;
            Trouble = wait ? $"Day {day} and some days after it are not kept: the disc does not keep up. The run goes on." : Trouble;
            return null;
        }

        behind = false;
        lock (gate)
        {
            DayRoom room = free.Count > 0 ? free.Pop() : new DayRoom(Map.Residents);
            room.Day = day;
            return room;
        }
    }

    /// <summary>Keeps a day that was filled in; the room is the recording's again.</summary>
    public void Keep(DayRoom room)
    {
        ArgumentNullException.ThrowIfNull(room);
        days.Expect(room.Day);
        scribe!.Post(() => Write(room));
    }

    /// <summary>Keeps the messages of a week's figures. Until they are written they are kept in memory.</summary>
    public void KeepWeek(int day, IReadOnlyList<byte[]> messages)
    {
        var week = new Week { Messages = messages };
        lock (gate)
        {
            weeks.Add(week);
        }

        Post(() =>
        {
            week.Place = file.Append(ChunkKind.Week, day, -1, RecordedWeek.Pack(messages));
            week.Messages = null;
        });
    }

    /// <summary>Keeps the scenario as it stands from a day on.</summary>
    public void KeepScenario(int day, ScenarioMessage message)
    {
        lock (gate)
        {
            scenarios.Add((day, message));
        }

        // Written down here, where it stands: by the time that the scribe comes to it, the next lever may have been pulled.
        byte[] written = JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web);
        Post(() => file.Append(ChunkKind.Scenario, day, -1, DayCoder.Pack(written)));
    }

    /// <summary>The last day kept up to <paramref name="day"/>, or the first kept where none is so early; null where none is kept.</summary>
    public int? At(int day) => days.Nearest(day);

    /// <summary>Reads a kept day, or the last one before it; one that cannot be read is forgotten.</summary>
    /// <param name="day">Day of the horizon.</param>
    /// <param name="scenario">Receives the scenario's states.</param>
    /// <param name="baseline">Receives the baseline's.</param>
    /// <returns>The day read, or null when none is kept that early.</returns>
    public RecordedDay? Read(int day, Span<byte> scenario, Span<byte> baseline)
    {
        if (days.Last(day) is { At: < 0 })
        {
            scribe!.WaitIdle(patience);
        }

        while (days.Last(day, written: true) is { } place)
        {
            try
            {
                return new RecordedDay(place.Day, reader.Read(place, scenario, baseline));
            }
            catch (RecordingException e)
            {
                Trouble = $"Day {place.Day} cannot be shown: {e.Message}. The day before it that can be read is shown instead.";
                days.Forget(place.Day);
            }
        }

        return null;
    }

    /// <summary>Messages of all weeks so far, oldest first, read as they are taken; on any thread.</summary>
    public IEnumerable<byte[]> History()
    {
        lock (gate)
        {
            return Messages([.. weeks]);
        }
    }

    /// <summary>The scenario as it stood on a day, or null when none was kept.</summary>
    public ScenarioMessage? ScenarioOn(int day)
    {
        lock (gate)
        {
            int at = scenarios.FindLastIndex(s => s.Day <= day);
            return at >= 0 ? scenarios[at].Message : scenarios.Count > 0 ? scenarios[0].Message : null;
        }
    }

    /// <summary>All that is kept so far, as a file of its own.</summary>
    internal RecordingCopy Copy()
    {
        scribe?.WaitIdle(patience);
        return new RecordingCopy(file);
    }

    /// <summary>Reads everything once; what is damaged is forgotten, and words say so.</summary>
    internal void Check(CancellationToken cancellation)
    {
        var damaged = new HashSet<int>();
        ChunkPlace[] all = days.All;
        lock (gate)
        {
            all = [.. all, .. weeks.Select(w => w.Place)];
        }

        foreach (ChunkPlace place in all)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                file.Read(place);
            }
            catch (RecordingException e)
            {
                Trouble = $"{Path} is damaged: {e.Message}. What it held of day {place.Day} is missing; copy the file again from where it came.";
                damaged.Add(place.Kind == ChunkKind.Day ? place.Day : -1);
            }
        }

        int[] lost = [.. all.Where(d => d.Kind == ChunkKind.Day && (damaged.Contains(d.Day) || (d.Key >= 0 && damaged.Contains(d.Key)))).Select(d => d.Day)];
        if (lost.Length > 0)
        {
            Array.ForEach(lost, days.Forget);
            Trouble = $"{Path} is damaged: {(lost.Length == 1 ? $"day {lost[0]} is" : $"{lost.Length} of its days, from day {lost[0]} to day {lost[^1]}, are")} missing. Copy the file again from where it came.";
        }
    }

    /// <summary>Finishes the file; one in which no day was kept is taken away again.</summary>
    public void Dispose()
    {
        bool named = scribe is not null && Path is not null;
        if (named)
        {
            Post(file.Finish);
        }

        scribe?.Dispose();
        writer?.Dispose();
        file.Dispose();
        rooms.Dispose();
        if (named && days.Last() is null)
        {
            File.Delete(Path!);
        }
    }

    private static Recording Open(string path, FileStream stream)
    {
        ChunkIndex found = ChunkIndex.Find(path, stream);
        ChunkFile file = ChunkFile.Reopen(stream, found);
        try
        {
            RecordedAbout about = RecordedAbout.Unpack(file.Read(Needed(found, ChunkKind.About)));
            ViewMap map = RecordedMap.Read(about, file.Read(Needed(found, ChunkKind.Positions)), file.Read(Needed(found, ChunkKind.Outlines)));
            var recording = new Recording(file, about, map, scribe: null, patience: null) { Path = path };
            recording.Take(found);
            return recording.days.Last() is not null ? recording : throw new RecordingException("no day in it is complete");
        }
        catch (RecordingException e)
        {
            throw new RecordingException($"{path} cannot be shown: {e.Message}. Take another copy of it, or record the run again.", e);
        }
    }

    private static ChunkPlace Needed(ChunkIndex found, ChunkKind kind)
    {
        foreach (ChunkPlace place in found.Places)
        {
            if (place.Kind == kind)
            {
                return place;
            }
        }

        throw new RecordingException(found.DamagedAt < 0 ? "it ends before its first day" : $"it is cut short or damaged at byte {found.DamagedAt:N0}, before its first day");
    }

    private void Take(ChunkIndex found)
    {
        foreach (ChunkPlace place in found.Places)
        {
            if (place.Kind == ChunkKind.Day && place.Day >= 0 && !(days.Last()?.Day >= place.Day) && (place.Key < 0 || days.Exactly(place.Key) is not null))
            {
                days.Add(place);
            }
            else if (place.Kind == ChunkKind.Week)
            {
                weeks.Add(new Week { Place = place });
            }
            else if (place.Kind == ChunkKind.Scenario)
            {
                scenarios.Add((place.Day, ReadScenario(place)));
            }
        }

        if (!found.Closed && days.Last() is { Day: int last })
        {
            string date = About.About.Start.AddDays(last - 1).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
            Trouble = $"{Path} is not whole: {(found.DamagedAt < 0 ? "the viewer that wrote it was stopped, or the file is cut short" : $"it is cut short or damaged at byte {found.DamagedAt:N0}")}. "
                + $"{Days.Count} {(Days.Count == 1 ? "day" : "days")} up to day {last}, {date}, can be shown.";
        }
    }

    private ScenarioMessage ReadScenario(ChunkPlace place)
    {
        try
        {
            return JsonSerializer.Deserialize<ScenarioMessage>(DayCoder.Unpack(file.Read(place), RecordingFormat.MaxBody), JsonSerializerOptions.Web)!;
        }
        catch (JsonException e)
        {
            throw new RecordingException("its scenario cannot be read", e);
        }
    }

    private void Write(DayRoom room)
    {
        if (failed)
        {
            days.Forget(room.Day);
        }
        else
        {
            Try(() => days.Place(writer!.Write(room)), room.Day);
        }

        lock (gate)
        {
            free.Push(room);
        }

        rooms.Release();
    }

    private void Post(Action write) => scribe!.Post(() =>
    {
        if (!failed)
        {
            Try(write, null);
        }
    });

    private void Try(Action write, int? day)
    {
        try
        {
            write();
        }
        catch (IOException e)
        {
            failed = true;
            int after = days.Last(written: true)?.Day ?? 0;
            Trouble = $"Days after day {after} are not kept for going back: {Path ?? "the scratch file"} cannot be written, for {FileFault.Writing(Path ?? System.IO.Path.GetTempPath(), e)} The run goes on.";
            if (day is { } lost)
            {
                days.Forget(lost);
            }
        }
    }

    private IEnumerable<byte[]> Messages(Week[] all)
    {
        foreach (Week week in all)
        {
            foreach (byte[] message in week.Messages ?? Read(week.Place))
            {
                yield return message;
            }
        }
    }

    private IReadOnlyList<byte[]> Read(ChunkPlace week)
    {
        try
        {
            return RecordedWeek.Unpack(file.Read(week));
        }
        catch (RecordingException e)
        {
            Trouble = $"Figures of the week to day {week.Day} cannot be shown: {e.Message}.";
            return [];
        }
    }

    private sealed class Week
    {
        /// <summary>The messages while they wait to be written; null afterwards.</summary>
        public volatile IReadOnlyList<byte[]>? Messages;

        /// <summary>Where they lie afterwards.</summary>
        public ChunkPlace Place { get; set; }
    }
}
