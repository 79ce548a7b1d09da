using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;

namespace Simulation.Viewer.Wall;

/// <summary>A recording: its days, as they were kept.</summary>
internal sealed class RecordedWallSource : IWallSource
{
    private readonly Recording recording;

    /// <summary>Shows a recording.</summary>
    /// <param name="recording">The recording; owned from now on.</param>
    public RecordedWallSource(Recording recording)
    {
        this.recording = recording;
        Figures = new FigureBook(recording.About.About.Start, recording.Map.Codes);
        foreach (byte[] message in recording.History())
        {
            Figures.Add(message);
        }

        With = new byte[recording.Map.Residents];
        Without = new byte[recording.Map.Residents];
        Days = recording.Days.Count > 0 ? recording.Days[^1] : throw new RecordingException($"{recording.Path} holds no day that can be shown. Record again, and let at least one day pass.");
    }

    /// <inheritdoc/>
    public string Trouble => recording.Trouble ?? string.Empty;

    /// <inheritdoc/>
    public ViewMap Map => recording.Map;

    /// <inheritdoc/>
    public ViewAbout About => recording.About.About;

    /// <inheritdoc/>
    public int Days { get; }

    /// <inheritdoc/>
    public bool HasResidents => true;

    /// <inheritdoc/>
    public int Day { get; private set; }

    /// <inheritdoc/>
    public byte[] With { get; }

    /// <inheritdoc/>
    public byte[] Without { get; }

    /// <inheritdoc/>
    public FigureBook Figures { get; }

    /// <inheritdoc/>
    public string Headline => Answers.HeadlineOf(recording.ScenarioOn(Days)?.Levers ?? []);

    /// <inheritdoc/>
    public IReadOnlyList<string> Levers => [.. (recording.ScenarioOn(Days)?.Levers ?? []).Where(l => l.On).Select(l => l.Title)];

    /// <inheritdoc/>
    public IReadOnlyList<ClosedStreet> Streets => recording.ScenarioOn(Math.Max(1, Day))?.SchoolStreets ?? [];

    /// <inheritdoc/>
    public int SchoolOf(int row) => -1;

    /// <inheritdoc/>
    public void GoTo(int day, IProgress<Living> progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int? kept = recording.At(Math.Min(day, Days));

        // Not every day may have been kept: the next that was stands for those between.
        kept = kept <= Day && day > Day ? recording.Days.Where(d => d > Day).Cast<int?>().FirstOrDefault() : kept;
        if (kept is { } found && found != Day && recording.Read(found, With, Without) is { } read)
        {
            Day = read.Day;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => recording.Dispose();
}
