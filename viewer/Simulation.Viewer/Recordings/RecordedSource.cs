using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Recordings;

/// <summary>A run that is over and lies in a recording: it can be looked at, and nothing can be added to it.</summary>
/// <param name="recording">The recording; owned from now on by whoever plays it.</param>
internal sealed class RecordedSource(Recording recording) : ILiveSource
{
    /// <inheritdoc/>
    public bool Live => false;

    /// <inheritdoc/>
    public ViewMap Map => recording.Map;

    /// <inheritdoc/>
    public ViewAbout About => recording.About.About;

    /// <inheritdoc/>
    public Provenance Provenance => recording.About.Provenance;

    /// <inheritdoc/>
    public DateOnly Day => About.Start.AddDays(DaysDone - 1);

    /// <inheritdoc/>
    public int DaysDone { get; } = recording.Days[^1];

    /// <inheritdoc/>
    public int Days => DaysDone;

    /// <inheritdoc/>
    public DayWords Context => new(string.Empty, string.Empty);

    /// <inheritdoc/>
    public IReadOnlyList<LeverView> Levers => recording.ScenarioOn(DaysDone)?.Levers ?? [];

    /// <inheritdoc/>
    public IReadOnlyList<LeverKind> Kinds => [];

    /// <inheritdoc/>
    public IReadOnlyList<ClosedStreet> SchoolStreets => recording.ScenarioOn(DaysDone)?.SchoolStreets ?? [];

    /// <inheritdoc/>
    public void WarmUp(IProgress<double> progress, CancellationToken cancellation)
    {
    }

    /// <inheritdoc/>
    public void Advance() => throw new InvalidOperationException("A recording has no next day.");

    /// <inheritdoc/>
    public void WriteStates(Arm arm, Span<byte> states)
    {
        byte[] other = new byte[states.Length];
        recording.Read(DaysDone, arm == Arm.Scenario ? states : other, arm == Arm.Scenario ? other : states);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ArmFigure> TakeFigures() => [];

    /// <inheritdoc/>
    public ResidentCard Describe(int row) => RecordedCards.Who(recording.Map, row);

    /// <inheritdoc/>
    public string? Change(LeverChange change) =>
        "This is a recording: its levers show how they stood. Open the plan itself to turn them.";

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => recording.ScenarioOn(DaysDone)?.Warnings ?? [];

    /// <inheritdoc/>
    public IReadOnlyList<Pull> Pulls => recording.ScenarioOn(DaysDone)?.Pulls ?? [];

    /// <inheritdoc/>
    public string? BeforeLastPull => null;

    /// <inheritdoc/>
    public string? Restart(string? text, IProgress<double> progress, CancellationToken cancellation) =>
        "This is a recording: it cannot be run again. Open the plan itself.";

    /// <inheritdoc/>
    public string ScenarioText() => recording.ScenarioOn(DaysDone)?.Text ?? string.Empty;

    /// <summary>Nothing: the recording belongs to whoever plays it.</summary>
    public void Dispose()
    {
    }
}
