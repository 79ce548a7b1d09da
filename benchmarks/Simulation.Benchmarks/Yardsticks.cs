using System.Diagnostics;

namespace Simulation.Benchmarks;

/// <summary>What this machine's memory does at this hour: figures of a run mean little without them.</summary>
internal static class Yardsticks
{
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
}
