using System.Globalization;
using Simulation.Results.Sentences;
using Simulation.Scene.Composing;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>Turns the steps of a story into pages, and the way between them into frames.</summary>
internal sealed class StoryPages
{
    // A step that plays goes on for eight weeks, or to the end of the run.
    private const int DaysPlayed = 56;
    private const int LongestHoliday = 50;
    private const int Recent = 5;
    private readonly IWallSource source;
    private readonly SceneMap scene;
    private readonly PageMaker pages;
    private readonly Story story;
    private readonly IProgress<double> progress;
    private readonly byte[] recent;
    private readonly LitRule rule;
    private readonly string indicator;
    private DayCount? shown;

    /// <summary>Prepares a story.</summary>
    /// <param name="source">Where days come from.</param>
    /// <param name="scene">Its map.</param>
    /// <param name="theme">Dark or light.</param>
    /// <param name="story">The story.</param>
    /// <param name="progress">Takes how far a long step of the simulation is.</param>
    public StoryPages(IWallSource source, SceneMap scene, Theme theme, Story story, IProgress<double> progress)
    {
        (this.source, this.scene, this.story, this.progress) = (source, scene, story, progress);
        pages = new PageMaker(source, scene, theme);
        recent = new byte[source.Map.Residents];
        indicator = story.Steps.Select(s => s.Indicator).FirstOrDefault(i => i is not null) ?? pages.FirstIndicator;
        rule = LitRule.Of(indicator);
    }

    /// <summary>The page of each step, as it stands when the step has been played.</summary>
    public IEnumerable<Page> Stills(CancellationToken cancellation)
    {
        for (int i = 0; i < story.Steps.Count; i++)
        {
            GoTo(DayOf(story.Steps[i]), cancellation);
            yield return PageOf(i);
        }
    }

    /// <summary>Every frame of the film.</summary>
    /// <param name="framesASecond">Frames a second.</param>
    /// <param name="cancellation">Stops it.</param>
    public IEnumerable<Shot> Film(int framesASecond, CancellationToken cancellation)
    {
        Page? last = null;
        for (int i = 0; i < story.Steps.Count; i++)
        {
            StoryStep step = story.Steps[i];
            if (i == 0)
            {
                foreach (Shot shot in Opening(framesASecond))
                {
                    yield return shot;
                }

                last = null;
            }

            int target = DayOf(step);
            if (step.Play is { } speed && source.HasResidents)
            {
                foreach (Shot shot in Days(target, speed, i, framesASecond, cancellation))
                {
                    yield return shot;
                    last = shot.Page;
                }
            }

            GoTo(target, cancellation);
            Page page = PageOf(i);
            foreach (Shot shot in Way(last, page, framesASecond))
            {
                yield return shot;
            }

            int hold = (int)Math.Round((step.Hold ?? 3.5) * framesASecond);
            for (int f = 0; f < hold; f++)
            {
                yield return new Shot(page);
            }

            last = page;
        }
    }

    /// <summary>The page of a step on the day shown.</summary>
    public Page PageOf(int index)
    {
        StoryStep step = story.Steps[index];
        int day = source.Day;
        int place = step.Place is null ? -1 : Array.IndexOf(source.Map.Places, step.Place);
        Page page = ViewOf(step) switch
        {
            StepView.Change => pages.Change(day, indicator),
            StepView.Level => pages.Level(day, "adults_inactive"),
            StepView.Street => pages.Street(day, shown!, SchoolOf(step), step.Place ?? string.Empty),
            _ => pages.Lights(day, shown, indicator, place),
        };
        bool street = ViewOf(step) == StepView.Street;
        return page with
        {
            Camera = street || place < 0 ? page.Camera : CameraOf(place, step.Zoom ?? 1),
            Sentence = step.Title.Length > 0 ? [new(step.Title)] : page.Sentence,
            Second = step.Caption.Length > 0 ? [new(step.Caption)] : page.Second,
            Eyebrow = place >= 0 && !street ? $"In one place: {step.Place}" : page.Eyebrow,
            Chart = place >= 0 && !street && shown is not null ? PlaceChart(place) : page.Chart,
            Steps = story.Steps.Count,
            Step = index,
        };
    }

    /// <summary>The page of a step while days pass: where they hurry, light says on how many of the last five school days somebody changed.</summary>
    public Page PlayedPage(int index, double speed)
    {
        Page page = PageOf(index);
        return page is LightsPage lights && speed >= Drawing.Number("motion.fastDaysASecond")
            ? lights with { Lit = Lately(lights.Lit), Eyebrow = pages.DateWords(source.Day, source.Day) }
            : page;
    }

    /// <summary>Takes the day that somebody else has gone to.</summary>
    /// <returns>Whether there was a new one.</returns>
    public bool Follow(CancellationToken cancellation)
    {
        int before = source.Day;
        Step(int.MaxValue, cancellation);
        return source.Day != before;
    }

    private StepView ViewOf(StoryStep step) => step.School is not null && source.HasResidents && shown is not null ? StepView.Street
        : step.Layer is "inactive" or "deprivation" or "activity" ? StepView.Level
        : step.View is "change" || !source.HasResidents ? StepView.Change
        : StepView.Everybody;

    private DotChart PlaceChart(int place)
    {
        Share here = shown!.Places[place];
        IndicatorWords words = Words.All.Of(indicator)!;
        return new DotChart(
            $"Of every 100 {words.People}, {words.Verb}", 100.0 * here.Without / Math.Max(1, here.People), 100.0 * here.With / Math.Max(1, here.People),
            double.NaN, double.NaN, "one run, no range yet");
    }

    private IEnumerable<Shot> Opening(int rate)
    {
        string people = string.Create(CultureInfo.InvariantCulture, $"{source.Map.Residents / 1e6:0.0}\u00a0million residents");
        if (source.Map.Residents < 1_000_000)
        {
            people = SpokenNumber.Count(source.Map.Residents) + "\u00a0residents";
        }

        var page = new LightsPage { Camera = Camera.Named("home"), Lit = Simulation.Scene.Painting.LitDay.Nobody, LabelsAlpha = 0 };
        LightsPage titled = page with { Sentence = [new(people)], Second = [new(story.Title)] };
        int seconds = 4;
        for (int f = 0; f < seconds * rate; f++)
        {
            // Sea and land for a second, then the lights go on; two in a hundred are enough for a step that nobody sees.
            double t = (double)f / rate;
            float level = (float)(Math.Round(Ease((t - 0.6) / 2.4) * 50) / 50);
            float words = (float)Ease((t - 0.8) / 0.6);
            yield return new Shot(titled with { Level = level, WordsAlpha = words, LabelsAlpha = (float)Ease((t - 3) / 0.6) });
        }
    }

    private IEnumerable<Shot> Days(int target, double speed, int index, int rate, CancellationToken cancellation)
    {
        int first = Math.Max(1, source.Day);
        int frames = (int)Math.Ceiling((target - first) / speed * rate);
        Page? page = null;
        for (int f = 0; f < frames; f++)
        {
            int day = first + (int)((double)f / rate * speed);
            bool moves = day != source.Day || page is null;
            Step(day, cancellation);
            page = moves ? PlayedPage(index, speed) : page;
            yield return new Shot(page!);
        }
    }

    private static IEnumerable<Shot> Way(Page? before, Page to, int rate)
    {
        int fade = Math.Max(1, (int)(0.2 * rate));
        if (before is null)
        {
            yield break;
        }

        bool same = before is LightsPage && to is LightsPage;
        var flight = new Flight(before.Camera, to.Camera);
        if (!flight.Still && same)
        {
            double seconds = to.Camera.PixelsPerKm > 300 || before.Camera.PixelsPerKm > 300 ? 2.4 : 1.6;
            for (int f = 0; f < fade; f++)
            {
                yield return new Shot(before with { WordsAlpha = 1 - ((f + 1f) / fade), LabelsAlpha = 1 - ((f + 1f) / fade) });
            }

            int frames = (int)(seconds * rate);
            var lights = (LightsPage)before;
            var goal = (LightsPage)to;
            for (int f = 0; f < frames; f++)
            {
                double t = (f + 1.0) / frames;
                yield return new Shot((t < 0.5 ? lights : goal) with { Camera = flight.At(t), Place = -1, WordsAlpha = 0, LabelsAlpha = 0, Schools = [], Ways = [], Steps = 0 });
            }

            for (int f = 0; f < fade; f++)
            {
                yield return new Shot(goal with { WordsAlpha = (f + 1f) / fade, LabelsAlpha = (f + 1f) / fade });
            }
        }
        else
        {
            int frames = Math.Max(1, (int)(0.4 * rate));
            for (int f = 0; f < frames; f++)
            {
                yield return new Shot(before, to, (f + 1f) / frames);
            }
        }
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
        if (source.Day == before)
        {
            return;
        }

        DayCount count = DayCount.Of(source, rule);
        if (!count.SchoolDay && rule.PupilsOnly)
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

    private Simulation.Scene.Painting.LitDay Lately(Simulation.Scene.Painting.LitDay lit)
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

        return new Simulation.Scene.Painting.LitDay { For = [.. rows], ForLevels = [.. levels], Against = lit.Against, Strength = 1, Children = lit.Children, WalkEitherWay = lit.WalkEitherWay };
    }

    /// <summary>The day that a step is about.</summary>
    public int DayOf(StoryStep step) => step.Date is { } date ? Math.Clamp(date.DayNumber - source.About.Start.DayNumber + 1, 1, source.Days)
        : step.Week is { } week ? Math.Clamp(week * 7, 1, source.Days)
        : step.Play is not null ? Math.Min(source.Days, Math.Max(source.Day, 0) + DaysPlayed)
        : Math.Clamp(source.Day, Math.Min(28, source.Days), source.Days);

    private int SchoolOf(StoryStep step)
    {
        int found = -1;
        for (int s = 0; s < source.Map.Schools.Count; s++)
        {
            if (source.Map.Schools[s].Name.Contains(step.School!, StringComparison.OrdinalIgnoreCase))
            {
                found = s;
                break;
            }
        }

        return found >= 0 ? found : throw new ViewerException($"No school of this population is called '{step.School}'. Name one of its schools, or leave 'school' out.");
    }

    private Camera CameraOf(int place, double closer)
    {
        (double west, double south, double east, double north) = scene.Bounds(source.Map.PlaceOutlines[place]);
        Camera camera = Camera.Showing(west, south, east, north, 16.0 / 9);
        return camera with { PixelsPerKm = camera.PixelsPerKm * closer };
    }

    private static double Ease(double t)
    {
        double c = Math.Clamp(t, 0, 1);
        return c * c * (3 - (2 * c));
    }
}
