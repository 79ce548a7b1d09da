using System.Diagnostics;
using System.Globalization;
using Simulation.Scene.Composing;
using Simulation.Scene.Films;
using Simulation.Viewer.Wall;
using SkiaSharp;

namespace Simulation.Viewer.Rendering;

/// <summary>Makes a film of a story, and says how far it is.</summary>
/// <param name="composer">Composes its frames.</param>
/// <param name="size">Size of a frame.</param>
/// <param name="rate">Frames a second.</param>
/// <param name="output">Takes progress.</param>
internal sealed class FilmMaker(Composer composer, PictureSize size, int rate, TextWriter output)
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(5);

    /// <summary>Makes it.</summary>
    /// <param name="file">The MP4.</param>
    /// <param name="story">Its frames.</param>
    /// <param name="small">Whether it is for documents.</param>
    /// <param name="cancellation">Stops it; no file is left.</param>
    /// <exception cref="FilmException">There is no ffmpeg, or it failed.</exception>
    public void Make(string file, StoryFilm story, bool small, CancellationToken cancellation)
    {
        using FilmWriter film = FilmWriter.Begin(file, size.Width, size.Height, rate, small);
        double about = story.About;
        var clock = Stopwatch.StartNew();
        SKBitmap? still = null;
        Page? shown = null;
        int frames = 0;
        TimeSpan told = TimeSpan.Zero;
        foreach (Shot shot in story.Shots(cancellation))
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
            if (clock.Elapsed - told > TellEvery)
            {
                told = clock.Elapsed;
                double done = frames / (double)rate;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{done:0.0} s of about {Math.Max(about, done):0} s of the film, {frames / clock.Elapsed.TotalSeconds:0.0} frames a second, {TimeLeft(clock.Elapsed, done, about)}"));
            }
        }

        still?.Dispose();
        film.End();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {frames} frames, {frames / (double)rate:0.0} s"));
    }

    /// <summary>How long the rest will take if it goes on as it did, in words.</summary>
    public static string TimeLeft(TimeSpan passed, double done, double all)
    {
        double left = done > 0 ? passed.TotalSeconds * Math.Max(0, all - done) / done : 0;
        return left < 90
            ? string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling(left):0} s left")
            : string.Create(CultureInfo.InvariantCulture, $"about {left / 60:0} min left");
    }
}
