using System.Diagnostics;
using System.Runtime.InteropServices;
using Simulation.Scene.Maps;
using Simulation.Scene.Tests;
using Simulation.Testing;
using Simulation.Window.Native;

namespace Simulation.Window.Tests;

/// <summary>A real window on a screen that nobody sees, with a keyboard and a mouse.</summary>
[Collection("windows")]
public sealed class WallLoopTests : IDisposable
{
    private const int Width = 960;
    private const int Height = 540;
    private readonly VirtualScreen screen = VirtualScreen.Open(1200, 700);

    public WallLoopTests() => SetDisplay(screen.Display);

    public void Dispose() => screen.Dispose();

    [Fact]
    public void Window_OpensResizesZoomsFillsTheScreenAndCloses()
    {
        using WallWindow window = WallWindow.Open("wall test", Width, Height);
        using var loop = new WallLoop(window, new ShownPages(), SmallCity.Map, 2);
        uint[] first = Settle(loop, Width, Height);
        first.Distinct().Count().ShouldBeGreaterThan(200);
        first.Count(VirtualScreen.IsAmber).ShouldBeGreaterThan(500);

        window.Resize(720, 600);
        Same(Settle(loop, 720, 600), first).ShouldBeFalse();
        window.Pixels.ShouldBe((720, 600));
        window.Resize(Width, Height);
        Same(Settle(loop, Width, Height), first).ShouldBeTrue("the same size again is the same picture");

        // Away is closer, a drag moves the map along, H goes back.
        screen.Turn(700, 250, 5);
        uint[] closer = Settle(loop, Width, Height);
        Same(closer, first).ShouldBeFalse();
        Drag(loop, 700, 250, 500, 300);
        uint[] dragged = Settle(loop, Width, Height);
        Same(dragged, closer).ShouldBeFalse();
        screen.Press("h");
        Same(Settle(loop, Width, Height), first).ShouldBeTrue();
        screen.Press("plus");
        Same(Settle(loop, Width, Height), first).ShouldBeFalse();
        screen.Press("minus");
        Same(Settle(loop, Width, Height), first).ShouldBeTrue();

        screen.Press("f");
        Settle(loop, screen.Width, screen.Height).Count(VirtualScreen.IsAmber).ShouldBeGreaterThan(500);
        window.IsFullScreen.ShouldBeTrue();
        window.Pixels.ShouldBe((screen.Width, screen.Height));
        screen.Press("m");
        Settle(loop, screen.Width, screen.Height);
        window.IsFullScreen.ShouldBeTrue("the next monitor of one is the same");
        screen.Press("Escape");
        Settle(loop, Width, Height);
        window.IsFullScreen.ShouldBeFalse();
        window.Pixels.ShouldBe((Width, Height));

        screen.Press("l");
        Same(Settle(loop, Width, Height), first).ShouldBeFalse();
        screen.Press("l", "t");
        uint[] light = Settle(loop, Width, Height);
        Light(light).ShouldBeGreaterThan(0.7);
        screen.Press("Escape");
        Until(loop, () => window.Closing);
    }

    [Fact]
    public void Keys_OfKeyboardAndClicker_ReachTheShow()
    {
        var show = new ShownPages();
        using WallWindow window = WallWindow.Open("wall test", Width, Height);
        using var loop = new WallLoop(window, show, SmallCity.Map, 2);
        Settle(loop, Width, Height);
        screen.Press("Right", "Next", "Return", "Left", "Prior", "space", "p", "b", "period", "j");
        Until(loop, () => show.Pressed.Count >= 10);
        show.Pressed.ShouldBe(
        [
            WallKey.Next, WallKey.Next, WallKey.Next, WallKey.Back, WallKey.Back, WallKey.Play, WallKey.Play, WallKey.Dark, WallKey.Dark, WallKey.Join,
        ]);
    }

    [Fact]
    public void Camera_ToAnotherPlace_FliesThere_AndNothingMovesAtRest()
    {
        var show = new ShownPages();
        using WallWindow window = WallWindow.Open("wall test", Width, Height);
        using var loop = new WallLoop(window, show, SmallCity.Map, 2);
        uint[] first = Settle(loop, Width, Height);
        show.Page = ShownPages.First with { Camera = Camera.Named("mersey") };
        long before = loop.Frames;
        uint[] there = Settle(loop, Width, Height);
        (loop.Frames - before).ShouldBeGreaterThan(3, "it flies");
        Same(there, first).ShouldBeFalse();
        Same(Settle(loop, Width, Height), there).ShouldBeTrue();
    }

    [Fact]
    public void ACardThatIsLost_TheWindowComesBack_WithWords()
    {
        using WallWindow window = WallWindow.Open("wall test", Width, Height);
        using var loop = new WallLoop(window, new ShownPages(), SmallCity.Map, 2);
        uint[] first = Settle(loop, Width, Height);
        int asked = 0;
        loop.Lost = () => asked++ == 0;
        Until(loop, () => asked > 0);
        uint[] after = Settle(loop, Width, Height);
        loop.Trouble.ShouldContain("graphics card was lost");
        after.Count(VirtualScreen.IsAmber).ShouldBeGreaterThan(500);
        after.Zip(first).Count(p => p.First != p.Second).ShouldBeInRange(1_000, Width * Height / 4, "the same picture, and words in a corner");
        screen.Press("f");
        Settle(loop, screen.Width, screen.Height);
        window.IsFullScreen.ShouldBeTrue("keys are heard again");
    }

    [Fact]
    public void APageThatCannotBePainted_LeavesTheOneBefore_WithWords_UntilAnotherCan()
    {
        var show = new ShownPages();
        using WallWindow window = WallWindow.Open("wall test", Width, Height);
        using var loop = new WallLoop(window, show, SmallCity.Map, 2);
        uint[] first = Settle(loop, Width, Height);
        show.Page = ShownPages.First with { Sentence = null! };
        Until(loop, () => loop.Trouble.Length > 0);
        uint[] after = Settle(loop, Width, Height);
        loop.Trouble.ShouldStartWith("This page cannot be painted");
        after.Count(VirtualScreen.IsAmber).ShouldBeGreaterThan(500);
        Same(after, first).ShouldBeFalse();
        show.Page = ShownPages.First with { };
        Until(loop, () => loop.Trouble.Length == 0);
        Same(Settle(loop, Width, Height), first).ShouldBeTrue();
    }

    [Fact]
    public void WithoutAScreen_WordsSayWhatElseThereIs()
    {
        SetDisplay(":9999");
        Should.Throw<WindowException>(() => WallWindow.Open("wall test", Width, Height)).Message.ShouldSatisfyAllConditions(
            m => m.ShouldStartWith("There is no screen to open a window on"), m => m.ShouldContain("simulate view"));
        SetDisplay(screen.Display);
    }

    [Fact]
    public void WithoutGlfw_WordsSayHowToGetIt()
    {
        Libraries.Hidden.Add(Libraries.Glfw);
        try
        {
            Should.Throw<WindowException>(() => WallWindow.Open("wall test", Width, Height)).Message.ShouldSatisfyAllConditions(
                m => m.ShouldContain("apt-get install libglfw3"), m => m.ShouldContain("brew install glfw"), m => m.ShouldContain("glfw3.dll"), m => m.ShouldContain("simulate view"));
        }
        finally
        {
            Libraries.Hidden.Clear();
        }
    }

    private uint[] Settle(WallLoop loop, int width, int height)
    {
        // What was pressed arrives a moment later; then the page of now is painted.
        for (var watch = Stopwatch.StartNew(); watch.ElapsedMilliseconds < 250;)
        {
            loop.Step();
        }

        Until(loop, () => loop.Settled);
        loop.Step();
        uint[] all = screen.Look();
        return [.. Enumerable.Range(0, height).SelectMany(y => all.Skip(y * screen.Width).Take(width))];
    }

    // The hand moves while the window looks.
    private void Drag(WallLoop loop, int x, int y, int toX, int toY)
    {
        Task hand = Task.Run(() => screen.Drag(x, y, toX, toY));
        Until(loop, () => hand.IsCompleted);
    }

    private static bool Same(uint[] a, uint[] b) => a.AsSpan().SequenceEqual(b);

    private static void Until(WallLoop loop, Func<bool> holds)
    {
        for (var watch = Stopwatch.StartNew(); !holds();)
        {
            watch.Elapsed.TotalSeconds.ShouldBeLessThan(60);
            loop.Step();
        }
    }

    private static double Light(uint[] picture) => picture.Average(p => (((p >> 16) & 255) + ((p >> 8) & 255) + (p & 255)) / 765.0);

    // GLFW reads the process's own environment, which .NET keeps a copy of.
    private static void SetDisplay(string display) => _ = SetEnvironment("DISPLAY", display, 1);

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi)]
    private static extern int SetEnvironment(string name, string value, int overwrite);
}
