using Simulation.Engine.Observation;
using Simulation.Results.RunFiles;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Stories;

namespace Simulation.Viewer.Replay;

/// <summary>Shows one finished run, or two side by side. Everything is sent at once; each browser plays and scrubs for itself.</summary>
public sealed class RunsShow : IShow
{
    private static readonly string[] InTheCurves = ["all", "place", "deprivation", "age", "sex", "disability"];
    private readonly ViewMap map;
    private readonly ViewAbout about;
    private readonly int days;
    private readonly bool twin;
    private readonly string? warning;
    private readonly List<byte[]> messages = [];
    private readonly Audience audience = new();

    /// <summary>Reads what is shown; the files may be closed afterwards.</summary>
    /// <param name="map">Map of the population that the runs were made on.</param>
    /// <param name="scenario">The run looked at.</param>
    /// <param name="baseline">The run it is compared with, or null.</param>
    /// <param name="streets">School streets of the scenario.</param>
    /// <param name="story">The story to present, or null.</param>
    public RunsShow(ViewMap map, RunFileReader scenario, RunFileReader? baseline, IReadOnlyList<SchoolStreet> streets, Story? story = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(scenario);
        this.map = map;
        Story = story;
        RunManifest manifest = scenario.Manifest;
        days = manifest.Days;
        twin = baseline is not null;
        about = new ViewAbout(
            manifest.ScenarioName, baseline?.Manifest.ScenarioName ?? string.Empty,
            $"{manifest.Residents:N0} residents from {manifest.PopulationSource} figures", manifest.Seed, manifest.Start);
        warning = baseline is not null && baseline.Manifest.Seed != manifest.Seed
            ? $"The runs have other luck (seeds {manifest.Seed} and {baseline.Manifest.Seed}): a part of every difference is chance."
            : null;
        messages.Add(MessageWriter.Outlines(map));
        messages.Add(MessageWriter.Positions(map));
        messages.Add(MessageWriter.OfJson(MessageKind.Scenario, new ScenarioMessage { SchoolStreets = streets }));
        Read(scenario, Arm.Scenario);
        if (baseline is not null)
        {
            Read(baseline, Arm.Baseline);
        }
    }

    /// <inheritdoc/>
    public Story? Story { get; }

    async Task IShow.Serve(Connection connection, CancellationToken gone)
    {
        connection.Say(MessageWriter.OfJson(MessageKind.Hello, new Hello(
            Wire.Version, "runs", connection.Guest, about, days, twin, map.Residents, map.Box.Size, map.Places, Hello.NeighbourhoodsOf(map),
            map.Schools, Tallies.Names, Story)));
        foreach (byte[] message in messages)
        {
            connection.Say(message);
        }

        if (warning is not null)
        {
            connection.Say(MessageWriter.OfJson(MessageKind.Notice, new Notice(warning, true)));
        }

        audience.Join(connection);
        await connection.Converse(_ => { }, gone);
        audience.Leave(connection);
    }

    /// <inheritdoc/>
    public void End() => audience.EndAll();

    /// <inheritdoc/>
    public void Dispose() => End();

    private void Read(RunFileReader run, Arm arm)
    {
        foreach (string by in InTheCurves)
        {
            ArmFigure[] rows = [.. run.Read(by).Select(row => new ArmFigure(arm, row))];
            if (rows.Length > 0)
            {
                messages.Add(MessageWriter.OfJson(MessageKind.Figures, new FigureColumns(rows)));
            }
        }

        foreach (string indicator in NeighbourhoodFigures.Names)
        {
            foreach (IGrouping<DateOnly, IndicatorRow> week in run.Read("neighbourhood", indicator).GroupBy(row => row.Date))
            {
                var figures = new NeighbourhoodFigures(map, indicator);
                foreach (IndicatorRow row in week)
                {
                    figures.Take(new ArmFigure(arm, row));
                }

                messages.AddRange(figures.Messages(week.Key.DayNumber - about.Start.DayNumber + 1));
            }
        }
    }
}
