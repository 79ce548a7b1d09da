using Simulation.Results.Sentences;
using Simulation.Scene.Composing;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>Turns the steps of a story into pages on the day shown, and goes from day to day.</summary>
internal sealed class StoryPages
{
    // A step that plays goes on for eight weeks, or to the end of the run.
    private const int DaysPlayed = 56;
    private const int LongestHoliday = 50;
    private const int Recent = 5;
    private readonly IWallSource source;
    private readonly SceneMap scene;
    private readonly PageMaker pages;
    private Story story;
    private readonly IProgress<Living> progress;
    private readonly byte[] recent;
    private string? told;
    private LitRule rule;
    private string indicator;
    private DayCount? shown;
    private (IReadOnlyList<Phrase> Words, double Since) said = ([], double.NegativeInfinity);

    /// <summary>Prepares a story.</summary>
    /// <param name="source">Where days come from.</param>
    /// <param name="scene">Its map.</param>
    /// <param name="theme">Dark or light.</param>
    /// <param name="story">The story.</param>
    /// <param name="progress">Takes how far a long step of the simulation is.</param>
    public StoryPages(IWallSource source, SceneMap scene, Theme theme, Story story, IProgress<Living> progress)
    {
        (this.source, this.scene, this.story, this.progress, Theme) = (source, scene, story, progress, theme);
        pages = new PageMaker(source, scene);
        recent = new byte[source.Map.Residents];
        told = story.Steps.Select(s => s.Indicator).FirstOrDefault(i => i is not null);
        indicator = told ?? source.Headline;
        rule = LitRule.Of(indicator);
    }

    /// <summary>Dark or light: pages of values wear the colours of one of them.</summary>
    public Theme Theme { get; set; }

    /// <summary>The story.</summary>
    public Story Story => story;

    /// <summary>Tells another story from now on.</summary>
    public void Turn(Story another)
    {
        story = another;
        told = another.Steps.Select(s => s.Indicator).FirstOrDefault(i => i is not null);
        if (told is { } about && about != indicator)
        {
            (indicator, rule) = (about, LitRule.Of(about));
            shown = source.Day > 0 ? Counted() : null;
        }
    }

    /// <summary>What everything is about.</summary>
    public string Indicator => indicator;

    /// <summary>The day shown.</summary>
    public int Day => source.Day;

    /// <summary>Whether single residents are known.</summary>
    public bool HasResidents => source.HasResidents;

    /// <summary>The page of each step, as it stands when the step has been played.</summary>
    public IEnumerable<Page> Stills(CancellationToken cancellation)
    {
        for (int i = 0; i < story.Steps.Count; i++)
        {
            GoTo(DayOf(story.Steps[i]), cancellation);
            yield return PageOf(i);
        }
    }

    /// <summary>The page of a step on the day shown.</summary>
    public Page PageOf(int index)
    {
        StoryStep step = story.Steps[index];
        int day = source.Day;
        int place = step.Place is null ? -1 : Array.IndexOf(source.Map.Places, step.Place);
        StepView view = ViewOf(step);
        bool street = view == StepView.Street;
        var neighbourhoods = new NeighbourhoodPages(source, scene, Theme);
        Page page = view switch
        {
            StepView.Change => neighbourhoods.Change(day, indicator),
            StepView.Places => pages.Places(day, shown, indicator),
            StepView.Level => neighbourhoods.Level(day, "adults_inactive"),
            StepView.Street => new StreetPages(source, scene).Of(day, shown!, SchoolOf(step), string.Join(" · ", new[] { step.Place, pages.DateWords(day, shown!.Day) }.OfType<string>())),
            _ => pages.Lights(day, shown, indicator, place),
        };
        return page with
        {
            Theme = Theme,
            Camera = street || place < 0 ? page.Camera : CameraOf(place, step.Zoom ?? 1),
            Sentence = step.Title.Length > 0 ? [new(step.Title)] : page.Sentence,
            Second = step.Caption.Length > 0 ? [new(step.Caption)] : page.Second,
            Eyebrow = place >= 0 && !street ? $"In one place: {step.Place}" : page.Eyebrow,
            Chart = place >= 0 && !street && shown is not null ? PlaceChart(place) : page.Chart,
            Steps = story.Steps.Count,
            Step = index,
        };
    }

    /// <summary>What somebody else shows: the same step or view, place, topic and camera.</summary>
    public Page PageOf(WallView view)
    {
        Theme = view.Light ? Theme.Light : Theme.Dark;
        string topic = Words.All.Of(view.Indicator) is null ? source.Headline : view.Indicator;
        if (topic != indicator && told is null)
        {
            (indicator, rule) = (topic, LitRule.Of(topic));
            shown = source.Day > 0 ? Counted() : null;
        }

        bool change = view.View == "change";
        Camera? stands = view is { X: { } x, Y: { } y, PixelsPerKm: { } closer } ? new Camera(scene.West + (x * scene.Size), scene.South + (y * scene.Size), closer) : null;
        Camera? street = stands is { } near && near.PixelsPerKm >= Drawing.Number("discs.street") && source.HasResidents ? near : null;
        int place = view.Place < source.Map.Places.Length ? view.Place : -1;
        Page page = view.Step >= 0 && view.Step < story.Steps.Count ? PageOf(view.Step)
            : change ? new NeighbourhoodPages(source, scene, Theme).Change(source.Day, indicator)
            : street is { } at && shown is not null ? new StreetPages(source, scene).Of(source.Day, shown, at, pages.DateWords(source.Day, shown.Day))
            : place >= 0 && shown is not null ? pages.Lights(source.Day, shown, indicator, place) with { Camera = CameraOf(place, 1), Chart = PlaceChart(place) }
            : pages.Lights(source.Day, shown, indicator);
        Camera camera = stands ?? page.Camera;

        // A map of values stands further left than one of lights: the page's own camera is for its own layout.
        return page with { Theme = Theme, Camera = page is ValuesPage ? page.Camera : camera };
    }

    /// <summary>
    /// The page of a step while days pass: where they hurry, light says on how many of the last five school days somebody changed.
    /// The sentence is the week's, and no faster than it can be read.
    /// </summary>
    /// <param name="index">The step.</param>
    /// <param name="speed">Days a second.</param>
    /// <param name="seconds">Time of the film, or of the clock.</param>
    public Page PlayedPage(int index, double speed, double seconds)
    {
        Page page = PageOf(index);
        if (page is not LightsPage lights)
        {
            return page;
        }

        StoryStep step = story.Steps[index];
        if (seconds - said.Since >= Drawing.Number("motion.sentenceEveryMs") / 1000 || said.Words.Count == 0)
        {
            said = (pages.OfTheWeek(indicator, source.Day) is { } finding ? PageMaker.Coloured(finding) : [new(story.Title)], seconds);
        }

        return lights with
        {
            Lit = speed >= Drawing.Number("motion.fastDaysASecond") ? Lately(lights.Lit) : lights.Lit,
            Eyebrow = step.Place is null ? pages.DateWords(source.Day, source.Day) : lights.Eyebrow,
            Sentence = step.Title.Length > 0 ? lights.Sentence : said.Words,
            Second = step.Caption.Length > 0 ? lights.Second : [],
        };
    }

    /// <summary>This plan as one of two on a page, and how many more residents do what it is about.</summary>
    public (PackageHalf Half, double More) Package()
    {
        IndicatorWords words = Words.All.Of(indicator)!;
        bool ofTheDay = shown is not null && indicator == Answers.First;
        double more = ofTheDay ? shown!.All.Change * shown.All.People : pages.MoreInTheWeek(indicator, source.Day);
        string when = ofTheDay ? "today" : words.When;
        return (
            new NeighbourhoodPages(source, scene, Theme).Package(
                source.Day, indicator, $"{(more < 0 ? '−' : '+')}{(words.Unit.Length > 0 ? SpokenNumber.Quantity(more) : SpokenNumber.Count(more))}",
                $"{(words.Unit.Length > 0 ? words.Unit : words.People)} {(ofTheDay ? words.Past : words.Verb)} {when}".Trim()),
            more);
    }

    /// <summary>Numbers between the colours of packages.</summary>
    public IReadOnlyList<string> PackageBreaks => new NeighbourhoodPages(source, scene, Theme).PackageBreaks(indicator);

    /// <summary>Takes the day that somebody else has gone to.</summary>
    /// <returns>Whether there was a new one.</returns>
    public bool Follow(CancellationToken cancellation)
    {
        int before = source.Day;
        Step(int.MaxValue, cancellation);
        return source.Day != before;
    }

    /// <summary>Goes to a day, or the first school day after it, day after day, so that the last five school days are known.</summary>
    public void GoTo(int target, CancellationToken cancellation)
    {
        if (source.Follows)
        {
            Step(target, cancellation);
            return;
        }

        if (!source.HasResidents)
        {
            source.GoTo(target, progress, cancellation);
            return;
        }

        if (source.Day < target - 7)
        {
            Step(target - 7, cancellation);
        }

        while (source.Day < target)
        {
            int before = source.Day;
            Step(source.Day + 1, cancellation);
            if (source.Day == before)
            {
                break;
            }
        }

        // A picture of a Sunday shows nobody on the way to school: it is drawn on the next school day, where there is one.
        for (int i = 0; i < LongestHoliday && shown is null && source.Day < source.Days; i++)
        {
            Step(source.Day + 1, cancellation);
        }
    }

    /// <summary>Goes to a day; on a school day whoever is lit is counted anew, on others the last school day stays.</summary>
    public void Step(int day, CancellationToken cancellation)
    {
        int before = source.Day;
        source.GoTo(day, progress, cancellation);
        if (source.Day == before || !source.HasResidents || Counted() is not { } count)
        {
            return;
        }

        shown = count;
        for (int row = 0; row < recent.Length; row++)
        {
            recent[row] = (byte)(recent[row] << 1 & ((1 << Recent) - 1));
        }

        foreach (int row in count.Lit.For)
        {
            recent[row] |= 1;
        }
    }

    /// <summary>The day that a step is about.</summary>
    public int DayOf(StoryStep step) => step.Date is { } date ? Math.Clamp(date.DayNumber - source.About.Start.DayNumber + 1, 1, source.Days)
        : step.Week is { } week ? Math.Clamp(week * 7, 1, source.Days)
        : step.Play is not null ? Math.Min(source.Days, Math.Max(source.Day, 0) + DaysPlayed)
        : Math.Clamp(source.Day, Math.Min(28, source.Days), source.Days);

    // Null on a day without school, where it is about pupils: then the last school day stays.
    private DayCount? Counted() => DayCount.Of(source, rule) is var count && (count.SchoolDay || !rule.PupilsOnly) ? count : null;

    private StepView ViewOf(StoryStep step) => step.School is not null && source.HasResidents && shown is not null ? StepView.Street
        : step.Layer is "inactive" or "deprivation" or "activity" ? StepView.Level
        : step.View is "places" ? StepView.Places
        : step.View is "change" || (!source.HasResidents && step.View is null) ? StepView.Change
        : StepView.Everybody;

    private DotChart PlaceChart(int place)
    {
        Share here = shown!.Places[place];
        IndicatorWords words = Words.All.Of(indicator)!;
        return new DotChart(
            $"Of every 100 {words.People}, {words.Verb}", 100.0 * here.Without / Math.Max(1, here.People), 100.0 * here.With / Math.Max(1, here.People),
            double.NaN, double.NaN, "one run, no range yet");
    }

    private LitDay Lately(LitDay lit)
    {
        var rows = new List<int>();
        var levels = new List<byte>();
        for (int row = 0; row < recent.Length; row++)
        {
            if (recent[row] != 0)
            {
                rows.Add(row);
                levels.Add((byte)(byte.MaxValue * int.PopCount(recent[row]) / Recent));
            }
        }

        return new LitDay { For = [.. rows], ForLevels = [.. levels], Against = lit.Against, Strength = 1, Children = lit.Children, WalkEitherWay = lit.WalkEitherWay };
    }

    private int SchoolOf(StoryStep step) => SchoolCalled(source.Map, step.School!);

    /// <summary>The first school whose name holds a text.</summary>
    /// <exception cref="ViewerException">None does.</exception>
    public static int SchoolCalled(ViewMap map, string name)
    {
        for (int s = 0; s < map.Schools.Count; s++)
        {
            if (map.Schools[s].Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return s;
            }
        }

        throw new ViewerException($"No school of this population is called '{name}'. Name one of its schools, or leave 'school' out.");
    }

    private Camera CameraOf(int place, double closer)
    {
        (double west, double south, double east, double north) = scene.Bounds(source.Map.PlaceOutlines[place]);
        Camera camera = Camera.Showing(west, south, east, north, 16.0 / 9);
        return camera with { PixelsPerKm = camera.PixelsPerKm * closer };
    }
}
