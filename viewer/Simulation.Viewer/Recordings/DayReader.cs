using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Recordings;

/// <summary>Reads days from a file; remembers the key days of a week, so that the next days need one chunk each.</summary>
/// <param name="file">The file.</param>
/// <param name="residents">Residents a day.</param>
/// <param name="find">Finds the chunk of exactly this day, or null.</param>
internal sealed class DayReader(ChunkFile file, int residents, Func<int, ChunkPlace?> find)
{
    private const int Weekdays = 7;
    private readonly (int Day, byte[] States)?[] keys = new (int, byte[])?[Weekdays];

    /// <summary>Reads a day.</summary>
    /// <exception cref="RecordingException">It, or the day that it is told against, is damaged.</exception>
    public DayWords Read(ChunkPlace place, Span<byte> scenario, Span<byte> baseline) =>
        DayCoder.Read(file.Read(place), place.Key < 0 ? [] : KeyStates(place.Key), scenario, baseline);

    private byte[] KeyStates(int day)
    {
        (int Day, byte[] States)? key = keys[day % Weekdays];
        if (key is { } known && known.Day == day)
        {
            return known.States;
        }

        if (find(day) is not { Key: < 0 } place)
        {
            throw new RecordingException($"day {day}, against which it is told, is missing");
        }

        byte[] states = key?.States ?? new byte[residents];
        keys[day % Weekdays] = null;
        DayCoder.Read(file.Read(place), [], states, []);
        keys[day % Weekdays] = (day, states);
        return states;
    }
}
