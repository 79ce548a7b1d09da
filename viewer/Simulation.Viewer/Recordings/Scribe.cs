
namespace Simulation.Viewer.Recordings;

/// <summary>Does what it is given, in order, on a thread of its own.</summary>
internal sealed class Scribe : IDisposable
{
    private readonly Queue<Action> work = new();
    private readonly Thread thread;
    private bool ending;

    /// <summary>Begins to wait for work.</summary>
    public Scribe()
    {
        thread = new Thread(Run) { IsBackground = true, Name = "recording" };
        thread.Start();
    }

    /// <summary>Has something done after all that was given before.</summary>
    public void Post(Action action)
    {
        lock (work)
        {
            work.Enqueue(action);
            Monitor.PulseAll(work);
        }
    }

    /// <summary>Waits until all is done that was given so far.</summary>
    /// <returns>False when that took longer than <paramref name="patience"/>.</returns>
    public bool WaitIdle(TimeSpan patience)
    {
        var done = new TaskCompletionSource();
        Post(done.SetResult);
        return done.Task.Wait(patience);
    }

    /// <summary>Does what is left and ends.</summary>
    public void Dispose()
    {
        lock (work)
        {
            ending = true;
            Monitor.PulseAll(work);
        }

        thread.Join();
    }

    private void Run()
    {
        while (true)
        {
            Action action;
            lock (work)
            {
                while (work.Count == 0)
                {
                    if (ending)
                    {
                        return;
                    }

                    Monitor.Wait(work);
                }

                action = work.Dequeue();
            }

            action();
        }
    }
}
