namespace Simulation.Engine.Synthesis;

/// <summary>Independent units of work on several threads: each writes only its own results, so their order is of no account.</summary>
internal static class InParallel
{
    /// <summary>Calls <paramref name="body"/> for 0 … count − 1.</summary>
    public static void For(int count, int workers, Action<int> body, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, workers), CancellationToken = cancellation };
        try
        {
            _ = Parallel.For(0, count, options, body);
        }
        catch (AggregateException several) when (several.InnerExceptions.Count > 0)
        {
            // One broken unit is enough to know; the first by message order keeps the report the same every time.
            throw several.Flatten().InnerExceptions.OrderBy(e => e.Message, StringComparer.Ordinal).First();
        }
    }
}
