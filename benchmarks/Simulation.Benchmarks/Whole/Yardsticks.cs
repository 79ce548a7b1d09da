using System.Diagnostics;
using System.Runtime.Intrinsics;
using Simulation.Engine.Numerics;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;

namespace Simulation.Benchmarks.Whole;

/// <summary>What this machine's memory does at this hour: figures of a run mean little without them.</summary>
internal static class Yardsticks
{
    // Rows whose luck stays in the first-level cache.
    private const int Rows = 4096;

    /// <summary>Copy bandwidth of one thread over 256 MB, read and write counted, best of seven.</summary>
    public static double CopyGigabytesPerSecond()
    {
        byte[] from = new byte[256 << 20];
        byte[] to = new byte[256 << 20];
        from.AsSpan().Fill(1);
        double best = 0;
        for (int i = 0; i < 7; i++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            from.AsSpan().CopyTo(to);
            best = Math.Max(best, 2.0 * from.Length / watch.Elapsed.TotalSeconds / 1e9);
        }

        return best;
    }

    /// <summary>Random reads a second of one thread from a table of some bytes, best of five.</summary>
    public static double GatherMillionsPerSecond(int bytes)
    {
        int[] table = new int[bytes / sizeof(int)];
        const int Reads = 8_000_000;
        double best = 0;
        int sum = 0;
        for (int i = 0; i < 5; i++)
        {
            uint state = 12345;
            Stopwatch watch = Stopwatch.StartNew();
            for (int read = 0; read < Reads; read++)
            {
                state = (state * 1664525) + 1013904223;
                sum += table[(int)(((ulong)state * (uint)table.Length) >> 32)];
            }

            best = Math.Max(best, Reads / watch.Elapsed.TotalSeconds / 1e6);
        }

        return sum == int.MinValue ? 0 : best;
    }

    /// <summary>
    /// Lane operations a second of one thread, in thousands of millions: addressed luck for 4,096 rows that stay in the
    /// first-level cache, the widest lanes there are, best of seven. Nothing in the model is purer arithmetic.
    /// </summary>
    public static double LaneOperationsPerNanosecond() =>
        Vector512.IsHardwareAccelerated ? LuckRate<F16, I16>()
        : Vector256.IsHardwareAccelerated ? LuckRate<F8, I8>()
        : Vector128.IsHardwareAccelerated ? LuckRate<F4, I4>()
        : LuckRate<F1, I1>();

    /// <summary>
    /// How much more of that two threads get done than one, median of nine: processors of a virtual machine may be halves of
    /// one, or be lent to others for a moment, and then no program of two threads is twice as fast.
    /// </summary>
    public static double TwoThreadsOverOne() =>
        Vector512.IsHardwareAccelerated ? TwoOverOne<F16, I16>()
        : Vector256.IsHardwareAccelerated ? TwoOverOne<F8, I8>()
        : Vector128.IsHardwareAccelerated ? TwoOverOne<F4, I4>()
        : TwoOverOne<F1, I1>();

    private static double TwoOverOne<F, I>()
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        const int Turns = 100_000;
        double[] ratios = new double[9];
        for (int i = 0; i < ratios.Length; i++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            FillLuck<F, I>(Turns);
            double one = watch.Elapsed.TotalSeconds;
            var other = new Thread(() => FillLuck<F, I>(Turns));
            watch.Restart();
            other.Start();
            FillLuck<F, I>(Turns);
            other.Join();
            ratios[i] = 2 * one / watch.Elapsed.TotalSeconds;
        }

        Array.Sort(ratios);
        return ratios[ratios.Length / 2];
    }

    private static unsafe void FillLuck<F, I>(int turns)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        Luck luck = new(1, LuckStream.EverydayDecision);
        using Column<int> identities = Column<int>.Allocate(Rows);
        using Column<int> first = Column<int>.Allocate(Rows);
        using Column<int> second = Column<int>.Allocate(Rows);
        for (int day = 0; day < turns; day++)
        {
            luck.Fill<F, I>(identities.Pointer, Rows, day, first.Pointer, second.Pointer);
        }
    }

    private static unsafe double LuckRate<F, I>()
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        const int Turns = 500;
        Luck luck = new(1, LuckStream.EverydayDecision);
        using Column<int> identities = Column<int>.Allocate(Rows);
        using Column<int> first = Column<int>.Allocate(Rows);
        using Column<int> second = Column<int>.Allocate(Rows);
        CountedOperations.Reset();
        luck.Fill<CountedFloat, CountedInt>(identities.Pointer, Rows, 0, first.Pointer, second.Pointer);
        double operations = CountedOperations.Total;
        double best = double.MaxValue;
        for (int i = 0; i < 7; i++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            for (int day = 0; day < Turns; day++)
            {
                luck.Fill<F, I>(identities.Pointer, Rows, day, first.Pointer, second.Pointer);
            }

            best = Math.Min(best, watch.Elapsed.TotalNanoseconds / Turns);
        }

        return operations / best;
    }
}
