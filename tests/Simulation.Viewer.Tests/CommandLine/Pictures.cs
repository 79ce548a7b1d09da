using Simulation.Testing;
using SkiaSharp;

namespace Simulation.Viewer.Tests;

/// <summary>Looks at picture files.</summary>
internal static class Pictures
{
    /// <summary>Share of amber pixels in a part of a picture, whose sides are shares of its own.</summary>
    public static double AmberShare(string file, double left, double top, double right, double bottom) =>
        Share(file, left, top, right, bottom, c => VirtualScreen.IsAmber((uint)c & 0xFFFFFF));

    /// <summary>Share of pixels that differ from the picture's own left edge, which is bare ground.</summary>
    public static double DrawnShare(string file, double left, double top, double right, double bottom)
    {
        using SKBitmap picture = SKBitmap.Decode(file);
        SKColor ground = picture.GetPixel(2, 2);
        return Share(picture, left, top, right, bottom, c => Math.Abs(c.Red - ground.Red) + Math.Abs(c.Green - ground.Green) + Math.Abs(c.Blue - ground.Blue) > 18);
    }

    /// <summary>Width and height.</summary>
    public static (int Width, int Height) Size(string file)
    {
        using SKBitmap picture = SKBitmap.Decode(file);
        return (picture.Width, picture.Height);
    }

    private static double Share(string file, double left, double top, double right, double bottom, Func<SKColor, bool> fits)
    {
        using SKBitmap picture = SKBitmap.Decode(file);
        return Share(picture, left, top, right, bottom, fits);
    }

    private static double Share(SKBitmap picture, double left, double top, double right, double bottom, Func<SKColor, bool> fits)
    {
        int found = 0;
        int all = 0;
        for (int y = (int)(top * picture.Height); y < (int)(bottom * picture.Height); y++)
        {
            for (int x = (int)(left * picture.Width); x < (int)(right * picture.Width); x++)
            {
                all++;
                found += fits(picture.GetPixel(x, y)) ? 1 : 0;
            }
        }

        return found / (double)Math.Max(1, all);
    }
}
