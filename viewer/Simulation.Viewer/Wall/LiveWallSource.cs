using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Wall;

/// <summary>A run that is made as far as the wall asks for it. It goes forward only.</summary>
internal sealed class LiveWallSource : IWallSource
{
    // Days after which somebody who waits is told how far it is.
    private const int LongWay = 14;
    private readonly ModelSource source;
    private readonly FigureBook figures;
    private readonly byte[] with;
    private readonly byte[] without;
    private bool warm;

    /// <summary>Shows a run.</summary>
    /// <param name="source">The run; owned from now on.</param>
    public LiveWallSource(ModelSource source)
    {
        this.source = source;
        figures = new FigureBook(source.About.Start, source.Map.Codes);
        with = new byte[source.Map.Residents];
        without = new byte[source.Map.Residents];
    }

    /// <inheritdoc/>
    public ViewMap Map => source.Map;

    /// <inheritdoc/>
    public ViewAbout About => source.About;

    /// <inheritdoc/>
    public int Days => source.Days;

    /// <inheritdoc/>
    public bool HasResidents => true;

    /// <inheritdoc/>
    public int Day => source.DaysDone;

    /// <inheritdoc/>
    public byte[] With => with;

    /// <inheritdoc/>
    public byte[] Without => without;

    /// <inheritdoc/>
    public FigureBook Figures => figures;

    /// <inheritdoc/>
    public string Headline => Answers.HeadlineOf(source.Levers);

    /// <inheritdoc/>
    public IReadOnlyList<string> Levers => [.. source.Levers.Where(l => l.On).Select(l => l.Title)];

    /// <inheritdoc/>
    public IReadOnlyList<ClosedStreet> Streets => source.SchoolStreets;

    /// <inheritdoc/>
    public int SchoolOf(int row) => source.SchoolOf(row);

    /// <inheritdoc/>
    public void GoTo(int day, IProgress<Living> progress, CancellationToken cancellation)
    {
        if (!warm)
        {
            source.WarmUp(new Before(progress), cancellation);
            warm = true;
        }

        if (day <= source.DaysDone)
        {
            return;
        }

        int from = source.DaysDone;
        int to = Math.Min(day, source.Days);
        while (source.DaysDone < to)
        {
            cancellation.ThrowIfCancellationRequested();
            source.Advance();
            if (to - from > LongWay)
            {
                progress.Report(new Living(Before: false, (source.DaysDone - from) / (double)(to - from)));
            }
        }

        foreach (ArmFigure figure in source.TakeFigures())
        {
            figures.Add(figure);
        }

        source.WriteStates(Arm.Scenario, with);
        source.WriteStates(Arm.Baseline, without);
    }

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();

    private sealed class Before(IProgress<Living> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new Living(Before: true, value));
    }
}
