using System.Diagnostics;
using Simulation.Testing;

namespace Simulation.Viewer.Tests.Walls;

/// <summary>A screen that nobody sees, for a wall's window in its corner, and what is asked of it.</summary>
public abstract class WatchedScreen : IDisposable
{
    /// <summary>Pixels of the window across.</summary>
    protected const int Width = 1280;

    /// <summary>Pixels of the window down.</summary>
    protected const int Height = 720;

    /// <summary>The screen, wider than the window.</summary>
    protected VirtualScreen Screen { get; } = VirtualScreen.Open();

    /// <summary>A folder for files of the test.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("wall-").FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        Screen.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Looks until the picture rests and is as it should be.</summary>
    /// <param name="fits">What it should be like.</param>
    /// <param name="what">That, in words.</param>
    /// <param name="seconds">How long it is waited for.</param>
    protected uint[] Rested(Func<uint[], bool> fits, string what, double seconds = 180)
    {
        // The same for a second: nothing moves any more, and a machine with much else to do has not merely kept the wall waiting.
        uint[] last = [];
        var since = Stopwatch.StartNew();
        return Screen.Until(
            now =>
            {
                if (!last.AsSpan().SequenceEqual(now))
                {
                    last = now;
                    since.Restart();
                }

                return since.Elapsed.TotalSeconds >= 1 && fits(now);
            },
            what, seconds);
    }

    /// <summary>Share of the window's pixels that differ.</summary>
    protected double Differ(uint[] a, uint[] b)
    {
        int differ = 0;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                differ += a[(y * Screen.Width) + x] == b[(y * Screen.Width) + x] ? 0 : 1;
            }
        }

        return differ / (double)(Width * Height);
    }
}
