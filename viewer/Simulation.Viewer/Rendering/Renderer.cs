using System.Diagnostics;
using System.Globalization;
using Simulation.Engine.Files;
using Simulation.Scene.Composing;
using Simulation.Scene.Films;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Wall;
using SkiaSharp;

namespace Simulation.Viewer.Rendering;

/// <summary>Makes pictures and films of a story, a scenario, a recording or finished runs, without a window and without a browser.</summary>
/// <param name="options">How.</param>
/// <param name="output">Takes progress.</param>
internal sealed class Renderer(RenderOptions options, TextWriter output)
{
    /// <summary>Makes them.</summary>
    /// <exception cref="ViewerException">Something the user can put right.</exception>
    public void Render(IWallSource source, Story? story, CancellationToken cancellation)
    {
        SceneMap scene = SceneMaps.Of(source.Map);
        Story told = story ?? Untold(source);
        using IMapPainter painter = Painters.Make(options.Painter, scene, options.Threads, output.WriteLine);
        var composer = new Composer(painter, scene);
        var size = new PictureSize(options.Width, options.Height, options.Theme, options.Large, IsFilm(options.Out));
        var pages = new StoryPages(source, scene, options.Theme, told, new WarmUp(output));
        try
        {
            if (IsFilm(options.Out))
            {
                Film(composer, pages, size, cancellation);
            }
            else
            {
                Pictures(composer, pages.Stills(cancellation), size);
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

    private static bool IsFilm(string file) => file.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase);

    // Without a story: everybody on the last school day of the horizon; of finished runs, the change by neighbourhood.
    private Story Untold(IWallSource source)
    {
        string? place = options.View.StartsWith("place:", StringComparison.Ordinal) ? PlaceCalled(source, options.View[6..]) : null;
        string? school = options.View.StartsWith("street:", StringComparison.Ordinal) ? options.View[7..] : null;
        DateOnly end = source.About.Start.AddDays(source.Days - 1);
        return new Story(source.About.Title,
        [
            new StoryStep(
                string.Empty, string.Empty, string.Empty, place, null, options.View is "level" ? "inactive" : null, null, null, null, IsFilm(options.Out) ? 14 : null,
                options.Date ?? end, options.View is "change" ? "change" : null, school),
        ]);
    }

    private static string PlaceCalled(IWallSource source, string name) =>
        source.Map.Places.FirstOrDefault(p => p.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ViewerException($"There is no place called '{name}'; there are {string.Join(", ", source.Map.Places)}.");

    private void Pictures(Composer composer, IEnumerable<Page> pages, PictureSize size)
    {
        if (options.Out.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
        {
            Scene.Films.Pictures.WritePdf(composer, [.. pages], size, options.Out);
            output.WriteLine(options.Out);
            return;
        }

        bool one = Scene.Films.Pictures.Endings.Any(e => options.Out.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        if (!one)
        {
            Directory.CreateDirectory(options.Out);
        }

        int step = 0;
        foreach (Page page in pages)
        {
            string file = one ? options.Out : Path.Combine(options.Out, string.Create(CultureInfo.InvariantCulture, $"step-{++step:00}.png"));
            Scene.Films.Pictures.Write(composer, page, size, file);
            output.WriteLine(file);
            if (one)
            {
                return;
            }
        }
    }

    private void Film(Composer composer, StoryPages pages, PictureSize size, CancellationToken cancellation)
    {
        using FilmWriter film = FilmWriter.Begin(options.Out, options.Width, options.Height, options.FramesASecond);
        var clock = Stopwatch.StartNew();
        SKBitmap? still = null;
        Page? shown = null;
        int frames = 0;
        TimeSpan told = TimeSpan.Zero;
        foreach (Shot shot in pages.Film(options.FramesASecond, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();

            // Nothing moves at rest: a page that is shown again is the same picture.
            if (still is null || shot.Next is not null || !ReferenceEquals(shot.Page, shown))
            {
                still?.Dispose();
                still = composer.Render(shot.Page, size);
                shown = shot.Next is null ? shot.Page : null;
            }

            if (shot.Next is { } next)
            {
                using SKBitmap coming = composer.Render(next, size);
                using var canvas = new SKCanvas(still);
                using var veil = new SKPaint { Color = SKColors.White.WithAlpha((byte)Math.Round(255 * shot.Share)) };
                canvas.DrawBitmap(coming, 0, 0, SKSamplingOptions.Default, veil);
            }

            film.Add(still);
            frames++;
            if (clock.Elapsed - told > TimeSpan.FromSeconds(5))
            {
                told = clock.Elapsed;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{frames / (double)options.FramesASecond:0.0} s of the film, {frames / clock.Elapsed.TotalSeconds:0.0} frames a second"));
            }
        }

        still?.Dispose();
        film.End();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Out}: {frames} frames, {frames / (double)options.FramesASecond:0.0} s"));
    }

    private sealed class WarmUp(TextWriter output) : IProgress<double>
    {
        private int told = -1;

        public void Report(double value)
        {
            int tenth = (int)(value * 4);
            if (tenth > told)
            {
                told = tenth;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Days before the horizon: {tenth * 25} %"));
            }
        }
    }
}
