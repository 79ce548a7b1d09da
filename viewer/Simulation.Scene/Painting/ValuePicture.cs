using System.Runtime.Intrinsics;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using SkiaSharp;

namespace Simulation.Scene.Painting;

/// <summary>A value of each neighbourhood, painted through the people who live there: empty land stays dark.</summary>
internal static class ValuePicture
{
    // Linear light in whole numbers, so that sums do not depend on their order.
    private const float Steps = 4095;

    /// <summary>Paints it.</summary>
    public static void Paint(
        SceneMap map, View view, IReadOnlyList<Rgb> colours, QuietPicture quiet, Func<CellGrid, int[]?, int[]> count, int threads, uint[] pixels)
    {
        CellGrid grid = quiet.Grid;
        var plan = new BlurPlan(Drawing.Number("values.sigma") * (float)view.Unit);
        Plane[] tint = new Plane[4];
        for (int part = 0; part < 4; part++)
        {
            int[]? weights = part == 3 ? null : [.. colours.Select(c => (int)MathF.Round(Part(c, part) * Steps))];
            tint[part] = Gaussian.Blur(count(grid, weights), grid.Width, grid.Height, part == 3 ? 1 : 1 / Steps, plan, null, threads);
        }

        uint[] flat = Flat(map, view, colours);
        string theme = view.Theme == Theme.Dark ? "dark" : "light";
        float floor = Drawing.Number($"values.floor.{theme}");
        float from = Drawing.Number("values.toneFrom");
        float whole = 1 / MathF.Asinh(Drawing.Number("values.toneTo") / from);
        float exponent = Drawing.Number("values.exponent");
        float gain = Drawing.Number("values.gain");
        float[] linear = [.. Enumerable.Range(0, 256).Select(i => new Rgb((byte)i, 0, 0).Linear.R)];
        Ground ground = quiet.Ground;
        float[] people = quiet.People.ToArray();
        Bands.Run(threads, view.Height, (first, last) =>
        {
            float[][] rows = [.. Enumerable.Range(0, 4).Select(_ => new float[view.Width + 8])];
            float[][] shown = [.. Enumerable.Range(0, 3).Select(_ => new float[view.Width + 8])];
            float[] scratch = new float[grid.Width];
            for (int y = first; y < last; y++)
            {
                for (int part = 0; part < 4; part++)
                {
                    tint[part].Read(grid.RowOf(y), grid.Margin, rows[part].AsSpan(0, view.Width), scratch);
                }

                for (int x = 0; x < view.Width; x++)
                {
                    int i = (y * view.Width) + x;
                    float region = ground.Region[i] / 255f;
                    shown[0][x] = ground.Red[i];
                    shown[1][x] = ground.Green[i];
                    shown[2][x] = ground.Blue[i];
                    if (region <= 0)
                    {
                        continue;
                    }

                    float near = Math.Clamp(rows[3][x] * 40, 0, 1);
                    float level = Math.Clamp(MathF.Asinh(people[i] / from) * whole, 0, 1);
                    float alpha = (floor + ((1 - floor) * MathF.Min(1, gain * MathF.Pow(level, exponent)))) * region;
                    float mean = 1 / MathF.Max(rows[3][x], 1e-6f);
                    uint under = flat[i];
                    for (int part = 0; part < 3; part++)
                    {
                        float empty = linear[(under >> (16 - (8 * part))) & 255];
                        float colour = empty + (((rows[part][x] * mean) - empty) * near);
                        float b = Decode(shown[part][x]);
                        shown[part][x] = Encode(b + ((colour - b) * alpha));
                    }
                }

                Span<uint> row = pixels.AsSpan(y * view.Width, view.Width);
                for (int x = 0; x < view.Width; x += 8)
                {
                    quiet.Write(x, y, Vector256.Create(shown[0].AsSpan(x)), Vector256.Create(shown[1].AsSpan(x)), Vector256.Create(shown[2].AsSpan(x)), row);
                }
            }
        });
    }

    /// <summary>Neighbourhoods filled flat: what a place has where nobody lives. Blue, green, red, alpha.</summary>
    internal static uint[] Flat(SceneMap map, View view, IReadOnlyList<Rgb> colours)
    {
        uint[] pixels = new uint[view.Width * view.Height];
        unsafe
        {
            fixed (uint* at = pixels)
            {
                using SKSurface surface = SKSurface.Create(new SKImageInfo(view.Width, view.Height, SKColorType.Bgra8888, SKAlphaType.Premul), (nint)at, view.Width * 4);
                surface.Canvas.SetMatrix(Ground.MatrixOf(view));
                using var paint = new SKPaint { IsAntialias = false, Style = SKPaintStyle.StrokeAndFill, StrokeWidth = (float)(1500 / view.Scale) };
                foreach (int n in map.InView(view))
                {
                    paint.Color = colours[n].Skia();
                    using SKPath path = Ground.Rings(map, map.Outlines[n]);
                    surface.Canvas.DrawPath(path, paint);
                }
            }
        }

        return pixels;
    }

    private static float Part(Rgb colour, int part)
    {
        (float r, float g, float b) = colour.Linear;
        return part == 0 ? r : part == 1 ? g : b;
    }

    private static float Decode(float c) => c <= 0.04045f ? c / 12.92f : MathF.Pow((c + 0.055f) / 1.055f, 2.4f);

    private static float Encode(float c) => c <= 0.0031308f ? MathF.Max(c, 0) * 12.92f : (1.055f * MathF.Pow(MathF.Min(c, 1), 1 / 2.4f)) - 0.055f;
}
