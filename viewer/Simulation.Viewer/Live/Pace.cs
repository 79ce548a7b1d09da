using System.Diagnostics;

namespace Simulation.Viewer.Live;

/// <summary>How fast days follow one another, and how fast they really did.</summary>
public sealed class Pace
{
    private readonly Queue<(long At, int Days)> recent = new();
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

    /// <summary>Days that are due: more than one where showing one took longer than the days are apart.</summary>
    public int DaysDue() => 1 + (int)((Stopwatch.GetTimestamp() - next) * speed / Stopwatch.Frequency);

    /// <summary>Milliseconds until the next day, rounded down.</summary>
    public int Wait() => (int)Math.Max(0, (next - Stopwatch.GetTimestamp()) * 1000 / Stopwatch.Frequency);

    /// <summary>Days were done.</summary>
    public void Count(int days)
    {
        long now = Stopwatch.GetTimestamp();

        // Days that came late are not made up for: after a slow week the picture must not race.
        next = Math.Max(next + (long)(days * Stopwatch.Frequency / speed), now);
        recent.Enqueue((now, days));
        while (recent.Count > 2 && (recent.Count > 200 || now - recent.Peek().At > 2 * Stopwatch.Frequency))
        {
            recent.Dequeue();
        }

        double seconds = Stopwatch.GetElapsedTime(recent.Peek().At, now).TotalSeconds;
        Measured = recent.Count > 1 && seconds > 0 ? recent.Skip(1).Sum(r => r.Days) / seconds : 0;
    }
}
