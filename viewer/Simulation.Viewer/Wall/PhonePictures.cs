using System.Diagnostics;
using Simulation.Scene.Composing;
using Simulation.Scene.Films;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>
/// Paints what the wall shows, for phones: one small picture for all of them, anew when something has changed and at most every two
/// seconds. Phones need no residents, no WebGL and little of the network.
/// </summary>
internal sealed class PhonePictures : IDisposable
{
    /// <summary>Width and height of a picture, pixels.</summary>
    public const int Side = 720;

    private const int Quality = 60;

    // The camera for phones is that of a map 390 wide and 300 high; a square shows the region as large as its width allows.
    private const double WholeCloser = 3.3;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstDay = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource ending;
    private readonly Thread thread;

    /// <summary>Begins; nothing is painted while nobody wants it.</summary>
    /// <param name="connect">Connects to what is shown, as a wall does.</param>
    /// <param name="wanted">Whether anybody would see a picture.</param>
    /// <param name="show">Takes a picture.</param>
    /// <param name="cancellation">Ends it.</param>
    public PhonePictures(Func<TimeSpan, CancellationToken, IWallSource> connect, Func<bool> wanted, Action<byte[]> show, CancellationToken cancellation)
    {
        ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        thread = new Thread(() => Run(connect, wanted, show)) { IsBackground = true, Name = "phones", Priority = ThreadPriority.BelowNormal };
        thread.Start();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ending.Cancel();
        thread.Join();
        ending.Dispose();
    }

    private void Run(Func<TimeSpan, CancellationToken, IWallSource> connect, Func<bool> wanted, Action<byte[]> show)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                Follow(connect, wanted, show);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Whatever a picture fails of, it must not end the talk: phones keep the last one, and it is tried again.
                ending.Token.WaitHandle.WaitOne(Rest);
            }
        }
    }

    private void Follow(Func<TimeSpan, CancellationToken, IWallSource> connect, Func<bool> wanted, Action<byte[]> show)
    {
        while (!wanted())
        {
            Wait(LookAgain);
        }

        using IWallSource source = connect(Rest, ending.Token);
        SceneMap scene = SceneMaps.Of(source.Map);
        using var painter = new CountingPainter(scene, 1);
        var composer = new Composer(painter, scene);
        var pages = new StoryPages(source, scene, Theme.Dark, new Story(source.About.Title, []), new Progress<Living>());
        WallView? painted = null;
        bool another = false;
        var waited = Stopwatch.StartNew();
        while (true)
        {
            WallView now = source.Steered ?? new WallView("everybody", source.Headline, -1, -1, false);
            another |= pages.Follow(ending.Token);
            // The first picture waits for the day that comes with it: without one nobody would be lit.
            bool ready = another || painted is not null || waited.Elapsed > FirstDay;
            if (wanted() && ready && (another || now != painted))
            {
                show(Paint(composer, pages.PageOf(now with { Step = -1 })));
                (painted, another) = (now, false);
                Wait(Rest);
            }
            else
            {
                Wait(LookAgain);
            }
        }
    }

    private static byte[] Paint(Composer composer, Page page)
    {
        Camera camera = page.Camera;
        Camera home = Camera.Named("phone");
        bool whole = page is ValuesPage || camera == Camera.Named("home");
        var view = new View(whole ? home with { PixelsPerKm = home.PixelsPerKm * WholeCloser } : camera, Side, Side, page.Theme) { Place = (page as LightsPage)?.Place ?? -1 };
        using SkiaSharp.SKBitmap bitmap = composer.RenderMap(page, view, new PictureSize(Side, Side, page.Theme, Large: true));
        return Pictures.WebP(bitmap, Quality);
    }

    private void Wait(TimeSpan time)
    {
        ending.Token.WaitHandle.WaitOne(time);
        ending.Token.ThrowIfCancellationRequested();
    }
}
