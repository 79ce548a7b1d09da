
namespace Simulation.Viewer.Recordings;

/// <summary>Writes days into a file: picks the key day that each is told against.</summary>
/// <param name="file">The file.</param>
internal sealed class DayWriter(ChunkFile file) : IDisposable
{
    private const int Weekdays = 7;
    private readonly (int Day, byte[] States)?[] keys = new (int, byte[])?[Weekdays];
    private readonly MemoryStream body = new();

    /// <summary>Writes a day.</summary>
    /// <exception cref="IOException">The file takes no more.</exception>
    public ChunkPlace Write(DayRoom day)
    {
        (int Day, byte[] States)? key = keys[day.Day % Weekdays];
        bool serves = key is { } found && day.Day - found.Day < RecordingFormat.KeyDays;
        DayCoder.Write(day.Scenario, day.Baseline, serves ? key!.Value.States : [], day.Context, body);
        ChunkPlace place = file.Append(ChunkKind.Day, day.Day, serves ? key!.Value.Day : -1, body.GetBuffer().AsSpan(0, (int)body.Length));
        if (!serves)
        {
            byte[] states = key?.States ?? new byte[day.Scenario.Length];
            day.Scenario.CopyTo(states, 0);
            keys[day.Day % Weekdays] = (day.Day, states);
        }

        return place;
    }

    /// <summary>Lets go of the buffer.</summary>
    public void Dispose() => body.Dispose();
}
