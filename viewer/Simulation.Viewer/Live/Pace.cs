using System.Diagnostics;

namespace Simulation.Viewer.Live;

/// <summary>How fast days follow one another, and how fast they really did.</summary>
public sealed class Pace
{
    private readonly Queue<long> recent = new();
    private long next = Stopwatch.GetTimestamp();
    private double speed = 7;

    /// <summary>Days a second asked for.</summary>
    public double Speed
    {
        get => speed;
        set
        {
            speed = value;
            Restart();
        }
    }

    /// <summary>Days a second over the last second or so.</summary>
    public double Measured { get; private set; }

    /// <summary>The next day may begin now.</summary>
    public void Restart()
    {
        next = Stopwatch.GetTimestamp();
        recent.Clear();
    }

    /// <summary>Whether the next day may begin.</summary>
    public bool Due() => Stopwatch.GetTimestamp() >= next;

    /// <summary>Milliseconds until the next day, rounded down.</summary>
    public int Wait() => (int)Math.Max(0, (next - Stopwatch.GetTimestamp()) * 1000 / Stopwatch.Frequency);

    /// <summary>A day was done.</summary>
    public void Count()
    {
        long now = Stopwatch.GetTimestamp();

        // Days that came late are not made up for: after a slow week the picture must not race.
        next = Math.Max(next + (long)(Stopwatch.Frequency / speed), now);
        recent.Enqueue(now);
        while (recent.Count > 2 && (recent.Count > 200 || now - recent.Peek() > 2 * Stopwatch.Frequency))
        {
            recent.Dequeue();
        }

        double seconds = Stopwatch.GetElapsedTime(recent.Peek(), now).TotalSeconds;
        Measured = recent.Count > 1 && seconds > 0 ? (recent.Count - 1) / seconds : 0;
    }
}
