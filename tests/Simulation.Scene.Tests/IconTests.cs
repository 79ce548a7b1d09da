using Simulation.Scene.Composing;
using SkiaSharp;

namespace Simulation.Scene.Tests;

public sealed class IconTests
{
    [Theory]
    [InlineData(16, 1)]
    [InlineData(32, 1)]
    [InlineData(128, 6)]
    [InlineData(256, 6)]
    public void Icon_HasWaterLandAndItsLights_AndRoundCorners(int side, int lights)
    {
        using SKBitmap icon = IconDrawing.Render(side);
        icon.GetPixel(0, 0).Alpha.ShouldBe((byte)0);
        icon.GetPixel(side / 2, side / 2).Alpha.ShouldBe((byte)255);
        int water = 0;
        int dark = 0;
        var seen = new bool[side, side];
        int found = 0;
        for (int y = 0; y < side; y++)
        {
            for (int x = 0; x < side; x++)
            {
                SKColor c = icon.GetPixel(x, y);
                water += c.Blue > c.Red + 40 ? 1 : 0;
                dark += c.Alpha == 255 && c.Red + c.Green + c.Blue < 90 ? 1 : 0;
                if (Bright(icon, x, y) && !seen[x, y])
                {
                    found++;
                    Flood(icon, seen, x, y);
                }
            }
        }

        found.ShouldBe(lights);
        (water / (double)(side * side)).ShouldBeInRange(0.1, 0.6);
        (dark / (double)(side * side)).ShouldBeInRange(0.15, 0.7);
    }

    [Fact]
    public void TheIconOfThePage_IsTheDrawnOne()
    {
        string file = Path.Combine(Folder(), "viewer", "look", "icon.png");
        using SKBitmap drawn = IconDrawing.Render(64);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            using SKData data = drawn.Encode(SKEncodedImageFormat.Png, 100);
            using FileStream into = File.Create(file);
            data.SaveTo(into);
            return;
        }

        using SKBitmap kept = SKBitmap.Decode(file);
        kept.Width.ShouldBe(64);
        int far = 0;
        for (int i = 0; i < 64 * 64; i++)
        {
            SKColor a = kept.GetPixel(i % 64, i / 64);
            SKColor b = drawn.GetPixel(i % 64, i / 64);
            far += Math.Abs(a.Red - b.Red) + Math.Abs(a.Blue - b.Blue) + Math.Abs(a.Alpha - b.Alpha) > 24 ? 1 : 0;
        }

        far.ShouldBeLessThan(40, "edges differ a little from machine to machine; with UPDATE_GOLDEN=1 it is written anew");
    }

    private static string Folder()
    {
        string at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Simulation.sln")))
        {
            at = Path.GetDirectoryName(at)!;
        }

        return at;
    }

    private static bool Bright(SKBitmap icon, int x, int y) => icon.GetPixel(x, y) is { Red: > 200 } c && c.Red > c.Blue + 40;

    private static void Flood(SKBitmap icon, bool[,] seen, int x, int y)
    {
        var next = new Stack<(int X, int Y)>([(x, y)]);
        while (next.TryPop(out (int X, int Y) at))
        {
            if (at.X < 0 || at.Y < 0 || at.X >= icon.Width || at.Y >= icon.Height || seen[at.X, at.Y] || !Bright(icon, at.X, at.Y))
            {
                continue;
            }

            seen[at.X, at.Y] = true;
            next.Push((at.X + 1, at.Y));
            next.Push((at.X - 1, at.Y));
            next.Push((at.X, at.Y + 1));
            next.Push((at.X, at.Y - 1));
        }
    }
}
