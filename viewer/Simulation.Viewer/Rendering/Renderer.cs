using System.Diagnostics;
using System.Globalization;
using Simulation.Engine.Files;
using Simulation.Scene.Composing;
using Simulation.Scene.Films;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Wall;

namespace Simulation.Viewer.Rendering;

/// <summary>Makes pictures and films of a story, a scenario, a recording or finished runs, without a window and without a browser.</summary>
/// <param name="options">How.</param>
/// <param name="output">Takes progress.</param>
internal sealed class Renderer(RenderOptions options, TextWriter output)
{
    /// <summary>Opens the plan that stands on the left of two.</summary>
    public Func<IWallSource>? Beside { get; init; }

    /// <summary>Makes them.</summary>
    /// <exception cref="ViewerException">Something the user can put right.</exception>
    public void Render(IWallSource source, Story? story, CancellationToken cancellation)
    {
        SceneMap scene = SceneMaps.Of(source.Map);
        using IMapPainter painter = Painters.Make(options.Painter, scene, options.Threads, output.WriteLine);
        var composer = new Composer(painter, scene);
        var size = new PictureSize(options.Width, options.Height, options.Theme, options.Large, options.IsFilm);
        var pages = new StoryPages(source, scene, options.Theme, story ?? Untold(source), new LivingWords(output));
        try
        {
            if (options.Gallery)
            {
                new Gallery(options, output) { Packages = Beside is null ? null : () => Packages(pages, source, scene, cancellation) }.Make(composer, pages, source.Map.Residents, cancellation);
            }
            else if (options.IsFilm)
            {
                new FilmMaker(composer, size, options.FramesASecond, output).Make(options.Out, new StoryFilm(pages, source.Map.Residents, options.FramesASecond), small: false, cancellation);
            }
            else if (options.Beside is not null)
            {
                pages.GoTo(pages.DayOf(pages.Story.Steps[0]), cancellation);
                Write(composer, [Packages(pages, source, scene, cancellation)], 1, size);
            }
            else
            {
                Write(composer, pages.Stills(cancellation), pages.Story.Steps.Count, size);
            }
        }
        catch (FilmException e)
        {
            throw new ViewerException(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ViewerException(FileFault.Writing(options.Out, e), e);
        }
    }

    // Without a story: everybody on the last school day of the horizon; of finished runs the change by neighbourhood and, where there
    // is room for more than one picture, the curve and the table of places.
    private Story Untold(IWallSource source)
    {
        string view = options.View ?? "everybody";
        string? place = view.StartsWith("place:", StringComparison.Ordinal) ? PlaceCalled(source, view[6..]) : null;
        string? school = view.StartsWith("street:", StringComparison.Ordinal) ? view[7..] : null;
        DateOnly last = source.About.Start.AddDays(source.Days - 1);
        DateOnly end = options.Date ?? LastDay(source);
        if (end < source.About.Start || end > last)
        {
            throw new ViewerException(string.Create(
                CultureInfo.InvariantCulture,
                $"--date {end:yyyy-MM-dd} is no day of {source.About.Title}, which goes from {source.About.Start:yyyy-MM-dd} to {last:yyyy-MM-dd}."));
        }

        if (!source.HasResidents && (place ?? school) is not null)
        {
            throw new ViewerException($"A finished run keeps neighbourhoods and no single residents: --view {view} cannot be shown. Record the days with 'simulate view SCENARIO --record FILE.recording', or render the scenario itself.");
        }

        if (school is not null)
        {
            StoryPages.SchoolCalled(source.Map, school);
        }

        StoryStep Step(string? shown) => new(
            string.Empty, string.Empty, string.Empty, place, null, view is "level" ? "inactive" : null, null, null, null,
            options.IsFilm && source.HasResidents ? 14 : null, end, shown, school);
        return new Story(source.About.Title, source.HasResidents || options.View is not null
            ? [Step(view is "change" or "everybody" or "places" ? view : null)]
            : options.IsPicture && !options.Out.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? [Step("change")] : [Step("change"), Step("everybody"), Step("places")]);
    }

    // Of a plan about the school run the last school day: a horizon that ends in August has weeks at its end in which nobody can tell anything.
    private static DateOnly LastDay(IWallSource source)
    {
        int school = source.Headline.StartsWith("school_", StringComparison.Ordinal) ? Hello.SchoolDaysOf(source.About.Start, source.Days).LastIndexOf('1') : -1;
        return source.About.Start.AddDays(school >= 0 ? school : source.Days - 1);
    }

    private static string PlaceCalled(IWallSource source, string name) =>
        source.Map.Places.FirstOrDefault(p => p.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ViewerException($"There is no place called '{name}'; there are {string.Join(", ", source.Map.Places)}.");

    private PackagesPage Packages(StoryPages right, IWallSource source, SceneMap scene, CancellationToken cancellation)
    {
        using IWallSource other = Beside!();
        if (other.Map.Residents != source.Map.Residents)
        {
            throw new ViewerException($"{options.Beside} is about {other.Map.Residents:N0} residents, the other plan about {source.Map.Residents:N0}; two maps on one scale need the same.");
        }

        // The same topic on the same day.
        var same = new Story(other.About.Title, [.. right.Story.Steps.Take(1).Select(s => s with { Indicator = right.Indicator })]);
        var left = new StoryPages(other, scene, options.Theme, same, new LivingWords(output));
        left.GoTo(source.Day, cancellation);
        return PackagePages.Of(left, other.Levers, right, source.Levers);
    }

    private void Write(Composer composer, IEnumerable<Page> pages, int count, PictureSize size)
    {
        if (options.Out.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
        {
            Scene.Films.Pictures.WritePdf(composer, [.. pages], size, options.Out);
            output.WriteLine(options.Out);
            return;
        }

        if (!options.IsPicture)
        {
            Directory.CreateDirectory(options.Out);
        }

        var clock = Stopwatch.StartNew();
        int step = 0;
        foreach (Page page in pages)
        {
            string file = options.IsPicture ? options.Out : Path.Combine(options.Out, string.Create(CultureInfo.InvariantCulture, $"step-{++step:00}.png"));
            Scene.Films.Pictures.Write(composer, page, size, file);
            output.WriteLine(options.IsPicture || step == count ? file
                : step == 1 ? $"{file} (1 of {count})"
                : $"{file} ({step} of {count}, {FilmMaker.TimeLeft(clock.Elapsed, step - 1, count - 1)})");
            if (step == 1)
            {
                // The days before the first picture are lived once.
                clock.Restart();
            }

            if (options.IsPicture)
            {
                return;
            }
        }
    }
}
