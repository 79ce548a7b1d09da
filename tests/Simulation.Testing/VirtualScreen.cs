using System.Buffers.Binary;
using System.Diagnostics;

namespace Simulation.Testing;

/// <summary>A screen that nobody sees, with a keyboard and a mouse: windows open on it, keys are pressed, and a test looks at it.</summary>
public sealed class VirtualScreen : IDisposable
{
    private static readonly Need[] Graphics =
    [
        Need.Library("EGL", "libegl1", "libEGL.so.1", "libEGL.dll"), Need.Library("OpenGL", "libgl1", "libGL.so.1", "opengl32.dll"),
        new("Mesa's software renderer", ["libgl1-mesa-dri"], _ => Renderer("*swrast*dri.so") ?? Renderer("libgallium*")),
    ];

    private static readonly Need Glfw = Need.Library("GLFW", "libglfw3", "libglfw.so.3", "glfw3.dll");
    private static readonly Need Server = Need.Program("Xvfb", "xvfb");
    private static readonly Need Hands = Need.Program("xdotool", "xdotool");
    private const int HeaderWords = 25;
    private readonly Process process;
    private readonly string folder;
    private bool over;

    private VirtualScreen(string xvfb, int width, int height)
    {
        folder = Directory.CreateTempSubdirectory("screen-").FullName;
        (Width, Height) = (width, height);
        var start = new ProcessStartInfo(xvfb) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string part in new[] { "-displayfd", "1", "-screen", "0", $"{width}x{height}x24", "-nolisten", "tcp", "-fbdir", folder })
        {
            start.ArgumentList.Add(part);
        }

        process = Process.Start(start)!;
        Display = ":" + process.StandardOutput.ReadLine();
    }

    /// <summary>Its name, for <c>DISPLAY</c>.</summary>
    public string Display { get; }

    /// <summary>Width, pixels.</summary>
    public int Width { get; }

    /// <summary>Height, pixels.</summary>
    public int Height { get; }

    /// <summary>Has the machine have what OpenGL without a graphics card needs.</summary>
    /// <exception cref="MissingException">It has not and cannot be had.</exception>
    public static void HaveGraphics() => Array.ForEach(Graphics, need => Machine.This.Have(need));

    /// <summary>Switches one on.</summary>
    /// <exception cref="MissingException">Something that it needs cannot be had.</exception>
    public static VirtualScreen Open(int width = 1600, int height = 900)
    {
        HaveGraphics();
        Machine.This.Have(Glfw);
        Machine.This.Have(Hands);
        return new VirtualScreen(Machine.This.Have(Server), width, height);
    }

    /// <summary>Presses keys, one after another, as a keyboard or a clicker does: <c>Right</c>, <c>space</c>, <c>b</c>.</summary>
    public void Press(params string[] keys) => Do(["key", "--delay", "60", .. keys]);

    /// <summary>Turns the wheel away where the pointer is put.</summary>
    public void Turn(int x, int y, int notches) =>
        Do(["mousemove", $"{x}", $"{y}", "click", "--repeat", $"{Math.Abs(notches)}", "--delay", "40", notches > 0 ? "4" : "5"]);

    /// <summary>Drags with the left button.</summary>
    public void Drag(int x, int y, int toX, int toY)
    {
        Do(["mousemove", $"{x}", $"{y}", "mousedown", "1"]);
        for (int i = 1; i <= 4; i++)
        {
            Thread.Sleep(60);
            Do(["mousemove", $"{x + ((toX - x) * i / 4)}", $"{y + ((toY - y) * i / 4)}"]);
        }

        Thread.Sleep(100);
        Do(["mouseup", "1"]);
    }

    /// <summary>Gives the only window another size.</summary>
    public void Resize(string title, int width, int height) => Do(["search", "--sync", "--name", title, "windowsize", $"{width}", $"{height}"]);

    /// <summary>What is on it: rows from the top, each pixel blue, green, red.</summary>
    public uint[] Look()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(folder, "Xvfb_screen0"));
        int Word(int i) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(4 * i));
        if (Word(0) < 4 * HeaderWords || Word(4) != Width || Word(5) != Height)
        {
            throw new InvalidDataException("The screen's picture is of another format.");
        }

        const int ColourBytes = 12;
        int at = Word(0) + (Word(19) * ColourBytes);
        int line = Word(12);
        uint[] pixels = new uint[Width * Height];
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                pixels[(y * Width) + x] = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + (y * line) + (4 * x))) & 0xFFFFFF;
            }
        }

        return pixels;
    }

    /// <summary>Looks until what is seen fits.</summary>
    /// <returns>What was seen.</returns>
    /// <exception cref="TimeoutException">It never did.</exception>
    public uint[] Until(Func<uint[], bool> fits, string what, double seconds = 60)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < seconds; Thread.Sleep(100))
        {
            uint[] seen = Look();
            if (fits(seen))
            {
                return seen;
            }
        }

        throw new TimeoutException($"The screen never showed {what}; it is {Light(Look(), 0, 0, Width, Height):0.000} light, {Look().Count(IsAmber)} of its pixels are amber.");
    }

    /// <summary>How light a part of a picture is, 0–1.</summary>
    public double Light(uint[] pixels, int left, int top, int right, int bottom)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        double sum = 0;
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                uint p = pixels[(y * Width) + x];
                sum += ((p >> 16) & 255) + ((p >> 8) & 255) + (p & 255);
            }
        }

        return sum / 765 / Math.Max(1, (right - left) * (bottom - top));
    }

    /// <summary>Whether a pixel is amber: whoever lives the day differently, and the words that name them.</summary>
    public static bool IsAmber(uint pixel) => ((pixel >> 16) & 255) > 150 && ((pixel >> 16) & 255) > (pixel & 255) + 90 && ((pixel >> 8) & 255) > (pixel & 255) + 30;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (over)
        {
            return;
        }

        over = true;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string? Renderer(string pattern) => Directory.Exists("/usr/lib")
        ? Directory.EnumerateFiles("/usr/lib", pattern, new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).FirstOrDefault()
        : null;

    private void Do(IReadOnlyList<string> what)
    {
        var start = new ProcessStartInfo(Machine.This.Have(Hands), what) { RedirectStandardError = true };
        start.Environment["DISPLAY"] = Display;
        using Process hand = Process.Start(start)!;
        string said = hand.StandardError.ReadToEnd();
        hand.WaitForExit();
        if (hand.ExitCode != 0)
        {
            throw new InvalidOperationException($"xdotool {string.Join(' ', what)}: {said.Trim()}");
        }
    }
}
