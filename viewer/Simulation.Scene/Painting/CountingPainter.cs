using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;

namespace Simulation.Scene.Painting;

/// <summary>
/// Paints on the processor: residents are counted by cell, counts are blurred, and what changes from day to day is a few ten
/// thousand additions. The picture is the same for any number of threads.
/// </summary>
/// <param name="map">The population's map.</param>
/// <param name="threads">Threads to use at most.</param>
public sealed class CountingPainter(SceneMap map, int threads) : IMapPainter
{
    private const uint Opaque = 0xFF000000;
    private readonly (ushort West, ushort South, ushort East, ushort North)[] boxes = BoxesOf(map);
    private QuietPicture? quiet;
    private float quietLevel = -1;
    private LitPlane[] amber = [];
    private LitPlane[] other = [];

    /// <inheritdoc/>
    public string Name => $"processor, {threads} {(threads == 1 ? "thread" : "threads")}";

    /// <inheritdoc/>
    public void PaintLights(View view, LitDay lit, float level, uint[] pixels)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(lit);
        ArgumentNullException.ThrowIfNull(pixels);
        QuietPicture under = Quiet(view, level);
        CellGrid grid = under.Grid;
        bool street = view.Camera.PixelsPerKm >= Drawing.Number("discs.street");
        if (street || (lit.For.Length == 0 && lit.Against.Length == 0))
        {
            under.Pixels.AsSpan().CopyTo(pixels);
            return;
        }

        BlurPlan[] plans = LightTone.Blurs(view, map);
        amber = Fresh(amber, grid, plans);
        other = lit.Against.Length > 0 || other.Length > 0 ? Fresh(other, grid, plans) : other;
        LitPlane[] planes = [.. amber, .. other];
        Each(planes, plane => plane.Height, (plane, from, to) => plane.Clear(from, to));
        Each(planes, _ => 1, (plane, _, _) => plane.Add(
            grid, map.Positions, Array.IndexOf(amber, plane) >= 0 ? lit.For : lit.Against, Array.IndexOf(amber, plane) >= 0 ? lit.ForLevels : null));
        Each(planes, plane => plane.Height, (plane, from, to) => plane.Across(from, to));
        var tone = new LightTone(view, LightTone.PerHectare(view, grid, map));
        Each(planes, plane => plane.Height, (plane, from, to) => plane.Up(from, to, tone, Array.IndexOf(planes, plane) % plans.Length));
        LitPlane[] against = lit.Against.Length == 0 ? [] : other;
        Bands.Run(threads, view.Height, (from, to) =>
        {
            var row = new RowScratch(grid, amber, against);
            for (int y = from; y < to; y++)
            {
                PaintRow(under, tone, lit.Strength, y, row, pixels.AsSpan(y * view.Width, view.Width));
            }
        });
    }

    /// <inheritdoc/>
    public void PaintValues(View view, IReadOnlyList<Rgb> colours, uint[] pixels)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(pixels);
        ValuePicture.Paint(map, view, colours, Quiet(view, 1), CountEverybody, threads, pixels);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Counts all residents, or their neighbourhoods' numbers, by cell.</summary>
    /// <param name="grid">The cells.</param>
    /// <param name="weights">A number for each neighbourhood, or null for one each.</param>
    internal int[] CountEverybody(CellGrid grid, int[]? weights)
    {
        int[][] parts = new int[threads][];
        int residents = map.Residents;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            int[] cells = parts[part] = new int[grid.Width * grid.Height];
            int from = (int)((long)residents * part / threads);
            int to = (int)((long)residents * (part + 1) / threads);
            int n = Array.BinarySearch(map.First, from);
            for (n = n < 0 ? ~n - 1 : n; n < map.Neighbourhoods && map.First[n] < to; n++)
            {
                if (grid.Misses(boxes[n]))
                {
                    continue;
                }

                int weight = weights is null ? 1 : weights[n];
                int last = Math.Min(to, map.First[n + 1]);
                for (int row = Math.Max(from, map.First[n]); row < last; row++)
                {
                    int cell = grid.CellOf(map.Positions[2 * row], map.Positions[(2 * row) + 1]);
                    if (cell >= 0)
                    {
                        cells[cell] += weight;
                    }
                }
            }
        });
        for (int part = 1; part < threads; part++)
        {
            Add(parts[part], parts[0]);
        }

        return parts[0];
    }

    private static void Add(int[] from, int[] into)
    {
        for (int i = 0; i < from.Length; i += Vector256<int>.Count)
        {
            (Vector256.Create(into.AsSpan(i)) + Vector256.Create(from.AsSpan(i))).CopyTo(into, i);
        }
    }

    private static (ushort, ushort, ushort, ushort)[] BoxesOf(SceneMap map)
    {
        var boxes = new (ushort West, ushort South, ushort East, ushort North)[map.Neighbourhoods];
        for (int n = 0; n < boxes.Length; n++)
        {
            (ushort west, ushort south, ushort east, ushort north) = (ushort.MaxValue, ushort.MaxValue, (ushort)0, (ushort)0);
            for (int row = map.First[n]; row < map.First[n + 1]; row++)
            {
                (ushort x, ushort y) = (map.Positions[2 * row], map.Positions[(2 * row) + 1]);
                west = Math.Min(west, x);
                east = Math.Max(east, x);
                south = Math.Min(south, y);
                north = Math.Max(north, y);
            }

            boxes[n] = (west, south, east, north);
        }

        return boxes;
    }

    private QuietPicture Quiet(View view, float level)
    {
        if (quiet is null || quiet.View != view)
        {
            quiet = new QuietPicture(view, map, CountEverybody, threads);
            quietLevel = -1;
        }

        if (quietLevel != level)
        {
            quiet.Light(level, threads);
            quietLevel = level;
        }

        return quiet;
    }

    // Planes of a grid and its blurs: those of the frame before, where they are the same.
    private static LitPlane[] Fresh(LitPlane[] planes, CellGrid grid, BlurPlan[] plans) =>
        planes.Length == plans.Length && planes.Zip(plans).All(pair => pair.First.Fits(grid, pair.Second))
            ? planes
            : [.. plans.Select(plan => new LitPlane(grid, plan))];

    // Shares the rows of several planes among threads.
    private void Each(LitPlane[] planes, Func<LitPlane, int> rows, Action<LitPlane, int, int> work)
    {
        int[] first = new int[planes.Length + 1];
        for (int i = 0; i < planes.Length; i++)
        {
            first[i + 1] = first[i] + rows(planes[i]);
        }

        Bands.Run(threads, first[^1], (from, to) =>
        {
            for (int i = 0; i < planes.Length; i++)
            {
                int begin = Math.Max(from, first[i]) - first[i];
                int end = Math.Min(to, first[i + 1]) - first[i];
                if (begin < end)
                {
                    work(planes[i], begin, end);
                }
            }
        });
    }

    private static void PaintRow(QuietPicture under, LightTone tone, float strength, int y, RowScratch row, Span<uint> pixels)
    {
        int at = y * pixels.Length;
        under.Pixels.AsSpan(at, pixels.Length).CopyTo(pixels);
        if (!row.Read(under.Grid.RowOf(y)))
        {
            return;
        }

        int margin = under.Grid.Margin;
        Vector256<float> nothing = Vector256.Create(1e-4f);
        for (int group = margin / 8; (group * 8) - margin < pixels.Length; group++)
        {
            ulong left = row.Near[group >> 6] >> group;
            if (left == 0)
            {
                group |= 63;
                continue;
            }

            group += BitOperations.TrailingZeroCount(left);
            int cell = group * 8;
            int x = cell - margin;
            if (x >= pixels.Length)
            {
                return;
            }

            Vector256<float> h0 = row.Cells(0, cell);
            Vector256<float> h1 = row.Cells(1, cell);
            Vector256<float> h2 = row.Cells(2, cell);
            Vector256<float> any = h0 + h1 + h2;
            Vector256<float> a0 = Vector256<float>.Zero, a1 = a0, a2 = a0;
            if (row.HasOther)
            {
                a0 = row.Cells(3, cell);
                a1 = row.Cells(4, cell);
                a2 = row.Cells(5, cell);
                any += a0 + a1 + a2;
            }

            if (Vector256.LessThanAll(any, nothing))
            {
                continue;
            }

            Vector256<float> r = QuietPicture.Read(under.Red, at + x);
            Vector256<float> g = QuietPicture.Read(under.Green, at + x);
            Vector256<float> b = QuietPicture.Read(under.Blue, at + x);
            if (!Vector256.LessThanAll(a0 + a1 + a2, nothing))
            {
                tone.Lay(a0, a1, a2, strength, against: true, ref r, ref g, ref b);
            }

            tone.Lay(h0, h1, h2, strength, against: false, ref r, ref g, ref b);
            under.Finish(x, y, r, g, b, pixels);
        }
    }

    /// <summary>Room for the rows of one thread.</summary>
    private sealed class RowScratch
    {
        private readonly LitPlane[] planes;
        private readonly float[][] numbers;
        private readonly bool[] filled;

        public RowScratch(CellGrid grid, LitPlane[] amber, LitPlane[] other)
        {
            planes = [.. amber, .. other];
            numbers = [.. planes.Select(plane => new float[plane.RowLength])];
            filled = new bool[planes.Length];
            Near = new ulong[((grid.Width / 8) + 63) / 64];
            HasOther = other.Length > 0;
        }

        /// <summary>A bit for each eight cells near whoever is lit.</summary>
        public ulong[] Near { get; }

        /// <summary>Whether somebody changed the other way.</summary>
        public bool HasOther { get; }

        /// <summary>Reads a row of cells of every plane; false where there is nothing.</summary>
        public bool Read(int row)
        {
            Array.Clear(Near);
            bool any = false;
            for (int i = 0; i < planes.Length; i++)
            {
                filled[i] = planes[i].Row(row, numbers[i], Near);
                any |= filled[i];
            }

            return any;
        }

        /// <summary>Eight cells of a plane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Cells(int plane, int cell) =>
            filled[plane] ? planes[plane].Cells(ref numbers[plane][LitPlane.Before], cell) : Vector256<float>.Zero;
    }
}
