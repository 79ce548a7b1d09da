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
