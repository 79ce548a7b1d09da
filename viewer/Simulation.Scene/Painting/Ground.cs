using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using SkiaSharp;

namespace Simulation.Scene.Painting;

/// <summary>
/// Sea, land, motorways and borders of one view, as red, green and blue planes in the picture's own values (0–1), row by row from
/// the top: finer than bytes, so that the sea does not band.
/// </summary>
public sealed class Ground
{
    private const int FarAway = 1 << 20;

    private Ground(int length)
    {
        Red = new float[length];
        Green = new float[length];
        Blue = new float[length];
    }

    /// <summary>Red, 0–1.</summary>
    public float[] Red { get; }

    /// <summary>Green, 0–1.</summary>
    public float[] Green { get; }

    /// <summary>Blue, 0–1.</summary>
    public float[] Blue { get; }

    /// <summary>Share of the place that stands out in each pixel, 0–255; null when none does.</summary>
    public byte[]? Place { get; private init; }

    /// <summary>Share of the region in each pixel, 0–255.</summary>
    public byte[] Region { get; private init; } = [];

    /// <summary>Draws it.</summary>
    public static Ground Draw(View view, SceneMap map, int threads)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(map);
        GroundMap known = GroundMap.Instance;
        Palette palette = Palette.Of(view.Theme);
        string theme = view.Theme == Theme.Dark ? "dark" : "light";
        float unit = (float)view.Unit;

        // Beyond the picture's edge there may be land, which has a shore too.
        int margin = (int)Math.Min(3.3 * view.Scale, view.Height / 2.0);
        byte[] wide = Mask(view, margin, canvas =>
        {
            using SKPath land = LandPath(known);
            using SKPaint fill = Fill();
            canvas.DrawPath(land, fill);
        });
        float[] distance = Distances(wide, view.Width + (2 * margin), view.Height + (2 * margin), threads);
        byte[] region = Mask(view, 0, canvas =>
        {
            using SKPath path = Rings(map, map.PlaceOutlines.SelectMany(p => p));
            using SKPaint fill = Fill();
            canvas.DrawPath(path, fill);
        });
        byte[] roads = Mask(view, 0, canvas =>
        {
            using SKPaint stroke = Stroke(Math.Max(
                Drawing.Number("roads.smallest") * unit, Drawing.Number("roads.perPixelsPerKm") * (float)view.Scale), view);
            foreach (float[] line in known.Motorways)
            {
                using SKPath path = Line(line);
                canvas.DrawPath(path, stroke);
            }
        });
        byte[] borders = Mask(view, 0, canvas =>
        {
            using SKPath path = Rings(map, map.PlaceOutlines.SelectMany(p => p));
            using SKPaint stroke = Stroke(Drawing.Number("borders.width") * unit, view);
            canvas.DrawPath(path, stroke);
        });
        byte[]? edges = view.Camera.PixelsPerKm < Drawing.Number("borders.neighbourhoodsFrom") ? null : Mask(view, 0, canvas =>
        {
            using SKPath path = Rings(map, map.InView(view).SelectMany(n => map.Outlines[n]));
            using SKPaint stroke = Stroke(Drawing.Number("borders.neighbourhoodWidth") * unit, view);
            float pixel = (float)(1000 / view.Scale) * unit;
            stroke.PathEffect = SKPathEffect.CreateDash([Drawing.Number("borders.dash.0") * pixel, Drawing.Number("borders.dash.1") * pixel], 0);
            canvas.DrawPath(path, stroke);
        });
        byte[]? place = view.Place < 0 ? null : Mask(view, 0, canvas =>
        {
            using SKPath path = Rings(map, map.PlaceOutlines[view.Place]);
            using SKPaint fill = Fill();
            canvas.DrawPath(path, fill);
        });

        var ground = new Ground(view.Width * view.Height) { Region = region, Place = place };
        float km = (float)view.Scale;
        float shore = Drawing.Number("water.shore");
        float reach = 1 / (Drawing.Number("water.shoreKm") * km);
        (float At, float Alpha)[] lines = [.. Drawing.Part("water.lines").EnumerateArray().Select(l => (l[0].GetSingle() * km, l[1].GetSingle()))];
        float sigma = Drawing.Number("water.lineSigma") * MathF.Max(unit, 1);
        float narrow = 1 / (2 * sigma * sigma);
        float roadAlpha = Drawing.Number($"roads.alpha.{theme}");
        float borderAlpha = Drawing.Number("borders.alpha");
        float edgeAlpha = Drawing.Number("borders.neighbourhoodAlpha");
        (float R, float G, float B) deep = Of(palette["water"]);
        (float R, float G, float B) coast = Of(palette["shore"]);
        (float R, float G, float B) land = Of(palette["land"]);
        (float R, float G, float B) inside = Of(palette["region"]);
        (float R, float G, float B) road = Of(palette["road"]);
        (float R, float G, float B) border = Of(palette["border"]);
        (float R, float G, float B) beyond = Of(palette["ground"]);
        float[] fadeX = Fades(view.Width, x => view.Metres(x + 0.5, 0).X, known.West, known.East, Drawing.Number("edge.eastWestKm") * 1000);
        float[] fadeY = Fades(view.Height, y => view.Metres(0, y + 0.5).Y, known.South, known.North, Drawing.Number("edge.northSouthKm") * 1000);
        int stride = view.Width + (2 * margin);
        Bands.Run(threads, view.Height, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                int wideRow = ((y + margin) * stride) + margin;
                for (int x = 0; x < view.Width; x++)
                {
                    int i = (y * view.Width) + x;
                    float onLand = wide[wideRow + x] / 255f;
                    (float R, float G, float B) c = deep;
                    if (onLand < 1)
                    {
                        float d = MathF.Max(0, distance[wideRow + x] - 0.5f);
                        c = Mix(c, coast, shore * MathF.Exp(-d * reach));
                        foreach ((float at, float alpha) in lines)
                        {
                            float off = d - at;
                            if (MathF.Abs(off) < 4 * sigma)
                            {
                                c = Mix(c, coast, alpha * MathF.Exp(-off * off * narrow));
                            }
                        }
                    }

                    if (onLand > 0)
                    {
                        (float R, float G, float B) l = Mix(land, inside, region[i] / 255f);
                        l = edges is null || edges[i] == 0 ? l : Mix(l, road, edges[i] / 255f * edgeAlpha);
                        c = Mix(c, l, onLand);
                    }

                    c = roads[i] == 0 ? c : Mix(c, road, roads[i] / 255f * roadAlpha);
                    c = borders[i] == 0 ? c : Mix(c, border, borders[i] / 255f * borderAlpha * onLand);
                    c = Mix(beyond, c, fadeX[x] * fadeY[y]);
                    ground.Red[i] = c.R;
                    ground.Green[i] = c.G;
                    ground.Blue[i] = c.B;
                }
            }
        });
        return ground;
    }

    /// <summary>Rings in metres, filled by the even-odd rule.</summary>
    internal static SKPath Rings(SceneMap map, IEnumerable<ushort[]> rings) => Rings(rings, (x, y) => map.Metres(x, y));

    /// <summary>Rings of x and y by turns, filled by the even-odd rule.</summary>
    /// <param name="rings">The rings.</param>
    /// <param name="place">Where a corner stands on the path.</param>
    internal static SKPath Rings<T>(IEnumerable<T[]> rings, Func<T, T, (double X, double Y)> place)
    {
        using var builder = new SKPathBuilder { FillType = SKPathFillType.EvenOdd };
        foreach (T[] ring in rings)
        {
            for (int i = 0; i < ring.Length; i += 2)
            {
                (double x, double y) = place(ring[i], ring[i + 1]);
                if (i == 0)
                {
                    builder.MoveTo((float)x, (float)y);
                }
                else
                {
                    builder.LineTo((float)x, (float)y);
                }
            }

            builder.Close();
        }

        return builder.Detach();
    }

    /// <summary>From metres to the picture's pixels, for Skia.</summary>
    internal static SKMatrix MatrixOf(View view, int margin = 0)
    {
        float scale = (float)(view.Scale / 1000);
        return new SKMatrix(
            scale, 0, (float)((view.Width / 2.0) - (view.Camera.X * scale)) + margin,
            0, -scale, (float)((view.Height / 2.0) + (view.Camera.Y * scale)) + margin, 0, 0, 1);
    }

    private static SKPath LandPath(GroundMap known)
    {
        using var builder = new SKPathBuilder { FillType = SKPathFillType.EvenOdd };
        foreach (float[] ring in known.Land)
        {
            Add(builder, ring);
            builder.Close();
        }

        return builder.Detach();
    }

    private static SKPath Line(float[] line)
    {
        using var builder = new SKPathBuilder();
        Add(builder, line);
        return builder.Detach();
    }

    private static void Add(SKPathBuilder builder, float[] points)
    {
        builder.MoveTo(points[0], points[1]);
        for (int i = 2; i < points.Length; i += 2)
        {
            builder.LineTo(points[i], points[i + 1]);
        }
    }

    private static SKPaint Fill() => new() { IsAntialias = true, Color = SKColors.White };

    // Widths are in metres here: the matrix makes them pixels again.
    private static SKPaint Stroke(float pixels, View view) => new()
    {
        IsAntialias = true,
        Color = SKColors.White,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = (float)(pixels * 1000 / view.Scale),
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
    };

    private static byte[] Mask(View view, int margin, Action<SKCanvas> draw)
    {
        int width = view.Width + (2 * margin);
        int height = view.Height + (2 * margin);
        byte[] mask = new byte[width * height];
        unsafe
        {
            fixed (byte* at = mask)
            {
                using SKSurface surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Alpha8, SKAlphaType.Premul), (nint)at, width);
                surface.Canvas.SetMatrix(MatrixOf(view, margin));
                draw(surface.Canvas);
                surface.Canvas.Flush();
            }
        }

        return mask;
    }

    // Felzenszwalb and Huttenlocher 2012: columns, then lower envelopes of parabolas along rows; exact.
    private static float[] Distances(byte[] land, int width, int height, int threads)
    {
        float[] up = new float[land.Length];
        Bands.Run(threads, width, (from, to) =>
        {
            for (int x = from; x < to; x++)
            {
                int last = -FarAway;
                for (int y = 0; y < height; y++)
                {
                    last = land[(y * width) + x] >= 128 ? y : last;
                    up[(y * width) + x] = y - last;
                }

                last = FarAway;
                for (int y = height - 1; y >= 0; y--)
                {
                    last = land[(y * width) + x] >= 128 ? y : last;
                    up[(y * width) + x] = Math.Min(up[(y * width) + x], last - y);
                }
            }
        });
        Bands.Run(threads, height, (from, to) =>
        {
            int[] seats = new int[width];
            double[] starts = new double[width + 1];
            float[] row = new float[width];
            for (int y = from; y < to; y++)
            {
                up.AsSpan(y * width, width).CopyTo(row);
                int k = 0;
                seats[0] = 0;
                starts[0] = double.NegativeInfinity;
                starts[1] = double.PositiveInfinity;
                for (int q = 1; q < width; q++)
                {
                    double at = Meeting(row, q, seats[k]);
                    while (at <= starts[k])
                    {
                        at = Meeting(row, q, seats[--k]);
                    }

                    seats[++k] = q;
                    starts[k] = at;
                    starts[k + 1] = double.PositiveInfinity;
                }

                k = 0;
                for (int q = 0; q < width; q++)
                {
                    while (starts[k + 1] < q)
                    {
                        k++;
                    }

                    double across = q - seats[k];
                    up[(y * width) + q] = (float)Math.Sqrt((across * across) + ((double)row[seats[k]] * row[seats[k]]));
                }
            }
        });
        return up;
    }

    private static double Meeting(float[] row, int q, int p) =>
        ((((double)row[q] * row[q]) + ((double)q * q)) - (((double)row[p] * row[p]) + ((double)p * p))) / (2.0 * (q - p));

    private static float[] Fades(int pixels, Func<int, double> metres, double low, double high, double reach)
    {
        var fades = new float[pixels];
        for (int i = 0; i < pixels; i++)
        {
            double t = Math.Clamp(Math.Min(metres(i) - low, high - metres(i)) / reach, 0, 1);
            fades[i] = (float)(t * t * (3 - (2 * t)));
        }

        return fades;
    }

    private static (float R, float G, float B) Of(Rgb c) => (c.R / 255f, c.G / 255f, c.B / 255f);

    private static (float R, float G, float B) Mix((float R, float G, float B) a, (float R, float G, float B) b, float share) =>
        (a.R + ((b.R - a.R) * share), a.G + ((b.G - a.G) * share), a.B + ((b.B - a.B) * share));
}
