using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;

namespace Simulation.Scene.Painting;

/// <summary>How whoever changed is laid over the quiet picture; the shader <c>map.frag</c> does the same.</summary>
public sealed class LightTone
{
    private readonly bool light;
    private readonly float[] from = new float[3];
    private readonly float[] whole = new float[3];
    private readonly float dim, dimB, a, aExponent, b, c, hot, hotExponent;
    private readonly float[] amber;
    private readonly float[] warm;
    private readonly float[] against;

    /// <summary>The tone of a view whose cells are so many to a hectare.</summary>
    public LightTone(View view, float perHectare)
    {
        ArgumentNullException.ThrowIfNull(view);
        Palette palette = Palette.Of(view.Theme);
        light = view.Theme == Theme.Light;
        float q = Drawing.Quiet(view.Camera.PixelsPerKm);
        for (int i = 0; i < 3; i++)
        {
            string path = light && i == 0 ? "changed.light.tone" : $"changed.tone.{i}";
            float low = Drawing.Number($"{path}.0") * q;
            float high = Drawing.Number($"{path}.1") * q;
            from[i] = perHectare / low;
            whole[i] = 1 / MathF.Asinh(high / low);
        }

        string theme = light ? "light" : "dark";
        a = Drawing.Number($"changed.{theme}.a");
        aExponent = Drawing.Number($"changed.{theme}.aExponent");
        b = Drawing.Number($"changed.{theme}.b");
        if (!light)
        {
            (dim, dimB) = (Drawing.Number("changed.dark.dim"), Drawing.Number("changed.dark.dimB"));
            (c, hot, hotExponent) = (Drawing.Number("changed.dark.c"), Drawing.Number("changed.dark.hot"), Drawing.Number("changed.dark.hotExponent"));
        }

        amber = Parts(palette.Amber);
        warm = Parts(palette["hot"]);
        against = Parts(palette.Against);
    }

    /// <summary>The three blurs of a view. A light that stands for many is wider: a few must be seen from as far away.</summary>
    public static BlurPlan[] Blurs(View view, SceneMap map)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(map);
        float unit = Spread(view, map);
        return
        [
            new((view.Video ? Drawing.Number("changed.videoSigma") : Drawing.Number("changed.sigma.0")) * unit),
            new(Drawing.Number("changed.sigma.1") * unit),
            new(Drawing.Number("changed.sigma.2") * unit),
        ];
    }

    /// <summary>
    /// What changed residents a cell are multiplied with to give residents a hectare. A light stands for as many as the population is
    /// smaller than the region's, and for no more than make the heart of one light full: more would show the edges of its kernel.
    /// </summary>
    public static float PerHectare(View view, CellGrid grid, SceneMap map)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(map);
        float sigma = Drawing.Number("changed.sigma.0") * Spread(view, map);
        float full = Drawing.Number("changed.tone.0.1") * Drawing.Quiet(view.Camera.PixelsPerKm) * 2 * MathF.PI * sigma * sigma;
        return Math.Clamp(full, grid.PerHectare, grid.PerHectare * map.StandsFor);
    }

    /// <summary>How far the widest glow of a changed resident can be seen, pixels.</summary>
    public static float Reach(View view, SceneMap map)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(map);
        return 3 * Drawing.Number("changed.sigma.2") * Spread(view, map);
    }

    // A light is never smaller than a pixel can show: on a small screen it would be a speck.
    private static float Spread(View view, SceneMap map) => MathF.Max(1, (float)view.Unit) * MathF.Pow(map.StandsFor, Drawing.Number("changed.spread"));

    /// <summary>How bright blurred densities are, 0–1. It is read between numbers where a blur is made small, so that no pixel needs a logarithm.</summary>
    /// <param name="blur">Which of the three blurs.</param>
    /// <param name="density">Eight densities, residents a cell.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Of(int blur, Vector256<float> density) => FastMath.Clamp01(FastMath.Asinh(density * from[blur]) * whole[blur]);

    /// <summary>What densities of a blur are multiplied with before they are brought to scale.</summary>
    public float From(int blur) => from[blur];

    /// <summary>What makes them 1 where they are full.</summary>
    public float Whole(int blur) => whole[blur];

    /// <summary>Lays eight pixels' worth over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Lay(
        Vector256<float> ta, Vector256<float> tb, Vector256<float> tc, float strength, bool against, ref Vector256<float> red, ref Vector256<float> green, ref Vector256<float> blue)
    {
        float[] colour = against ? this.against : amber;
        bool lit = Vector256.GreaterThanAny(ta, Vector256<float>.Zero);
        if (light)
        {
            Vector256<float> ink = lit ? (FastMath.Pow(ta, aExponent) * a) + (tb * b) : tb * b;
            Vector256<float> over = Vector256.Min(Vector256<float>.One, ink) * strength;
            red += (Vector256.Create(colour[0]) - red) * over;
            green += (Vector256.Create(colour[1]) - green) * over;
            blue += (Vector256.Create(colour[2]) - blue) * over;
            return;
        }

        Vector256<float> left = Vector256<float>.One - (Vector256.Min(ta + (tb * dimB), Vector256.Create(dim)) * strength);
        Vector256<float> glow = (tb * b) + (tc * c);
        if (!lit)
        {
            glow *= strength;
            red = (red * left) + (glow * colour[0]);
            green = (green * left) + (glow * colour[1]);
            blue = (blue * left) + (glow * colour[2]);
            return;
        }

        glow = (glow + (FastMath.Pow(ta, aExponent) * a)) * strength;
        Vector256<float> core = FastMath.Pow(ta, hotExponent) * (hot * strength);
        float[] heart = against ? this.against : warm;
        red = (red * left) + (glow * colour[0]) + (core * heart[0]);
        green = (green * left) + (glow * colour[1]) + (core * heart[1]);
        blue = (blue * left) + (glow * colour[2]) + (core * heart[2]);
    }

    private float[] Parts(Rgb colour)
    {
        (float r, float g, float b) = light ? (colour.R / 255f, colour.G / 255f, colour.B / 255f) : colour.Linear;
        return [r, g, b];
    }
}
