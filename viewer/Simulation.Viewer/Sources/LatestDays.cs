using System.Numerics;
using Simulation.Engine.Running;
using Simulation.Engine.State;
using Simulation.Engine.Time;
using EngineDay = Simulation.Engine.Processes.DayContext;

namespace Simulation.Viewer.Sources;

/// <summary>
/// What everybody did on each of the last seven days of one run: about 20 bytes a resident, so that whoever is clicked on can
/// tell their week. The model itself keeps no days, only what it needs to go on.
/// </summary>
/// <param name="run">The run.</param>
internal sealed class LatestDays(ModelRun run)
{
    private const int Length = 7;
    private readonly List<LoggedDay> days = [];
    private ushort[] before = [];

    /// <summary>Days kept, oldest first.</summary>
    public IReadOnlyList<LoggedDay> Days => days;

    /// <summary>Remembers what the week's minutes were before the first day.</summary>
    public void Begin() => before = run.State.Residents.WeekMinutes[EngineDay.WeekColumnOf(run.Today.DayNumber - 1)].Values.ToArray();

    /// <summary>Keeps the day that the run has just done, in place of the one a week ago.</summary>
    public void Keep()
    {
        LoggedDay day = days.Count < Length ? new LoggedDay(run.State) : days[0];
        LoggedDay? yesterday = days.Count > 0 ? days[^1] : null;
        if (days.Count == Length)
        {
            days.RemoveAt(0);
        }

        days.Add(day);
        day.Fill(run.State, SchoolCalendar.Describe(run.Today.AddDays(-1)), yesterday, before);
    }
}

/// <summary>One day of everybody in one run.</summary>
/// <param name="state">Gives the numbers of rows.</param>
internal sealed class LoggedDay(RunState state)
{
    /// <summary>The day.</summary>
    public DayInfo Day { get; private set; }

    /// <summary><see cref="DayCode"/> of each resident.</summary>
    public byte[] Codes { get; } = new byte[state.Residents.Today.Values.Length];

    /// <summary>Moderate-equivalent minutes of each resident; 255 = 255 or more.</summary>
    public byte[] Minutes { get; } = new byte[state.Residents.Today.Values.Length];

    /// <summary>Column <see cref="PupilState.Today"/>.</summary>
    public byte[] Pupils { get; } = new byte[state.Pupils.Today.Values.Length];

    /// <summary>Column <see cref="PupilState.Gates"/>.</summary>
    public byte[] Gates { get; } = new byte[state.Pupils.Gates.Values.Length];

    /// <summary>Column <see cref="WorkerState.ExtraFlex"/>; shared with the day before while nothing changes.</summary>
    public byte[] ExtraFlex { get; private set; } = [];

    /// <summary>Column <see cref="WorkerState.ExtraHomeDays"/>; shared with the day before while nothing changes.</summary>
    public byte[] ExtraHomeDays { get; private set; } = [];

    /// <summary>Takes what stands in the columns at the end of a day.</summary>
    /// <param name="state">The run's columns.</param>
    /// <param name="info">The day.</param>
    /// <param name="yesterday">The day before, or null.</param>
    /// <param name="before">Minutes of the week up to yesterday; becomes those up to today.</param>
    public void Fill(RunState state, DayInfo info, LoggedDay? yesterday, ushort[] before)
    {
        Day = info;
        state.Residents.Today.Values.CopyTo(Codes);
        state.Pupils.Today.Values.CopyTo(Pupils);
        state.Pupils.Gates.Values.CopyTo(Gates);
        ExtraFlex = Shared(yesterday?.ExtraFlex, state.Workers.ExtraFlex.Values);
        ExtraHomeDays = Shared(yesterday?.ExtraHomeDays, state.Workers.ExtraHomeDays.Values);

        ReadOnlySpan<ushort> week = state.Residents.WeekMinutes[EngineDay.WeekColumnOf(info.Number)].Values;
        if (info.Weekday == 0)
        {
            // A week's minutes begin again on Monday.
            Array.Clear(before);
        }

        Subtract(week, before, Minutes);
        week.CopyTo(before);
    }

    private static void Subtract(ReadOnlySpan<ushort> week, ReadOnlySpan<ushort> before, Span<byte> minutes)
    {
        var most = new Vector<ushort>(byte.MaxValue);
        int i = 0;
        for (; i <= week.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector<ushort> low = new Vector<ushort>(week[i..]) - new Vector<ushort>(before[i..]);
            Vector<ushort> high = new Vector<ushort>(week[(i + Vector<ushort>.Count)..]) - new Vector<ushort>(before[(i + Vector<ushort>.Count)..]);
            Vector.Narrow(Vector.Min(low, most), Vector.Min(high, most)).CopyTo(minutes[i..]);
        }

        for (; i < week.Length; i++)
        {
            minutes[i] = (byte)Math.Min(week[i] - before[i], byte.MaxValue);
        }
    }

    private static byte[] Shared(byte[]? old, ReadOnlySpan<byte> now) => old is not null && now.SequenceEqual(old) ? old : now.ToArray();
}
