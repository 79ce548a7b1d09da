using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Simulation.Scene.Painting;

/// <summary>How a blur of some width is made: on a picture made smaller by <see cref="Factor"/>, with these weights either way.</summary>
public sealed class BlurPlan
{
    private const float Smallest = 1.25f;

    // What making smaller by means, and reading back between pixels, blurs by itself, in squares of a small pixel.
    private const float OwnVariance = 0.25f;

    /// <summary>A blur of so many pixels.</summary>
    /// <param name="sigma">Standard deviation, pixels.</param>
    public BlurPlan(float sigma)
    {
        Factor = 1;
        while (Factor < 64 && sigma / (Factor * 2) >= Smallest)
        {
            Factor *= 2;
        }

        float small = Factor == 1 ? sigma : MathF.Sqrt((sigma / Factor * (sigma / Factor)) - OwnVariance);
        int radius = Math.Min((int)MathF.Ceiling(3 * small), 11);
        Weights = new float[radius + 1];
        float sum = 0;
        for (int i = 0; i <= radius; i++)
        {
            Weights[i] = MathF.Exp(-i * i / (2 * small * small));
            sum += i == 0 ? Weights[i] : 2 * Weights[i];
        }

        for (int i = 0; i <= radius; i++)
        {
            Weights[i] /= sum;
        }
    }

    /// <summary>By how much the picture is made smaller, a power of two.</summary>
    public int Factor { get; }

    /// <summary>Weight of the middle and of one side.</summary>
    public float[] Weights { get; }

    /// <summary>Pixels on either side.</summary>
    public int Radius => Weights.Length - 1;
}

/// <summary>Numbers of a grid of cells, or of a grid made smaller.</summary>
internal sealed class Plane(int width, int height, int factor)
{
    /// <summary>Numbers across.</summary>
    public int Width { get; } = width;

    /// <summary>Numbers up.</summary>
    public int Height { get; } = height;

    /// <summary>Cells either way that one number stands for.</summary>
    public int Factor { get; } = factor;

    /// <summary>The numbers, row by row.</summary>
    public float[] Values { get; } = new float[width * height];

    /// <summary>One row of cells, read between the numbers.</summary>
    /// <param name="row">Row of cells.</param>
    /// <param name="from">First cell.</param>
    /// <param name="cells">Receives the values.</param>
    /// <param name="scratch">Room for a row of numbers and one more either side.</param>
    public void Read(int row, int from, Span<float> cells, float[] scratch)
    {
        if (Factor == 1)
        {
            Values.AsSpan((row * Width) + from, cells.Length).CopyTo(cells);
            return;
        }

        float y = ((row + 0.5f) / Factor) - 0.5f;
        int y0 = (int)MathF.Floor(y);
        float part = y - y0;
        ReadOnlySpan<float> low = Values.AsSpan(Math.Clamp(y0, 0, Height - 1) * Width, Width);
        ReadOnlySpan<float> high = Values.AsSpan(Math.Clamp(y0 + 1, 0, Height - 1) * Width, Width);
        int first = Math.Max(0, (from / Factor) - 1);
        int last = Math.Min(Width - 1, ((from + cells.Length) / Factor) + 1);
        for (int x = first; x <= last; x++)
        {
            scratch[x] = low[x] + ((high[x] - low[x]) * part);
        }

        // Cells of one number lie at fixed shares between it and its neighbours.
        float step = 1f / Factor;
        for (int i = 0; i < cells.Length;)
        {
            float at = ((from + i + 0.5f) * step) - 0.5f;
            int x0 = (int)MathF.Floor(at);
            float a = scratch[Math.Clamp(x0, 0, Width - 1)];
            float slope = (scratch[Math.Clamp(x0 + 1, 0, Width - 1)] - a) * step;
            float value = a + ((at - x0) * Factor * slope);
            int run = Math.Min(cells.Length - i, (int)MathF.Ceiling((x0 + 1 - at) * Factor));
            if (slope == 0)
            {
                cells.Slice(i, run).Fill(value);
            }
            else
            {
                for (int j = 0; j < run; j++)
                {
                    cells[i + j] = value + (j * slope);
                }
            }

            i += run;
        }
    }
}

/// <summary>Blurs counts.</summary>
internal static class Gaussian
{
    private const int Pad = 12;

    /// <summary>Blurs whole numbers.</summary>
    /// <param name="counts">Numbers of a grid.</param>
    /// <param name="width">Numbers across, a multiple of 64.</param>
    /// <param name="height">Numbers up, a multiple of 64.</param>
    /// <param name="unit">What they are multiplied with.</param>
    /// <param name="plan">The blur.</param>
    /// <param name="into">Receives the result; null makes one.</param>
    /// <param name="threads">Threads to use at most.</param>
    public static Plane Blur(int[] counts, int width, int height, float unit, BlurPlan plan, Plane? into, int threads)
    {
        int factor = plan.Factor;
        Plane result = into ?? new Plane(width / factor, height / factor, factor);
        float[] across = Scratch(result.Values.Length);
        bool[] filled = new bool[result.Height];
        Bands.Run(threads, result.Height, (from, to) =>
        {
            float[] row = new float[result.Width + (2 * Pad)];
            for (int y = from; y < to; y++)
            {
                filled[y] = factor == 1
                    ? Load(counts.AsSpan(y * width, width), unit, row)
                    : Shrink(counts, width, y, factor, unit, row);
                if (filled[y])
                {
                    row.AsSpan(0, Pad).Fill(row[Pad]);
                    row.AsSpan(Pad + result.Width, Pad).Fill(row[Pad + result.Width - 1]);
                    Across(row, across.AsSpan(y * result.Width, result.Width), plan.Weights);
                }
            }
        });
        Bands.Run(threads, result.Height, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                Up(across, filled, result, y, plan.Weights);
            }
        });
        System.Buffers.ArrayPool<float>.Shared.Return(across);
        return result;
    }

    private static float[] Scratch(int length) => System.Buffers.ArrayPool<float>.Shared.Rent(length);

    private static bool Load(ReadOnlySpan<int> counts, float unit, float[] row)
    {
        Vector256<int> any = Vector256<int>.Zero;
        ReadOnlySpan<Vector256<int>> from = MemoryMarshal.Cast<int, Vector256<int>>(counts);
        for (int i = 0; i < from.Length; i++)
        {
            any |= from[i];
            (Vector256.ConvertToSingle(from[i]) * unit).CopyTo(row, Pad + (i * Vector256<int>.Count));
        }

        return any != Vector256<int>.Zero;
    }

    private static bool Shrink(int[] counts, int width, int y, int factor, float unit, float[] row)
    {
        float mean = unit / (factor * factor);
        int cells = width / factor;
        int[] sums = System.Buffers.ArrayPool<int>.Shared.Rent(width);
        Span<int> columns = sums.AsSpan(0, width);
        columns.Clear();
        for (int r = 0; r < factor; r++)
        {
            ReadOnlySpan<int> from = counts.AsSpan(((y * factor) + r) * width, width);
            for (int i = 0; i < width; i += Vector256<int>.Count)
            {
                (Vector256.Create(columns[i..]) + Vector256.Create(from[i..])).CopyTo(columns[i..]);
            }
        }

        bool any = false;
        for (int x = 0; x < cells; x++)
        {
            int sum = 0;
            for (int i = 0; i < factor; i++)
            {
                sum += columns[(x * factor) + i];
            }

            any |= sum != 0;
            row[Pad + x] = sum * mean;
        }

        System.Buffers.ArrayPool<int>.Shared.Return(sums);
        return any;
    }

    private static void Across(float[] row, Span<float> into, float[] weights)
    {
        int x = 0;
        for (; x <= into.Length - Vector256<float>.Count; x += Vector256<float>.Count)
        {
            Vector256<float> sum = Vector256.Create(row.AsSpan(Pad + x)) * weights[0];
            for (int i = 1; i < weights.Length; i++)
            {
                sum += (Vector256.Create(row.AsSpan(Pad + x - i)) + Vector256.Create(row.AsSpan(Pad + x + i))) * weights[i];
            }

            sum.CopyTo(into[x..]);
        }

        for (; x < into.Length; x++)
        {
            float sum = row[Pad + x] * weights[0];
            for (int i = 1; i < weights.Length; i++)
            {
                sum += (row[Pad + x - i] + row[Pad + x + i]) * weights[i];
            }

            into[x] = sum;
        }
    }

    private static void Up(float[] across, bool[] filled, Plane result, int y, float[] weights)
    {
        Span<float> into = result.Values.AsSpan(y * result.Width, result.Width);
        into.Clear();
        for (int i = 1 - weights.Length; i < weights.Length; i++)
        {
            int row = Math.Clamp(y + i, 0, result.Height - 1);
            if (!filled[row])
            {
                continue;
            }

            float weight = weights[Math.Abs(i)];
            ReadOnlySpan<float> from = across.AsSpan(row * result.Width, result.Width);
            int x = 0;
            for (; x <= into.Length - Vector256<float>.Count; x += Vector256<float>.Count)
            {
                (Vector256.Create(into[x..]) + (Vector256.Create(from[x..]) * weight)).CopyTo(into[x..]);
            }

            for (; x < into.Length; x++)
            {
                into[x] += from[x] * weight;
            }
        }
    }
}
