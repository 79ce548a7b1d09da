namespace Simulation.Engine.Parallelism;

/// <summary>
/// A fixed team of threads that work through numbered blocks. Runs of blocks are handed out as workers come free; since no block's
/// result depends on another's, any team size gives the same bits.
/// </summary>
public sealed class WorkerTeam : IDisposable
{
    // Long enough that few runs touch, short enough that nobody waits long when the system takes a processor away for a while.
    private const int LongestRun = 64;

    private readonly Rendezvous start;
    private readonly Rendezvous finish;
    private readonly Thread[] threads;
    private Action<int, int>? work;
    private int blocks;
    private int next;
    private bool stopping;
    private Exception? failure;

    /// <summary>A team of <paramref name="size"/> workers, the caller's thread among them.</summary>
    public WorkerTeam(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        Size = size;
        start = new Rendezvous(size);
        finish = new Rendezvous(size);
        threads = new Thread[size - 1];
        for (int i = 0; i < threads.Length; i++)
        {
            int worker = i + 1;
            threads[i] = new Thread(() => Serve(worker)) { IsBackground = true, Name = $"worker {worker}" };
            threads[i].Start();
        }
    }

    /// <summary>Number of workers.</summary>
    public int Size { get; }

    /// <summary>Calls <paramref name="block"/> (worker, block) once for every block and returns when all are done.</summary>
    /// <param name="count">Number of blocks.</param>
    /// <param name="block">What to do; keep the delegate to allocate nothing.</param>
    public void Run(int count, Action<int, int> block)
    {
        work = block;
        blocks = count;
        next = 0;
        if (Size == 1)
        {
            Drain(0);
        }
        else
        {
            start.Meet();
            Drain(0);
            finish.Meet();
        }

        // What the work held on to can go.
        work = null;
        if (Interlocked.Exchange(ref failure, null) is { } exception)
        {
            throw new InvalidOperationException("A worker failed.", exception);
        }
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        if (stopping)
        {
            return;
        }

        stopping = true;
        if (Size > 1)
        {
            start.Meet();
            foreach (Thread thread in threads)
            {
                thread.Join();
            }
        }

        start.Dispose();
        finish.Dispose();
    }

    private void Serve(int worker)
    {
        while (true)
        {
            start.Meet();
            if (stopping)
            {
                return;
            }

            Drain(worker);
            finish.Meet();
        }
    }

    private void Drain(int worker)
    {
        try
        {
            while (Take(out int block, out int end))
            {
                for (; block < end; block++)
                {
                    work!(worker, block);
                }
            }
        }
#pragma warning disable CA1031 // A failure on any worker is carried to the caller's thread, whatever it is.
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref failure, exception, null);
        }
#pragma warning restore CA1031
    }

    // Neighbouring blocks lie beside each other in memory, and processors fetch ahead: workers on alternate blocks would
    // keep pulling at lines that the other is writing (measured: every process 15–25 % slower). So each takes a long run of
    // blocks, and ever shorter ones towards the end, so that all finish together.
    private bool Take(out int first, out int end)
    {
        while (true)
        {
            first = Volatile.Read(ref next);
            int left = blocks - first;
            end = first + Math.Clamp(left / (2 * Size), 1, LongestRun);
            if (left <= 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref next, end, first) == first)
            {
                return true;
            }
        }
    }
}
