namespace Simulation.Viewer.Live;

/// <summary>
/// The last day of every week as it was seen, kept in a scratch file so that memory does not grow with the horizon and
/// any week can be shown again at once.
/// </summary>
public sealed class Recording : IDisposable
{
    private readonly Stream file;
    private readonly int residents;
    private readonly List<int> days = [];

    /// <summary>An empty recording.</summary>
    /// <param name="residents">Residents a frame.</param>
    /// <param name="file">Where it is kept; owned by the recording from now on. A scratch file when null.</param>
    public Recording(int residents, Stream? file = null)
    {
        this.residents = residents;
        this.file = file ?? Scratch();
    }

    /// <summary>Days recorded, ascending.</summary>
    public IReadOnlyList<int> Days => days;

    /// <summary>What went wrong last, or null.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Keeps one day of both arms; when that fails, no later day is kept and the rest stays.</summary>
    public void Add(int day, FrameBuffers frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (Trouble is not null || (days.Count > 0 && days[^1] >= day))
        {
            return;
        }

        try
        {
            file.Position = (long)days.Count * residents * 2;
            file.Write(frame.States[0]);
            file.Write(frame.States[1]);
            days.Add(day);
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            Trouble = $"Weeks after day {day} are not kept for going back: the scratch file cannot be written ({e.Message}). The run goes on.";
        }
    }

    /// <summary>Reads the states of a recorded day, or of the last one before it.</summary>
    /// <returns>The day read; −1 when nothing is recorded that early, or it cannot be read.</returns>
    public int Read(int day, FrameBuffers frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        int index = days.BinarySearch(day);
        index = index < 0 ? ~index - 1 : index;
        if (index < 0)
        {
            return -1;
        }

        try
        {
            file.Position = (long)index * residents * 2;
            file.ReadExactly(frame.States[0]);
            file.ReadExactly(frame.States[1]);
            return days[index];
        }
        catch (IOException e)
        {
            Trouble = $"Day {days[index]} cannot be shown again: the scratch file is damaged ({e.Message}). The latest day is shown, and the run goes on.";
            days.RemoveRange(index, days.Count - index);
            return -1;
        }
    }

    /// <summary>Deletes the scratch file.</summary>
    public void Dispose() => file.Dispose();

    private static FileStream Scratch()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".recording");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            // Without a name it is gone with the process, even one that is killed.
            File.Delete(path);
        }

        return file;
    }
}
