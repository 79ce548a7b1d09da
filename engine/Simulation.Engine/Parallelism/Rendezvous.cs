namespace Simulation.Engine.Parallelism;

/// <summary>
/// Where a fixed number of threads wait for one another, again and again. Who waits spins for a while before it sleeps: a
/// day of a small population takes a millisecond or two, and to wake a sleeping thread would cost a tenth of that.
/// </summary>
/// <param name="size">How many threads meet.</param>
internal sealed class Rendezvous(int size) : IDisposable
{
    // As many as the event allows; it gives way to other threads in between. About a millisecond.
    private const int Spins = 2047;

    // One event a meeting by turns: while one lets the last threads go, the next meeting already uses the other.
    private readonly ManualResetEventSlim[] gates = [new(false, Spins), new(false, Spins)];
    private int meeting;
    private int arrived;

    /// <summary>Returns when all have called it.</summary>
    public void Meet()
    {
        int mine = Volatile.Read(ref meeting);
        if (Interlocked.Increment(ref arrived) < size)
        {
            gates[mine].Wait();
            return;
        }

        // All have left the meeting before this one, or they would not have come.
        arrived = 0;
        gates[1 - mine].Reset();
        Volatile.Write(ref meeting, 1 - mine);
        gates[mine].Set();
    }

    /// <summary>Releases the events.</summary>
    public void Dispose() => Array.ForEach(gates, gate => gate.Dispose());
}
