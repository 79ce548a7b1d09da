using System.Runtime.InteropServices;
using Silk.NET.OpenGL;
using Simulation.Scene.Composing;
using Simulation.Window.Native;
using SkiaSharp;

namespace Simulation.Window;

/// <summary>A window with OpenGL 3.3. All of it is called on the thread that opened it.</summary>
public sealed unsafe class WallWindow : IDisposable
{
    private static readonly Dictionary<nint, WallWindow> Opened = [];

    // GLFW's numbers of keys; a clicker sends page up and page down.
    private static readonly Dictionary<int, WallKey> Keys = new()
    {
        [262] = WallKey.Next,
        [267] = WallKey.Next,
        [257] = WallKey.Next,
        [263] = WallKey.Back,
        [266] = WallKey.Back,
        [32] = WallKey.Play,
        [80] = WallKey.Play,
        [66] = WallKey.Dark,
        [46] = WallKey.Dark,
        [76] = WallKey.Large,
        [70] = WallKey.FullScreen,
        [300] = WallKey.FullScreen,
        [77] = WallKey.Monitor,
        [74] = WallKey.Join,
        [268] = WallKey.Home,
        [72] = WallKey.Home,
        [61] = WallKey.Closer,
        [334] = WallKey.Closer,
        [45] = WallKey.Farther,
        [333] = WallKey.Farther,
        [84] = WallKey.Theme,
        [256] = WallKey.End,
    };

    private const int IconSide = 128;
    private readonly string title;
    private nint window;
    private int monitor;
    private (int X, int Y, int Width, int Height)? windowed;
    private (double X, double Y)? drag;
    private double wheel;

    private WallWindow(string title, nint window)
    {
        (this.title, this.window) = (title, window);
        Gl = Take(this, window);
        Renderer = Gl.GetStringS(StringName.Renderer);
    }

    /// <summary>OpenGL; another after <see cref="Reopen"/>.</summary>
    public GL Gl { get; private set; }

    /// <summary>What draws, as its driver calls it.</summary>
    public string Renderer { get; private set; }

    /// <summary>Whether the card has lost all that it was given: a driver that was restarted says so.</summary>
    public bool CardLost => Gl.GetError() == GLEnum.ContextLost;

    /// <summary>Takes what is pressed.</summary>
    public Action<WallKey>? Pressed { get; set; }

    /// <summary>Whether it fills a monitor.</summary>
    public bool IsFullScreen => windowed is not null;

    /// <summary>Whether somebody closed it.</summary>
    public bool Closing => Glfw.WindowShouldClose(window) != 0;

    /// <summary>Pixels to draw, which on a fine screen are more than the window's size says.</summary>
    public (int Width, int Height) Pixels
    {
        get
        {
            Glfw.GetFramebufferSize(window, out int width, out int height);
            return (width, height);
        }
    }

    /// <summary>Opens a window.</summary>
    /// <exception cref="WindowException">There is no GLFW, no screen or no OpenGL 3.3.</exception>
    public static WallWindow Open(string title, int width, int height)
    {
        const string Otherwise = "Or show the page in full screen instead: simulate view, then F11 in the browser.";
        if (!Libraries.Has(Libraries.Glfw))
        {
            throw new WindowException(
                "GLFW, which opens windows, is not on this machine. Install it (Debian and Ubuntu: apt-get install libglfw3; macOS: brew install glfw; Windows: put glfw3.dll " +
                $"beside the program). {Otherwise}");
        }

        if (Glfw.Init() == 0)
        {
            throw new WindowException($"There is no screen to open a window on: {Said()}. {Otherwise}");
        }

        nint window = Create(title, width, height);
        if (window == 0)
        {
            string said = Said();
            Glfw.Terminate();
            throw new WindowException($"No window with OpenGL 3.3 can be opened: {said}. Update the graphics driver. {Otherwise}");
        }

        return new WallWindow(title, window);
    }

    /// <summary>Opens it anew where it stands, after its card was lost: nothing that was given to the card is there any more.</summary>
    /// <exception cref="WindowException">It cannot be opened again.</exception>
    public void Reopen()
    {
        Glfw.GetWindowSize(window, out int width, out int height);
        Glfw.GetWindowPos(window, out int x, out int y);
        bool full = windowed is not null;
        (int X, int Y, int Width, int Height) place = windowed ?? (x, y, width, height);
        nint again = Create(title, place.Width, place.Height);
        if (again == 0)
        {
            throw new WindowException($"The graphics card was lost, and no window can be opened again: {Said()}.");
        }

        Opened.Remove(window);
        Gl.Dispose();
        Glfw.DestroyWindow(window);
        (window, windowed) = (again, null);
        Glfw.SetWindowPos(window, place.X, place.Y);
        Gl = Take(this, window);
        Renderer = Gl.GetStringS(StringName.Renderer);
        if (full)
        {
            ToggleFullScreen();
        }
    }

    /// <summary>Shows what was drawn.</summary>
    public void Present() => Glfw.SwapBuffers(window);

    /// <summary>Hears what was pressed.</summary>
    /// <param name="wait">Seconds to wait at most while nothing happens; 0: not at all.</param>
    public static void Hear(double wait)
    {
        if (wait > 0)
        {
            Glfw.WaitEventsTimeout(wait);
        }
        else
        {
            Glfw.PollEvents();
        }
    }

    /// <summary>Ends a <see cref="Hear"/> that waits; on any thread.</summary>
    public static void Wake() => Glfw.PostEmptyEvent();

    /// <summary>Wheel turned since the last call, in notches; away is more.</summary>
    public double TakeWheel()
    {
        double taken = wheel;
        wheel = 0;
        return taken;
    }

    /// <summary>How far the pointer was dragged since the last call, in pixels to draw.</summary>
    public (double X, double Y) TakeDrag()
    {
        if (Glfw.GetMouseButton(window, 0) != Glfw.Press)
        {
            drag = null;
            return (0, 0);
        }

        Glfw.GetCursorPos(window, out double x, out double y);
        Glfw.GetWindowSize(window, out int width, out _);
        double fine = Pixels.Width / Math.Max(1.0, width);
        (double dx, double dy) = drag is { } last ? ((x - last.X) * fine, (y - last.Y) * fine) : (0, 0);
        drag = (x, y);
        return (dx, dy);
    }

    /// <summary>Changes the window's size.</summary>
    public void Resize(int width, int height) => Glfw.SetWindowSize(window, width, height);

    /// <summary>Fills a monitor, or goes back to a window.</summary>
    public void ToggleFullScreen()
    {
        if (windowed is { } before)
        {
            windowed = null;
            Glfw.SetWindowMonitor(window, 0, before.X, before.Y, before.Width, before.Height, 0);
            Glfw.SetInputMode(window, Glfw.CursorMode, Glfw.CursorNormal);
            return;
        }

        Glfw.GetWindowPos(window, out int x, out int y);
        Glfw.GetWindowSize(window, out int width, out int height);
        windowed = (x, y, width, height);
        Fill();
    }

    /// <summary>Goes to the next monitor, and fills it.</summary>
    public void NextMonitor()
    {
        Glfw.GetMonitors(out int count);
        monitor = count > 0 ? (monitor + 1) % count : 0;
        if (windowed is null)
        {
            ToggleFullScreen();
        }
        else
        {
            Fill();
        }
    }

    /// <summary>Closes it after this frame.</summary>
    public void Close() => Glfw.SetWindowShouldClose(window, 1);

    /// <inheritdoc/>
    public void Dispose()
    {
        Opened.Remove(window);
        Gl.Dispose();
        Glfw.DestroyWindow(window);
        Glfw.Terminate();
    }

    private static nint Create(string title, int width, int height)
    {
        Glfw.WindowHint(Glfw.ContextVersionMajor, 3);
        Glfw.WindowHint(Glfw.ContextVersionMinor, 3);
        Glfw.WindowHint(Glfw.OpenGlProfile, Glfw.CoreProfile);
        Glfw.WindowHint(Glfw.ForwardCompatible, 1);
        Glfw.WindowHint(Glfw.ScaleToMonitor, 1);

        // A driver that was restarted says so, where it can, in place of drawing nonsense.
        Glfw.WindowHint(Glfw.ContextRobustness, Glfw.LoseContextOnReset);
        nint window = Glfw.CreateWindow(width, height, title, 0, 0);
        if (window == 0)
        {
            Glfw.WindowHint(Glfw.ContextRobustness, 0);
            window = Glfw.CreateWindow(width, height, title, 0, 0);
        }

        return window;
    }

    private static GL Take(WallWindow made, nint window)
    {
        Glfw.MakeContextCurrent(window);

        // With vertical sync: no tearing, and no more frames than the screen shows.
        Glfw.SwapInterval(1);
        Opened[window] = made;
        Glfw.SetKeyCallback(window, &OnKey);
        Glfw.SetScrollCallback(window, &OnScroll);
        using (SKBitmap icon = IconDrawing.Render(IconSide))
        {
            var image = new Glfw.Image { Width = icon.Width, Height = icon.Height, Pixels = icon.GetPixels() };
            Glfw.SetWindowIcon(window, 1, &image);
        }

        return GL.GetApi(Glfw.GetProcAddress);
    }

    private void Fill()
    {
        nint* monitors = Glfw.GetMonitors(out int count);
        if (count == 0)
        {
            return;
        }

        nint chosen = monitors[Math.Min(monitor, count - 1)];
        Glfw.VideoMode* mode = Glfw.GetVideoMode(chosen);
        if (mode is not null)
        {
            Glfw.SetWindowMonitor(window, chosen, 0, 0, mode->Width, mode->Height, mode->RefreshRate);
            Glfw.SetInputMode(window, Glfw.CursorMode, Glfw.CursorHidden);
        }
    }

    private static string Said()
    {
        _ = Glfw.GetError(out nint description);
        return description == 0 ? "the system gives no reason" : Marshal.PtrToStringUTF8(description)!;
    }

    [UnmanagedCallersOnly]
    private static void OnKey(nint window, int key, int scan, int action, int modifiers)
    {
        if (action == Glfw.Press && Keys.TryGetValue(key, out WallKey pressed) && Opened.TryGetValue(window, out WallWindow? open))
        {
            open.Pressed?.Invoke(pressed);
        }
    }

    [UnmanagedCallersOnly]
    private static void OnScroll(nint window, double x, double y)
    {
        if (Opened.TryGetValue(window, out WallWindow? open))
        {
            open.wheel += y;
        }
    }
}
