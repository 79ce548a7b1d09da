using Simulation.Viewer.Protocol;
using Simulation.Viewer.Replay;

namespace Simulation.Viewer.Wall;

/// <summary>Finished runs: figures of every week, and no single resident.</summary>
internal sealed class RunsWallSource : IWallSource
{
    /// <summary>Reads the runs; their files may be closed afterwards.</summary>
    /// <param name="map">Map of their population.</param>
    /// <param name="runs">One run, a pair, or replicates of a pair.</param>
    /// <param name="streets">School streets of the scenario.</param>
    /// <param name="headline">Key of the indicator that the plan moves first.</param>
    public RunsWallSource(ViewMap map, RunGroup runs, IReadOnlyList<ClosedStreet> streets, string headline)
    {
        Headline = headline;
        Results.Runs.RunManifest manifest = runs.Pairs[0].Scenario.Manifest;
        Map = map;
        Streets = streets;
        About = new ViewAbout(
            manifest.ScenarioName, runs.Pairs[0].Baseline?.Manifest.ScenarioName ?? string.Empty,
            $"{manifest.Residents:N0} residents from {manifest.PopulationSource} figures", manifest.Seed, manifest.Start);
        Days = manifest.Days;
        Figures = new FigureBook(manifest.Start, map.Codes);
        foreach (string by in new[] { "all", "deprivation", "place", FigureBook.Neighbourhood })
        {
            foreach (ArmFigure figure in RunsShow.Figures(runs.Pairs, by, null))
            {
                Figures.Add(figure);
            }
        }
    }

    /// <inheritdoc/>
    public ViewMap Map { get; }

    /// <inheritdoc/>
    public ViewAbout About { get; }

    /// <inheritdoc/>
    public int Days { get; }

    /// <inheritdoc/>
    public bool HasResidents => false;

    /// <inheritdoc/>
    public int Day { get; private set; }

    /// <inheritdoc/>
    public byte[] With => [];

    /// <inheritdoc/>
    public byte[] Without => [];

    /// <inheritdoc/>
    public FigureBook Figures { get; }

    /// <inheritdoc/>
    public string Headline { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Levers => [];

    /// <inheritdoc/>
    public IReadOnlyList<ClosedStreet> Streets { get; }

    /// <inheritdoc/>
    public int SchoolOf(int row) => -1;

    /// <inheritdoc/>
    public void GoTo(int day, IProgress<Living> progress, CancellationToken cancellation) => Day = Math.Min(day, Days);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
