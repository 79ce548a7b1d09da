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
    private int[] counts = [];
    private int[] against = [];
    private Plane?[] planes = new Plane?[6];

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
        Plane[] amber = Blur(ref counts, grid, lit.For, lit.ForLevels, plans, 0);
        Plane[]? other = lit.Against.Length == 0 ? null : Blur(ref against, grid, lit.Against, null, plans, 3);
        var tone = new LightTone(view, LightTone.PerHectare(view, grid, map));
        Bands.Run(threads, view.Height, (from, to) =>
        {
            var row = new RowScratch(view.Width, grid.Width);
            for (int y = from; y < to; y++)
            {
                PaintRow(view, under, amber, other, tone, lit.Strength, y, row, pixels.AsSpan(y * view.Width, view.Width));
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
                if (Outside(grid, boxes[n]))
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

    private static bool Outside(CellGrid grid, (ushort West, ushort South, ushort East, ushort North) box) =>
        (box.East * grid.Scale) + grid.OffsetX < 0 || (box.West * grid.Scale) + grid.OffsetX >= grid.Width
        || (box.North * grid.Scale) + grid.OffsetY < 0 || (box.South * grid.Scale) + grid.OffsetY >= grid.Height;

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

    private Plane[] Blur(ref int[] cells, CellGrid grid, int[] rows, byte[]? levels, BlurPlan[] plans, int slot)
    {
        if (cells.Length != grid.Width * grid.Height)
        {
            cells = new int[grid.Width * grid.Height];
            planes = new Plane?[6];
        }

        Count(cells, grid, rows, levels, 1);
        var blurred = new Plane[plans.Length];
        for (int i = 0; i < plans.Length; i++)
        {
            Plane? into = planes[slot + i];
            into = into is not null && into.Factor == plans[i].Factor && into.Width * into.Factor == grid.Width ? into : null;
            blurred[i] = planes[slot + i] = Gaussian.Blur(cells, grid.Width, grid.Height, 1f / byte.MaxValue, plans[i], into, threads);
        }

        // Sums of whole numbers: taking everybody out again leaves nothing.
        Count(cells, grid, rows, levels, -1);
        return blurred;
    }

    private void Count(int[] cells, CellGrid grid, int[] rows, byte[]? levels, int sign)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            int cell = grid.CellOf(map.Positions[2 * row], map.Positions[(2 * row) + 1]);
            if (cell >= 0)
            {
                cells[cell] += sign * (levels is null ? byte.MaxValue : levels[i]);
            }
        }
    }

    private static void PaintRow(
        View view, QuietPicture under, Plane[] amber, Plane[]? other, LightTone tone, float strength, int y, RowScratch row, Span<uint> pixels)
    {
        int cells = under.Grid.RowOf(y);
        for (int i = 0; i < 3; i++)
        {
            amber[i].Read(cells, CellGrid.Margin, row.Blurs[i].AsSpan(0, view.Width), row.Scratch);
            other?[i].Read(cells, CellGrid.Margin, row.Blurs[3 + i].AsSpan(0, view.Width), row.Scratch);
        }

        int at = y * view.Width;
        under.Pixels.AsSpan(at, view.Width).CopyTo(pixels);
        Vector256<float> nothing = Vector256.Create(1e-4f);
        for (int x = 0; x < view.Width; x += 8)
        {
            Vector256<float> h0 = Vector256.Create(row.Blurs[0].AsSpan(x));
            Vector256<float> h1 = Vector256.Create(row.Blurs[1].AsSpan(x));
            Vector256<float> h2 = Vector256.Create(row.Blurs[2].AsSpan(x));
            Vector256<float> any = h0 + h1 + h2;
            Vector256<float> a0 = Vector256<float>.Zero, a1 = a0, a2 = a0;
            if (other is not null)
            {
                a0 = Vector256.Create(row.Blurs[3].AsSpan(x));
                a1 = Vector256.Create(row.Blurs[4].AsSpan(x));
                a2 = Vector256.Create(row.Blurs[5].AsSpan(x));
                any += a0 + a1 + a2;
            }

            if (Vector256.LessThanAll(any, nothing))
            {
                continue;
            }

            Vector256<float> r = QuietPicture.Read(under.Red, at + x);
            Vector256<float> g = QuietPicture.Read(under.Green, at + x);
            Vector256<float> b = QuietPicture.Read(under.Blue, at + x);
            if (other is not null && !Vector256.LessThanAll(a0 + a1 + a2, nothing))
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
        public RowScratch(int width, int cells)
        {
            Blurs = new float[6][];
            for (int i = 0; i < Blurs.Length; i++)
            {
                Blurs[i] = new float[width + 8];
            }

            Scratch = new float[cells];
        }

        public float[][] Blurs { get; }

        public float[] Scratch { get; }
    }
}
