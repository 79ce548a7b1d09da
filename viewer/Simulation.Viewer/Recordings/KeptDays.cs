
namespace Simulation.Viewer.Recordings;

/// <summary>Days of a recording, ascending: those that are written, and those that are on their way to the file. Any thread may ask.</summary>
internal sealed class KeptDays
{
    private const int DaysAWeek = 7;
    private readonly Lock gate = new();
    private readonly List<ChunkPlace> days = [];

    /// <summary>All of them.</summary>
    public ChunkPlace[] All
    {
        get
        {
            lock (gate)
            {
                return [.. days];
            }
        }
    }

    /// <summary>Days at which a week ended, and the first and the last kept.</summary>
    public IReadOnlyList<int> WeekEnds
    {
        get
        {
            lock (gate)
            {
                return [.. days.Where((d, i) => d.Day % DaysAWeek == 0 || i == 0 || i == days.Count - 1).Select(d => d.Day)];
            }
        }
    }

    /// <summary>Adds a day after all others.</summary>
    public void Add(ChunkPlace place)
    {
        lock (gate)
        {
            days.Add(place);
        }
    }

    /// <summary>Adds a day that is on its way to the file.</summary>
    public void Expect(int day) => Add(new ChunkPlace(ChunkKind.Day, day, -1, 0, At: -1));

    /// <summary>Says where an expected day lies.</summary>
    public void Place(ChunkPlace place)
    {
        lock (gate)
        {
            days[days.FindLastIndex(d => d.Day == place.Day)] = place;
        }
    }

    /// <summary>Takes a day out.</summary>
    public void Forget(int day)
    {
        lock (gate)
        {
            days.RemoveAll(d => d.Day == day);
        }
    }

    /// <summary>The last day up to <paramref name="day"/>, or null.</summary>
    /// <param name="day">Day of the horizon.</param>
    /// <param name="written">Whether only those count that lie in the file.</param>
    public ChunkPlace? Last(int day = int.MaxValue, bool written = false)
    {
        lock (gate)
        {
            int at = days.FindLastIndex(d => d.Day <= day && (!written || d.At >= 0));
            return at < 0 ? null : days[at];
        }
    }

    /// <summary>The last day up to <paramref name="day"/>, or the first where none is so early; null where there is none.</summary>
    public int? Nearest(int day)
    {
        lock (gate)
        {
            return Last(day)?.Day ?? (days.Count > 0 ? days[0].Day : null);
        }
    }

    /// <summary>This very day, or null.</summary>
    public ChunkPlace? Exactly(int day) => Last(day) is { } place && place.Day == day ? place : null;
}
