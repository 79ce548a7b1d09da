namespace Simulation.Scene.Painting;

/// <summary>Shares rows among threads; what a row becomes never depends on how many there are.</summary>
internal static class Bands
{
    /// <summary>Calls <paramref name="work"/> for bands of rows that together are all of them.</summary>
    /// <param name="threads">Threads to use at most.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="work">Takes the first row and the row after the last.</param>
    public static void Run(int threads, int rows, Action<int, int> work)
    {
        if (threads <= 1 || rows < 2)
        {
            work(0, rows);
            return;
        }

        // More bands than threads: where the picture is empty a band costs little.
        int bands = Math.Min(rows, threads * 4);
        Parallel.For(0, bands, new ParallelOptions { MaxDegreeOfParallelism = threads }, band =>
            work((int)((long)rows * band / bands), (int)((long)rows * (band + 1) / bands)));
    }
}
