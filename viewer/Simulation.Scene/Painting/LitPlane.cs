using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulation.Scene.Painting;

/// <summary>
/// Whoever is lit, counted by cell, blurred and brought to how bright they shine, but only about those who are: a day lights one resident in ninety, and most of a
/// picture lies farther from any of them than a blur reaches. Where nobody is near all numbers are 0, in every frame.
/// </summary>
/// <remarks>
/// Cells are worked on eight at a time; a bit for each eight says whether anything is there. Sums are taken in one order, whoever
/// takes them: the numbers are the same for any number of threads.
/// </remarks>
internal sealed class LitPlane
{
    private const int Eight = 8;

    // Columns beyond either end of a row, and rows beyond the first and last, which stay 0: no sum asks where the grid ends.
    private const int Pad = 16;

    private readonly BlurPlan plan;
    private readonly int shift;
    private readonly int stride;
    private readonly int words;
    private readonly int reach;
    private readonly ulong last;
    private readonly float[] counts;
    private readonly float[] across;
    private readonly float[] values;
    private readonly ulong[] counted;
    private readonly ulong[] wide;
    private readonly ulong[] tall;
    private readonly float[] weights;
    private readonly (Vector256<int> Left, Vector256<int> Middle, Vector256<int> Right, Vector256<float> Lefts, Vector256<float> Rights)[] between;

    /// <summary>An empty plane over a grid.</summary>
    public LitPlane(CellGrid grid, BlurPlan plan)
    {
        this.plan = plan;
        Factor = plan.Factor;
        shift = BitOperations.Log2((uint)Factor);
        Width = grid.Width >> shift;
        Height = grid.Height >> shift;
        int blocks = (Width + Eight - 1) / Eight;
        stride = (blocks * Eight) + (2 * Pad);
        words = (blocks + 63) / 64;
        last = blocks % 64 == 0 ? ulong.MaxValue : (1ul << (blocks % 64)) - 1;
        reach = (plan.Radius + Eight - 1) / Eight;
        int length = stride * (Height + (2 * Pad));
        counts = new float[length];
        across = new float[length];
        values = new float[length];
        counted = new ulong[words * Height];
        wide = new ulong[words * Height];
        tall = new ulong[words * Height];

        // Counts are in 255ths of a resident, and a number stands for the mean of its cells.
        float unit = 1f / (byte.MaxValue * Factor * Factor);
        weights = [.. plan.Weights.Select(w => w * unit)];
        between = [.. Enumerable.Range(0, Math.Max(1, Factor / Eight)).Select(Between)];
    }

    /// <summary>Cells either way that one number stands for.</summary>
    public int Factor { get; }

    /// <summary>Numbers across.</summary>
    public int Width { get; }

    /// <summary>Numbers up.</summary>
    public int Height { get; }

    /// <summary>Columns that a row of <see cref="Row"/> has before its first number.</summary>
    public static int Before => Pad;

    /// <summary>How long a row for <see cref="Row"/> must be.</summary>
    public int RowLength => stride;

    /// <summary>Whether the plane is that of a blur over a grid.</summary>
    public bool Fits(CellGrid grid, BlurPlan other) =>
        Width << shift == grid.Width && Height << shift == grid.Height && plan.Factor == other.Factor && plan.Weights.AsSpan().SequenceEqual(other.Weights);

    /// <summary>Adds residents of one sort.</summary>
    /// <param name="grid">The cells.</param>
    /// <param name="positions">Positions of everybody.</param>
    /// <param name="rows">Who is lit.</param>
    /// <param name="levels">How strongly each of them shines; null: wholly.</param>
    public void Add(CellGrid grid, ushort[] positions, int[] rows, byte[]? levels)
    {
        ReadOnlySpan<ushort> columnOf = grid.Columns;
        ReadOnlySpan<ushort> rowOf = grid.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            int resident = 2 * rows[i];
            int x = columnOf[positions[resident]];
            int y = rowOf[positions[resident + 1]];
            if (x == CellGrid.Outside || y == CellGrid.Outside)
            {
                continue;
            }

            x >>= shift;
            y >>= shift;
            counts[At(y, x)] += levels is null ? byte.MaxValue : levels[i];
            counted[(y * words) + (x >> 9)] |= 1ul << (x >> 3);
        }
    }

    /// <summary>Blurs some rows along; the rows are this plane's.</summary>
    public void Across(int from, int to)
    {
        for (int y = from; y < to; y++)
        {
            Span<ulong> near = wide.AsSpan(y * words, words);
            if (!Widen(counted.AsSpan(y * words, words), near, reach))
            {
                continue;
            }

            ref float first = ref counts[At(y, 0)];
            ref float into = ref across[At(y, 0)];
            for (int word = 0; word < words; word++)
            {
                for (ulong bits = near[word]; bits != 0; bits &= bits - 1)
                {
                    int x = ((word * 64) + BitOperations.TrailingZeroCount(bits)) * Eight;
                    Vector256<float> sum = Load(ref first, x) * weights[0];
                    for (int i = 1; i < weights.Length; i++)
                    {
                        sum += (Load(ref first, x - i) + Load(ref first, x + i)) * weights[i];
                    }

                    sum.StoreUnsafe(ref Unsafe.Add(ref into, x));
                }
            }
        }
    }

    /// <summary>Blurs some rows upwards, after all have been blurred along, and makes them as bright as they shine.</summary>
    /// <param name="from">First row.</param>
    /// <param name="to">Row after the last.</param>
    /// <param name="tone">How bright densities are.</param>
    /// <param name="blur">Which of its blurs this is.</param>
    public void Up(int from, int to, LightTone tone, int blur)
    {
        int radius = plan.Radius;
        for (int y = from; y < to; y++)
        {
            Span<ulong> near = tall.AsSpan(y * words, words);
            for (int row = Math.Max(0, y - radius); row <= Math.Min(Height - 1, y + radius); row++)
            {
                for (int word = 0; word < words; word++)
                {
                    near[word] |= wide[(row * words) + word];
                }
            }

            ref float first = ref across[At(y, 0)];
            ref float into = ref values[At(y, 0)];
            for (int word = 0; word < words; word++)
            {
                for (ulong bits = near[word]; bits != 0; bits &= bits - 1)
                {
                    int x = ((word * 64) + BitOperations.TrailingZeroCount(bits)) * Eight;
                    Vector256<float> sum = Load(ref first, x) * plan.Weights[0];
                    for (int i = 1; i <= radius; i++)
                    {
                        sum += (Load(ref first, x - (i * stride)) + Load(ref first, x + (i * stride))) * plan.Weights[i];
                    }

                    tone.Of(blur, sum).StoreUnsafe(ref Unsafe.Add(ref into, x));
                }
            }
        }
    }

    /// <summary>Takes out of some rows whatever is in them.</summary>
    public void Clear(int from, int to)
    {
        for (int y = from; y < to; y++)
        {
            Clear(counted, counts, y);
            Clear(wide, across, y);
            Clear(tall, values, y);
        }
    }

    /// <summary>The numbers of a row of cells, still as far apart as the plane's own; false where there is nothing at all.</summary>
    /// <param name="row">Row of cells.</param>
    /// <param name="numbers">Receives them from <see cref="Before"/> on: <see cref="RowLength"/> long.</param>
    /// <param name="near">Gains a bit for each eight cells of the grid where something may be.</param>
    public bool Row(int row, Span<float> numbers, Span<ulong> near)
    {
        float y = ((row + 0.5f) / Factor) - 0.5f;
        int y0 = Factor == 1 ? row : (int)MathF.Floor(y);
        int low = Math.Clamp(y0, 0, Height - 1);
        int high = Factor == 1 ? low : Math.Clamp(y0 + 1, 0, Height - 1);
        bool any = false;
        for (int word = 0; word < words; word++)
        {
            ulong bits = tall[(low * words) + word] | tall[(high * words) + word];
            any |= bits != 0;
            if (Factor == 1)
            {
                near[word] |= bits;
                continue;
            }

            // What is read between two numbers reaches half of one beyond where they end.
            for (; bits != 0; bits &= bits - 1)
            {
                int block = (word * 64) + BitOperations.TrailingZeroCount(bits);
                int end = Math.Min(((block + 1) * Factor) + (Factor / Eight), (near.Length * 64) - 1);
                for (int group = Math.Max(0, (block * Factor) - Math.Max(1, Factor / Eight)); group <= end; group++)
                {
                    near[group >> 6] |= 1ul << group;
                }
            }
        }

        if (any)
        {
            ReadOnlySpan<float> lows = values.AsSpan(At(low, -Pad), stride);
            if (Factor == 1)
            {
                lows.CopyTo(numbers);
                return true;
            }

            ReadOnlySpan<float> highs = values.AsSpan(At(high, -Pad), stride);
            Vector256<float> part = Vector256.Create(y - y0);
            for (int x = 0; x < stride; x += Eight)
            {
                Vector256<float> a = Vector256.Create(lows[x..]);
                (a + ((Vector256.Create(highs[x..]) - a) * part)).CopyTo(numbers[x..]);
            }
        }

        return any;
    }

    /// <summary>Eight cells of a row that <see cref="Row"/> gave.</summary>
    /// <param name="numbers">First number of the row, after the columns before it.</param>
    /// <param name="cell">First cell, a multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Cells(ref float numbers, int cell)
    {
        if (Factor == 1)
        {
            return Vector256.LoadUnsafe(ref numbers, (nuint)cell);
        }

        ref readonly (Vector256<int> Left, Vector256<int> Middle, Vector256<int> Right, Vector256<float> Lefts, Vector256<float> Rights) share =
            ref between[(cell & (Factor - 1)) / Eight];
        Vector256<float> about = Load(ref numbers, (cell >> shift) - 1);
        Vector256<float> middle = Vector256.Shuffle(about, share.Middle);
        return middle + ((Vector256.Shuffle(about, share.Left) - middle) * share.Lefts) + ((Vector256.Shuffle(about, share.Right) - middle) * share.Rights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ref float first, int at) => Vector256.LoadUnsafe(ref Unsafe.Add(ref first, at));

    // Sets a bit where there is one within some bits of it; false where there is none.
    private bool Widen(ReadOnlySpan<ulong> bits, Span<ulong> wider, int by)
    {
        ulong any = 0;
        for (int word = 0; word < bits.Length; word++)
        {
            ulong before = word == 0 ? 0 : bits[word - 1];
            ulong after = word == bits.Length - 1 ? 0 : bits[word + 1];
            ulong near = bits[word];
            for (int i = 1; i <= by; i++)
            {
                near |= (bits[word] << i) | (before >> (64 - i)) | (bits[word] >> i) | (after << (64 - i));
            }

            wider[word] = word == bits.Length - 1 ? near & last : near;
            any |= wider[word];
        }

        return any != 0;
    }

    private void Clear(ulong[] bits, float[] numbers, int y)
    {
        ref float first = ref numbers[At(y, 0)];
        for (int word = 0; word < words; word++)
        {
            for (ulong set = bits[(y * words) + word]; set != 0; set &= set - 1)
            {
                int x = ((word * 64) + BitOperations.TrailingZeroCount(set)) * Eight;
                Vector256<float>.Zero.StoreUnsafe(ref Unsafe.Add(ref first, x));
            }

            bits[(y * words) + word] = 0;
        }
    }

    private int At(int row, int column) => ((row + Pad) * stride) + Pad + column;

    // How eight cells lie between numbers that are Factor cells apart, for the eight that begin so many eights into a number.
    private (Vector256<int> Left, Vector256<int> Middle, Vector256<int> Right, Vector256<float> Lefts, Vector256<float> Rights) Between(int phase)
    {
        Span<int> middle = stackalloc int[Eight];
        Span<float> lefts = stackalloc float[Eight];
        Span<float> rights = stackalloc float[Eight];
        for (int i = 0; i < Eight; i++)
        {
            int cell = (phase * Eight) + i;
            middle[i] = 1 + (cell / Factor);
            float within = ((cell % Factor) + 0.5f) / Factor;
            lefts[i] = MathF.Max(0, 0.5f - within);
            rights[i] = MathF.Max(0, within - 0.5f);
        }

        Vector256<int> at = Vector256.Create<int>(middle);
        return (at - Vector256<int>.One, at, at + Vector256<int>.One, Vector256.Create<float>(lefts), Vector256.Create<float>(rights));
    }
}
