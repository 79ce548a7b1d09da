using System.Diagnostics;
using Silk.NET.OpenGL;
using Simulation.Scene.Composing;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Window.Native;
using Simulation.Window.Painting;
using SkiaSharp;

namespace Simulation.Window;

/// <summary>
/// Keeps a window up to date. Pages are painted on a thread of their own; the window shows the last one until the next is there, so
/// that it never waits: neither for a simulation nor for a picture. On a graphics card the map is drawn by it and only words come
/// from the processor; where the processor stands in for a card, it paints the whole picture, which is many times faster.
/// </summary>
public sealed class WallLoop : IDisposable
{
    private const double FlightSeconds = 1.6;
    private const double StreetSeconds = 2.4;
    private readonly WallWindow window;
    private readonly IWallShow show;
    private readonly SceneMap map;
    private readonly CountingPainter processor;
    private readonly Composer composer;
    private GlPainter? card;
    private GlPicture picture;
    private GlPicture from;
    private GlPicture to;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private bool large;
    private (double X, double Y, double Closer) moved = (0, 0, 1);
    private Task<Painted>? painting;
    private Painted? shown;
    private Page? asked;
    private PictureSize? askedSize;
    private (View From, View To)? flight;
    private double began = double.NegativeInfinity;
    private bool uploaded;
    private string trouble = string.Empty;
    private string fault = string.Empty;
    private Page? broken;

    /// <summary>Prepares a window for a show.</summary>
    /// <param name="window">The window.</param>
    /// <param name="show">What it shows.</param>
    /// <param name="map">The population's map.</param>
    /// <param name="threads">Threads that paint.</param>
    /// <param name="useCard">Whether a graphics card draws the map, where there is one.</param>
    public WallLoop(WallWindow window, IWallShow show, SceneMap map, int threads, bool useCard = true)
    {
        ArgumentNullException.ThrowIfNull(window);
        (this.window, this.show, this.map) = (window, show, map);
        processor = new CountingPainter(map, threads);
        composer = new Composer(processor, map);
        card = useCard && !EglContext.IsSoftware(window.Renderer) ? TryCard(threads) : null;
        picture = new GlPicture(window.Gl);
        from = new GlPicture(window.Gl);
        to = new GlPicture(window.Gl);
        window.Pressed = Press;
        Lost = () => window.CardLost;
    }

    /// <summary>Whether the card has lost all that it was given; asked once a frame.</summary>
    internal Func<bool> Lost { get; set; }

    /// <summary>What the window says of itself, in words; empty while nothing went wrong.</summary>
    internal string Trouble => fault.Length > 0 ? fault : trouble;

    /// <summary>What draws the map, in words.</summary>
    public string Painter => card?.Name ?? processor.Name;

    /// <summary>Frames shown so far.</summary>
    public long Frames { get; private set; }

    /// <summary>Whether the page of now is on the screen.</summary>
    public bool Settled => painting is null && ReferenceEquals(asked, Wanted) && uploaded && !Flying;

    // A page that cannot be painted leaves the one before it on the wall, with words.
    private Page Wanted => show.Page is var page && ReferenceEquals(page, broken) && shown is not null ? shown.Page : page;

    private bool Flying => clock.Elapsed.TotalSeconds - began < Seconds;

    private double Seconds => flight is { } f && Math.Max(f.From.Camera.PixelsPerKm, f.To.Camera.PixelsPerKm) > 300 ? StreetSeconds : FlightSeconds;

    /// <summary>Runs until the window is closed.</summary>
    public void Run(CancellationToken cancellation)
    {
        while (!window.Closing && !cancellation.IsCancellationRequested)
        {
            Step();
        }
    }

    /// <summary>Hears, paints and shows once.</summary>
    public void Step()
    {
        // A wall at rest costs nothing; vertical sync sets the pace while something moves.
        WallWindow.Hear(Settled ? 0.05 : painting is not null && !Flying ? 0.004 : 0);
        Steer();
        (int width, int height) = window.Pixels;
        if (width < 16 || height < 16)
        {
            return;
        }

        Ask(new PictureSize(width, height, show.Page.Theme, large));
        if (painting is { IsCompleted: true } done)
        {
            painting = null;
            Take(done);
        }

        if (shown is not null)
        {
            Draw(shown, width, height);
            window.Present();
            Frames++;
            if (Lost())
            {
                Renew();
            }
        }
    }

    // A card that was lost (a driver that was restarted, a laptop that slept) has forgotten everything: the window is opened anew,
    // the processor paints from now on, and the page of now comes back with words.
    private void Renew()
    {
        painting?.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        painting = null;
        window.Reopen();
        (card, flight) = (null, null);
        picture = new GlPicture(window.Gl);
        from = new GlPicture(window.Gl);
        to = new GlPicture(window.Gl);
        (shown, asked, uploaded) = (null, null, false);
        trouble = "The graphics card was lost; the processor paints from now on.";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        painting?.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        picture.Dispose();
        from.Dispose();
        to.Dispose();
        card?.Dispose();
        processor.Dispose();
    }

    private GlPainter? TryCard(int threads)
    {
        try
        {
            return new GlPainter(window.Gl, map, threads, compute: true);
        }
        catch (WindowException e)
        {
            // The processor paints the same picture.
            trouble = e.Message;
            return null;
        }
    }

    private void Press(WallKey key)
    {
        switch (key)
        {
            case WallKey.Large:
                large = !large;
                break;
            case WallKey.FullScreen:
                window.ToggleFullScreen();
                break;
            case WallKey.Monitor:
                window.NextMonitor();
                break;
            case WallKey.End when window.IsFullScreen:
                window.ToggleFullScreen();
                break;
            case WallKey.End:
                window.Close();
                break;
            case WallKey.Closer:
                moved = moved with { Closer = moved.Closer * 1.25 };
                break;
            case WallKey.Farther:
                moved = moved with { Closer = moved.Closer / 1.25 };
                break;
            case WallKey.Home:
                moved = (0, 0, 1);
                break;
            default:
                moved = key is WallKey.Next or WallKey.Back ? (0, 0, 1) : moved;
                show.Press(key);
                break;
        }
    }

    private void Steer()
    {
        double notches = window.TakeWheel();
        (double dx, double dy) = window.TakeDrag();
        if (notches != 0)
        {
            moved = moved with { Closer = Math.Clamp(moved.Closer * Math.Pow(1.2, notches), 0.2, 200) };
        }

        if ((dx != 0 || dy != 0) && shown is not null)
        {
            moved = moved with { X = moved.X - (dx / shown.View.Scale * 1000), Y = moved.Y + (dy / shown.View.Scale * 1000) };
        }
    }

    private void Ask(PictureSize size)
    {
        Page page = Wanted;
        bool stale = !ReferenceEquals(page, asked) || askedSize != size || shown?.Moved != moved;
        if (!stale || painting is not null)
        {
            return;
        }

        (asked, askedSize) = (page, size);
        (double X, double Y, double Closer) by = moved;
        Painted? last = shown;
        painting = Task.Run(() => Paint(page, size, by, last));
    }

    private Painted Paint(Page page, PictureSize size, (double X, double Y, double Closer) by, Painted? last)
    {
        Camera camera = page.Camera with { X = page.Camera.X + by.X, Y = page.Camera.Y + by.Y, PixelsPerKm = page.Camera.PixelsPerKm * by.Closer };
        Page seen = page with { Camera = camera, Trouble = page.Trouble.Length > 0 ? page.Trouble : Trouble };
        View view = Composer.ViewOf(seen, size);
        var painted = new Painted(page, view, by) { Seen = seen };
        if (last is { Seen: LightsPage there } && seen is LightsPage here && last.Page.Camera != page.Camera && last.View.Width == view.Width && last.View.Height == view.Height)
        {
            // Names and words are off while the camera flies.
            painted = painted with { From = composer.Render(Bare(there), size), To = composer.Render(Bare(here), size) };
        }

        if (card is null || seen is not LightsPage lights)
        {
            return painted with { Words = composer.Render(seen, size) };
        }

        var words = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(words);
        composer.DrawOver(canvas, lights, size);
        canvas.Flush();
        return painted with { Words = words, Lights = lights };
    }

    private static LightsPage Bare(LightsPage page) => page with { WordsAlpha = 0, LabelsAlpha = 0, Schools = [], Ways = [], Steps = 0, Join = string.Empty };

    private void Take(Task<Painted> done)
    {
        if (done.IsFaulted)
        {
            // The last picture stays: a wall is never blank.
            fault = $"This page cannot be painted: {done.Exception!.InnerException!.Message}";
            (broken, asked) = (asked, null);
            return;
        }

        Painted next = done.Result;
        if (fault.Length > 0 && ReferenceEquals(next.Page, show.Page))
        {
            // It can be painted again, and this time without the words.
            (broken, fault, asked) = (null, string.Empty, null);
        }

        if (next is { From: { } start, To: { } end })
        {
            Upload(from, start);
            Upload(to, end);
            flight = (shown!.View, next.View);
            began = clock.Elapsed.TotalSeconds;
        }

        shown = next;
        Upload(picture, next.Words!);
        uploaded = true;
    }

    private static void Upload(GlPicture into, SKBitmap bitmap)
    {
        into.Take(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(bitmap.GetPixelSpan()), bitmap.Width, bitmap.Height);
        bitmap.Dispose();
    }

    private void Draw(Painted page, int width, int height)
    {
        GL gl = window.Gl;
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        gl.Viewport(0, 0, (uint)width, (uint)height);
        Rgb ground = Palette.Of(page.Page.Theme).Ground;
        gl.ClearColor(ground.R / 255f, ground.G / 255f, ground.B / 255f, 1);
        gl.Clear(ClearBufferMask.ColorBufferBit);
        if (Flying && flight is { } between)
        {
            Fly(between.From, between.To);
            return;
        }

        if (page.Lights is { } lights && card is not null && page.View.Width == width && page.View.Height == height)
        {
            try
            {
                card.Draw(page.View, lights.Lit, lights.Level, 0);
            }
            catch (WindowException e)
            {
                (trouble, card, asked) = (e.Message, null, null);
            }
        }

        picture.Draw();
    }

    // Both ends of the flight are pictures that are there; each lies where the camera of this moment sees it.
    private void Fly(View start, View end)
    {
        double t = Math.Clamp((clock.Elapsed.TotalSeconds - began) / Seconds, 0, 1);
        Camera camera = new Flight(start.Camera, end.Camera).At(t);
        Placed(from, start, camera, 1);
        double mix = Math.Clamp((t - 0.35) / 0.4, 0, 1);
        Placed(to, end, camera, (float)(mix * mix * (3 - (2 * mix))));
    }

    private static void Placed(GlPicture taken, View view, Camera camera, float alpha)
    {
        double closer = camera.PixelsPerKm / view.Camera.PixelsPerKm;
        double pixels = camera.PixelsPerKm * view.Unit / 1000;
        taken.Draw(
            alpha, (float)closer, (float)closer, (float)((view.Camera.X - camera.X) * pixels * 2 / view.Width), (float)((view.Camera.Y - camera.Y) * pixels * 2 / view.Height));
    }

    /// <summary>A page that is painted.</summary>
    private sealed record Painted(Page Page, View View, (double X, double Y, double Closer) Moved)
    {
        public required Page Seen { get; init; }

        public SKBitmap? Words { get; init; }

        public LightsPage? Lights { get; init; }

        public SKBitmap? From { get; init; }

        public SKBitmap? To { get; init; }
    }
}
