using System.Runtime.ExceptionServices;

namespace Simulation.Experiments;

/// <summary>Work that threads share out among themselves; what goes wrong in one of them is thrown as it is, not wrapped.</summary>
internal static class SideBySide
{
    /// <summary>Does something for each of some things.</summary>
    /// <param name="all">The things.</param>
    /// <param name="workers">Most threads.</param>
    /// <param name="each">What is done.</param>
    /// <param name="cancellation">Stops before the next thing.</param>
    public static void ForEach<T>(IEnumerable<T> all, int workers, Action<T> each, CancellationToken cancellation = default)
    {
        try
        {
            Parallel.ForEach(all, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, each);
        }
        catch (AggregateException faults)
        {
            cancellation.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }
}
