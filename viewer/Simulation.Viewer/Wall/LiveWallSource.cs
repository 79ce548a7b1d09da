using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Wall;

/// <summary>A run that is made as far as the wall asks for it. It goes forward only.</summary>
internal sealed class LiveWallSource : IWallSource
{
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
    public IReadOnlyList<ClosedStreet> Streets => source.SchoolStreets;

    /// <inheritdoc/>
    public int SchoolOf(int row) => source.SchoolOf(row);

    /// <inheritdoc/>
    public void GoTo(int day, IProgress<double> progress, CancellationToken cancellation)
    {
        if (!warm)
        {
            source.WarmUp(progress, cancellation);
            warm = true;
        }

        if (day <= source.DaysDone)
        {
            return;
        }

        while (source.DaysDone < Math.Min(day, source.Days))
        {
            cancellation.ThrowIfCancellationRequested();
            source.Advance();
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
}
