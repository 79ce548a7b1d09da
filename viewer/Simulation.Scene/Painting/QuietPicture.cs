using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;

namespace Simulation.Scene.Painting;

/// <summary>Everybody as quiet light over the land: made once a view. In linear light where it is dark, in the picture's own values where it is light.</summary>
internal sealed class QuietPicture
{
    private readonly bool light;
    private readonly Ground ground;
    private readonly QuietDensity drawn;
    private readonly float[] density;
    private readonly float[] fade;
    private readonly float[] beyond;

    public QuietPicture(View view, SceneMap map, Func<CellGrid, int[]?, int[]> count, int threads)
    {
        View = view;
        light = view.Theme == Theme.Light;
        Grid = new CellGrid(view, map);
        int length = view.Width * view.Height;

        // Rows are worked on eight pixels at a time; the last few may reach beyond the picture.
        Red = new float[length + 8];
        Green = new float[length + 8];
        Blue = new float[length + 8];
        Pixels = new uint[length];
        ground = Ground.Draw(view, map, threads);
        drawn = QuietDensity.Of(view, map);
        density = Density(view, Grid, count(Grid, null), drawn, threads);
        fade = new float[view.Width + 8];
        for (int x = 0; x < view.Width; x++)
        {
            float t = view.FadeTo > view.FadeFrom ? Math.Clamp((x + 0.5f - view.FadeFrom) / (view.FadeTo - view.FadeFrom), 0, 1) : 1;
            fade[x] = t * t * (3 - (2 * t));
        }

        Rgb colour = Palette.Of(view.Theme).Ground;
        beyond = [colour.R / 255f, colour.G / 255f, colour.B / 255f];
    }

    /// <summary>What it shows.</summary>
    public View View { get; }

    /// <summary>Its cells.</summary>
    public CellGrid Grid { get; }

    /// <summary>Red, row by row from the top.</summary>
    public float[] Red { get; }

    /// <summary>Green.</summary>
    public float[] Green { get; }

    /// <summary>Blue.</summary>
    public float[] Blue { get; }

    /// <summary>The finished picture with nobody lit.</summary>
    public uint[] Pixels { get; }

    /// <summary>What lies beneath.</summary>
    public Ground Ground => ground;

    /// <summary>Residents a hectare as they are drawn, row by row from the top.</summary>
    public ReadOnlySpan<float> People => density;

    /// <summary>Lights everybody to a level, 0–1.</summary>
    public void Light(float level, int threads)
    {
        float from = drawn.ToneFrom;
        float whole = 1 / MathF.Asinh(drawn.ToneTo / from);
        float strength = drawn.Strength;
        float exponent = drawn.Exponent;
        Rgb everybody = Palette.Of(View.Theme)["everybody"];
        (float er, float eg, float eb) = light ? (everybody.R / 255f, everybody.G / 255f, everybody.B / 255f) : everybody.Linear;
        float dim = Drawing.Number("borders.othersDim");
        byte[]? place = ground.Place;
        Bands.Run(threads, View.Height, (first, last) =>
        {
            Span<float> shares = stackalloc float[8];
            for (int y = first; y < last; y++)
            {
                for (int x = 0; x < View.Width; x += 8)
                {
                    int i = (y * View.Width) + x;
                    Vector256<float> l = FastMath.Pow(FastMath.Clamp01(FastMath.Asinh(Load(density, i) * (1 / from)) * whole) * level, exponent);
                    Vector256<float> r = Load(ground.Red, i);
                    Vector256<float> g = Load(ground.Green, i);
                    Vector256<float> b = Load(ground.Blue, i);
                    if (light)
                    {
                        l = Vector256.Min(l, Vector256<float>.One);
                        r += (Vector256.Create(er) - r) * l;
                        g += (Vector256.Create(eg) - g) * l;
                        b += (Vector256.Create(eb) - b) * l;
                    }
                    else
                    {
                        l *= strength;
                        r = FastMath.Decode(r) + (l * er);
                        g = FastMath.Decode(g) + (l * eg);
                        b = FastMath.Decode(b) + (l * eb);
                    }

                    if (place is not null)
                    {
                        for (int p = 0; p < 8; p++)
                        {
                            shares[p] = i + p < place.Length ? dim + ((1 - dim) * place[i + p] / 255f) : 1;
                        }

                        Vector256<float> share = Vector256.Create<float>(shares);
                        (float br, float bg, float bb) = light ? (beyond[0], beyond[1], beyond[2]) : Palette.Of(View.Theme).Ground.Linear;
                        r = Vector256.Create(br) + ((r - Vector256.Create(br)) * share);
                        g = Vector256.Create(bg) + ((g - Vector256.Create(bg)) * share);
                        b = Vector256.Create(bb) + ((b - Vector256.Create(bb)) * share);
                    }

                    Store(r, Red, i, x);
                    Store(g, Green, i, x);
                    Store(b, Blue, i, x);
                    Finish(x, y, r, g, b, Pixels.AsSpan(y * View.Width, View.Width));
                }
            }
        });
    }

    /// <summary>Eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Read(float[] plane, int at) => Vector256.Create(plane.AsSpan(at));

    /// <summary>Encodes eight pixels, fades them behind the text, adds noise and writes what lies in the picture.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(int x, int y, Vector256<float> r, Vector256<float> g, Vector256<float> b, Span<uint> row)
    {
        if (!light)
        {
            r = FastMath.Encode(r);
            g = FastMath.Encode(g);
            b = FastMath.Encode(b);
        }

        Write(x, y, r, g, b, row);
    }

    /// <summary>The same of pixels that are encoded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(int x, int y, Vector256<float> r, Vector256<float> g, Vector256<float> b, Span<uint> row)
    {
        Vector256<float> share = Vector256.Create(fade.AsSpan(x));
        Vector256<float> columns = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7) + Vector256.Create((float)x);
        Vector256<float> noise = FastMath.Fract(
            FastMath.Fract((columns * 0.06711056f) + Vector256.Create(y * 0.00583715f)) * 52.9829189f);

        // Half a step of noise either way, and half a step so that cutting off rounds.
        Vector256<uint> red = Byte(r, beyond[0], share, noise);
        Vector256<uint> green = Byte(g, beyond[1], share, noise);
        Vector256<uint> blue = Byte(b, beyond[2], share, noise);
        Vector256<uint> pixels = Vector256.Create(0xFF000000u) | (red << 16) | (green << 8) | blue;
        if (row.Length - x >= 8)
        {
            pixels.CopyTo(row[x..]);
        }
        else
        {
            for (int i = 0; i < row.Length - x; i++)
            {
                row[x + i] = pixels[i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Byte(Vector256<float> c, float beyond, Vector256<float> share, Vector256<float> noise)
    {
        Vector256<float> under = Vector256.Create(beyond);
        Vector256<float> shown = under + ((FastMath.Clamp01(c) - under) * share);
        return Vector256.ConvertToInt32(Vector256.Min(Vector256.Floor((shown * 255f) + noise), Vector256.Create(255f))).AsUInt32();
    }

    // A picture's rows need not be multiples of eight: what spills over belongs to the next row, which another thread writes.
    private void Store(Vector256<float> values, float[] plane, int at, int x)
    {
        if (View.Width - x >= 8)
        {
            values.CopyTo(plane, at);
            return;
        }

        for (int i = 0; i < View.Width - x; i++)
        {
            plane[at + i] = values[i];
        }
    }

    private static Vector256<float> Load(float[] plane, int at)
    {
        if (plane.Length - at >= 8)
        {
            return Vector256.Create(plane.AsSpan(at));
        }

        Span<float> last = stackalloc float[8];
        last.Clear();
        plane.AsSpan(at).CopyTo(last);
        return Vector256.Create<float>(last);
    }

    private static float[] Density(View view, CellGrid grid, int[] counts, QuietDensity drawn, int threads)
    {
        bool street = QuietDensity.IsStreet(view);
        float unit = grid.PerHectare * drawn.StandsFor;
        Plane core = Gaussian.Blur(counts, grid.Width, grid.Height, unit, drawn.Core, null, threads);
        Plane? glow = street ? null : Gaussian.Blur(counts, grid.Width, grid.Height, unit, drawn.Glow, null, threads);
        Plane? towns = street ? null : Gaussian.Blur(counts, grid.Width, grid.Height, unit, drawn.Town, null, threads);
        float townDensity = 1 / drawn.TownDensity;
        float share = drawn.CoreShare;
        float rest = drawn.GlowShare;
        float[] density = new float[view.Width * view.Height];
        Bands.Run(threads, view.Height, (from, to) =>
        {
            float[] scratch = new float[grid.Width];
            float[] g = new float[view.Width];
            float[] t = new float[view.Width];
            for (int y = from; y < to; y++)
            {
                Span<float> row = density.AsSpan(y * view.Width, view.Width);
                core.Read(grid.RowOf(y), grid.Margin, row, scratch);
                if (glow is null || towns is null)
                {
                    continue;
                }

                glow.Read(grid.RowOf(y), grid.Margin, g, scratch);
                towns.Read(grid.RowOf(y), grid.Margin, t, scratch);
                for (int x = 0; x < row.Length; x++)
                {
                    float town = Math.Clamp(t[x] * townDensity, 0, 1);
                    row[x] = (town * row[x]) + ((1 - town) * ((share * row[x]) + (rest * g[x])));
                }
            }
        });
        return density;
    }
}
