using System.Globalization;
using Simulation.Scene.Composing;
using Simulation.Scene.Films;
using Simulation.Scene.Look;
using Simulation.Viewer.Wall;

namespace Simulation.Viewer.Rendering;

/// <summary>
/// Small pictures of every kind for documents, and the film: each step of the story, its first step in the other theme and upright for
/// a screen that stands on end, two packages where there are two, and the film from the first day.
/// </summary>
/// <param name="options">How.</param>
/// <param name="output">Takes progress.</param>
internal sealed class Gallery(RenderOptions options, TextWriter output)
{
    /// <summary>Makes the page of two packages, once the days have been lived; null where there is one package only.</summary>
    public Func<PackagesPage>? Packages { get; init; }

    /// <summary>Makes all of it in the folder asked for.</summary>
    /// <exception cref="FilmException">There is no ffmpeg, or it failed.</exception>
    public void Make(Composer composer, StoryPages pages, int residents, CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.Out);
        var size = new PictureSize(options.Width, options.Height, options.Theme, options.Large);

        // The film first: it begins on the first day, and no run goes back.
        new FilmMaker(composer, size with { Video = true }, options.FramesASecond, output)
            .Make(Path.Combine(options.Out, "wall.mp4"), new StoryFilm(pages, residents, options.FramesASecond), small: true, cancellation);
        Page? first = null;
        int step = 0;
        foreach (Page page in pages.Stills(cancellation))
        {
            first ??= page;
            Write(composer, page, size, string.Create(CultureInfo.InvariantCulture, $"wall-{++step}.jpg"));
        }

        Theme other = options.Theme == Theme.Dark ? Theme.Light : Theme.Dark;
        Write(composer, first! with { Theme = other }, size with { Theme = other }, $"wall-{(other == Theme.Light ? "light" : "dark")}.jpg");
        Write(composer, first!, size with { Width = options.Height, Height = options.Width }, "wall-upright.jpg");
        if (Packages is { } packages)
        {
            Write(composer, packages(), size, "wall-packages.jpg");
        }
    }

    private void Write(Composer composer, Page page, PictureSize size, string name)
    {
        string file = Path.Combine(options.Out, name);
        Scene.Films.Pictures.Write(composer, page, size, file);
        output.WriteLine(file);
    }
}
