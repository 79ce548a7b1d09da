using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;
using Simulation.Results.Runs;
using Simulation.Results.Sentences;
using Simulation.Results.Statistics;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Stories;

namespace Simulation.Viewer.Replay;

/// <summary>Shows one finished run, two side by side, or the means of replicates. Everything is sent at once; each browser plays and scrubs for itself.</summary>
public sealed class RunsShow : IShow
{
    private static readonly string[] InTheCurves = ["all", "place", "deprivation", "age", "sex", "disability"];
    private readonly ViewMap map;
    private readonly Audience audience = new();
    private readonly Room room;
    private readonly RunFamily? family;
    private readonly Lectern lectern;
    private readonly IReadOnlyList<PlanView> plans = [];
    private readonly Func<RunManifest, (IReadOnlyList<ClosedStreet> Streets, string Headline)> told;
    private readonly Lock gate = new();
    private Shown shown;

    /// <summary>Reads what is shown; the files may be closed afterwards.</summary>
    /// <param name="map">Map of the population that the runs were made on.</param>
    /// <param name="runs">One run, a pair, or replicates of a pair.</param>
    /// <param name="streets">School streets of the scenario.</param>
    /// <param name="headline">Key of the indicator that the page opens on.</param>
    /// <param name="story">The story to present, or null.</param>
    /// <param name="shelf">Stories to turn to; those that the program brings when null.</param>
    internal RunsShow(ViewMap map, RunGroup runs, IReadOnlyList<ClosedStreet> streets, string headline = Answers.First, Story? story = null, StoryShelf? shelf = null)
        : this(map, _ => (streets, headline), story, shelf, null)
    {
        ArgumentNullException.ThrowIfNull(runs);
        shown = Read(runs, null);
    }

    /// <summary>Shows several plans beside one another, and any two of them as a pair.</summary>
    /// <param name="map">Map of the population that the runs were made on.</param>
    /// <param name="family">The plans; owned from now on.</param>
    /// <param name="told">Says which streets a plan closes, and what it is about.</param>
    /// <param name="story">The story to present, or null.</param>
    /// <param name="shelf">Stories to turn to; those that the program brings when null.</param>
    internal RunsShow(
        ViewMap map, RunFamily family, Func<RunManifest, (IReadOnlyList<ClosedStreet> Streets, string Headline)> told, Story? story = null, StoryShelf? shelf = null)
        : this(map, told, story, shelf, family)
    {
        ArgumentNullException.ThrowIfNull(family);
        RunGroup first = family.Pair(0, 1);
        plans = new PlanCourses(map, first.Pairs[0].Scenario.Manifest.Start).Of(family);
        shown = Read(first, new PlansView(1, 0, plans));
    }

    private RunsShow(ViewMap map, Func<RunManifest, (IReadOnlyList<ClosedStreet> Streets, string Headline)> told, Story? story, StoryShelf? shelf, RunFamily? family)
    {
        ArgumentNullException.ThrowIfNull(map);
        this.map = map;
        this.told = told;
        this.family = family;
        room = new Room(audience);
        shown = null!;
        lectern = new Lectern(story, shelf, map.Places);
    }

    /// <inheritdoc/>
    public Story? Story => lectern.Story;

    /// <inheritdoc/>
    public PictureBoard? Pictures => null;

    /// <inheritdoc/>
    public Recording? Recording => null;

    async Task IShow.Serve(Connection connection, CancellationToken gone)
    {
        lock (gate)
        {
            Tell(connection, shown);
            audience.Join(connection);
            connection.Welcomed = true;
        }

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
    public void Dispose()
    {
        End();
        family?.Dispose();
    }

    // Finished runs are played by each browser for itself: of commands only those of the room are taken, and which two are compared.
    private void Take(Connection connection, byte[] bytes)
    {
        if (Command.Read(bytes, out _) is not { } command || (connection.Guest && !command.OfGuests))
        {
            return;
        }

        if (command is PairCommand compare)
        {
            Compare(compare, connection);
        }
        else if (command is StoryCommand asked)
        {
            Present(asked.Name, connection);
        }
        else
        {
            room.Carry(command, connection);
        }
    }

    private void Present(string name, Connection from)
    {
        if (lectern.Open(name) is { } words)
        {
            from.Say(MessageWriter.OfJson(MessageKind.Notice, new Notice(words, true)));
            return;
        }

        lock (gate)
        {
            audience.TellEach(connection => HelloFor(connection, shown));
        }
    }

    private void Compare(PairCommand compare, Connection from)
    {
        if (family is null || compare.With >= plans.Count || compare.Without >= plans.Count)
        {
            from.Say(MessageWriter.OfJson(MessageKind.Notice, new Notice("There is no such plan here to compare.", true)));
            return;
        }

        lock (gate)
        {
            shown = Read(family.Pair(compare.Without, compare.With), new PlansView(compare.With, compare.Without, plans));
            audience.TellEach(connection =>
            {
                Tell(connection, shown);
                return null;
            });
        }
    }

    private void Tell(Connection connection, Shown now)
    {
        connection.Say(HelloFor(connection, now));
        foreach (byte[] message in now.Messages)
        {
            connection.Say(message);
        }

        if (now.Warning is not null)
        {
            connection.Say(MessageWriter.OfJson(MessageKind.Notice, new Notice(now.Warning, true)));
        }
    }

    private byte[] HelloFor(Connection to, Shown now) => MessageWriter.OfJson(MessageKind.Hello, new Hello(
        Wire.Version, now.Session, ShowMode.Runs, to.Guest, now.About, null, now.Days, now.Twin, map.Residents, map.Box.Size, map.Box.X, map.Box.Y, map.Places, Hello.NeighbourhoodsOf(map),
        map.Schools, Tallies.Names, HelloIndicator.All, Story, Stories: lectern.NamesFor(to)));

    private Shown Read(RunGroup runs, PlansView? beside)
    {
        RunFileReader scenario = runs.Pairs[0].Scenario;
        RunFileReader? baseline = runs.Pairs[0].Baseline;
        RunManifest manifest = scenario.Manifest;
        (IReadOnlyList<ClosedStreet> streets, string headline) = told(manifest);
        var about = new ViewAbout(
            manifest.ScenarioName, baseline?.Manifest.ScenarioName ?? string.Empty,
            $"{manifest.Residents:N0} residents from {manifest.PopulationSource} figures", manifest.Seed, manifest.Start);
        string? warning = baseline is not null && baseline.Manifest.Seed != manifest.Seed
            ? $"The two runs do not share their chance ({manifest.Seed} and {baseline.Manifest.Seed}): a part of every difference is chance."
            : null;
        List<byte[]> messages =
        [
            MessageWriter.Outlines(map),
            MessageWriter.Positions(map),
            MessageWriter.OfJson(MessageKind.Scenario, new ScenarioMessage { SchoolStreets = streets, Headline = headline, Plans = beside }),
        ];
        AddFigures(messages, runs.Pairs, about.Start);
        return new Shown(Hello.NewSession(), about, manifest.Days, baseline is not null, warning, messages);
    }

    private void AddFigures(List<byte[]> messages, IReadOnlyList<FilePair> pairs, DateOnly start)
    {
        var answers = new Answers(map, start);
        var weeks = new SortedSet<int>();
        foreach (string by in InTheCurves)
        {
            foreach (IGrouping<Arm, ArmFigure> arm in Figures(pairs, by, null).GroupBy(figure => figure.Arm))
            {
                ArmFigure[] figures = [.. arm];
                answers.Learn(figures);
                weeks.UnionWith(figures.Select(figure => figure.Row.Date.DayNumber - start.DayNumber + 1));
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

                messages.AddRange(figures.Messages(week.Key.DayNumber - start.DayNumber + 1));
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

    /// <summary>What is shown: one pair, ready to be told to whoever comes.</summary>
    private sealed record Shown(string Session, ViewAbout About, int Days, bool Twin, string? Warning, IReadOnlyList<byte[]> Messages);
}
