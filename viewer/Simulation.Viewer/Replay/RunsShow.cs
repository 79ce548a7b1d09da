using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;
using Simulation.Results.Runs;
using Simulation.Results.Sentences;
using Simulation.Results.Statistics;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;

namespace Simulation.Viewer.Replay;

/// <summary>Shows one finished run, two side by side, or the means of replicates. Everything is sent at once; each browser plays and scrubs for itself.</summary>
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
    private readonly Room room;
    private readonly string session = Hello.NewSession();

    /// <summary>Reads what is shown; the files may be closed afterwards.</summary>
    /// <param name="map">Map of the population that the runs were made on.</param>
    /// <param name="runs">One run, a pair, or replicates of a pair.</param>
    /// <param name="streets">School streets of the scenario.</param>
    /// <param name="headline">Key of the indicator that the page opens on.</param>
    /// <param name="story">The story to present, or null.</param>
    internal RunsShow(ViewMap map, RunGroup runs, IReadOnlyList<ClosedStreet> streets, string headline = Answers.First, Story? story = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(runs);
        RunFileReader scenario = runs.Pairs[0].Scenario;
        RunFileReader? baseline = runs.Pairs[0].Baseline;
        this.map = map;
        room = new Room(audience);
        Story = story;
        RunManifest manifest = scenario.Manifest;
        days = manifest.Days;
        twin = baseline is not null;
        about = new ViewAbout(
            manifest.ScenarioName, baseline?.Manifest.ScenarioName ?? string.Empty,
            $"{manifest.Residents:N0} residents from {manifest.PopulationSource} figures", manifest.Seed, manifest.Start);
        warning = baseline is not null && baseline.Manifest.Seed != manifest.Seed
            ? $"The two runs do not share their chance ({manifest.Seed} and {baseline.Manifest.Seed}): a part of every difference is chance."
            : null;
        messages.Add(MessageWriter.Outlines(map));
        messages.Add(MessageWriter.Positions(map));
        messages.Add(MessageWriter.OfJson(MessageKind.Scenario, new ScenarioMessage { SchoolStreets = streets, Headline = headline }));
        Read(runs.Pairs);
    }

    /// <inheritdoc/>
    public Story? Story { get; }

    /// <inheritdoc/>
    public PictureBoard? Pictures => null;

    /// <inheritdoc/>
    public Recording? Recording => null;

    async Task IShow.Serve(Connection connection, CancellationToken gone)
    {
        connection.Say(MessageWriter.OfJson(MessageKind.Hello, new Hello(
            Wire.Version, session, ShowMode.Runs, connection.Guest, about, null, days, twin, map.Residents, map.Box.Size, map.Box.X, map.Box.Y, map.Places, Hello.NeighbourhoodsOf(map),
            map.Schools, Tallies.Names, HelloIndicator.All, Story)));
        foreach (byte[] message in messages)
        {
            connection.Say(message);
        }

        if (warning is not null)
        {
            connection.Say(MessageWriter.OfJson(MessageKind.Notice, new Notice(warning, true)));
        }

        audience.Join(connection);
        connection.Welcomed = true;
        room.Changed();
        room.Welcome(connection);
        await connection.Converse(bytes => Take(connection, bytes), gone);
        audience.Leave(connection);
        room.Leave(connection);
    }

    /// <inheritdoc/>
    public void Invite(IReadOnlyList<string> addresses, string? code) => room.Invite(addresses, code);

    /// <inheritdoc/>
    public void End() => audience.EndAll();

    /// <inheritdoc/>
    public void Dispose() => End();

    // Finished runs are played by each browser for itself: of commands only those of the room are taken.
    private void Take(Connection connection, byte[] bytes)
    {
        if (Command.Read(bytes, out _) is { } command && (command.OfGuests || !connection.Guest))
        {
            room.Carry(command, connection);
        }
    }

    private void Read(IReadOnlyList<FilePair> pairs)
    {
        var answers = new Answers(map, about.Start);
        var weeks = new SortedSet<int>();
        foreach (string by in InTheCurves)
        {
            foreach (IGrouping<Arm, ArmFigure> arm in Figures(pairs, by, null).GroupBy(figure => figure.Arm))
            {
                ArmFigure[] figures = [.. arm];
                answers.Learn(figures);
                weeks.UnionWith(figures.Select(figure => figure.Row.Date.DayNumber - about.Start.DayNumber + 1));
                messages.Add(MessageWriter.OfJson(MessageKind.Figures, new FigureColumns(figures)));
            }
        }

        foreach (string indicator in Words.All.Indicators)
        {
            messages.AddRange(weeks.Select(week => answers.Of(indicator, week, null)).OfType<Answer>().Select(answer => MessageWriter.OfJson(MessageKind.Answer, answer)));
        }

        foreach (string indicator in NeighbourhoodFigures.Names)
        {
            foreach (IGrouping<DateOnly, ArmFigure> week in Figures(pairs, "neighbourhood", indicator).GroupBy(figure => figure.Row.Date).OrderBy(week => week.Key))
            {
                var figures = new NeighbourhoodFigures(map, indicator);
                foreach (ArmFigure figure in week)
                {
                    figures.Take(figure);
                }

                messages.AddRange(figures.Messages(week.Key.DayNumber - about.Start.DayNumber + 1));
            }
        }
    }

    // One pair is shown as it is; of several their means, and how sure the difference is.
    internal static IEnumerable<ArmFigure> Figures(IReadOnlyList<FilePair> pairs, string by, string? indicator)
    {
        RunFileReader[] scenarios = [.. pairs.Select(pair => pair.Scenario)];
        (IRunFigures, IRunFigures)[] paired = [.. pairs.Where(pair => pair.Baseline is not null).Select(pair => ((IRunFigures)pair.Baseline!, (IRunFigures)pair.Scenario))];
        IEnumerable<ArmFigure> figures = Of(Arm.Scenario, PairedWeeks.Means(scenarios, by, indicator));
        if (paired.Length > 0)
        {
            figures = figures.Concat(Of(Arm.Baseline, PairedWeeks.Means([.. paired.Select(pair => pair.Item1)], by, indicator)));
        }

        return paired.Length > 1 ? figures.Concat(Of(Arm.Interval, PairedWeeks.HalfWidths(paired, by, indicator))) : figures;
    }

    private static IEnumerable<ArmFigure> Of(Arm arm, IEnumerable<IndicatorRow> rows) => rows.Select(row => new ArmFigure(arm, row));
}
