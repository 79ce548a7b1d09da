using System.Diagnostics;

namespace Simulation.Engine.Running;

/// <summary>What each process of the day has taken so far, all workers together.</summary>
internal sealed class ProcessClocks
{
    // Longs left free after each worker's clocks, so that no two workers write to one cache line.
    private const int CacheLine = 8;

    // Looking at the clock costs as much as ten residents: every so many neighbourhoods, another each day, stand for all.
    private const int Clocked = 17;

    private readonly string[] dawn;
    private readonly string[] day;
    private readonly string[] dusk;
    private readonly long[][] blocks;
    private readonly long[] serial;

    /// <summary>Clocks at nought.</summary>
    /// <param name="workers">Worker threads.</param>
    /// <param name="schedule">The schedule; later ones, of rows laid anew, have the same processes.</param>
    public ProcessClocks(int workers, Schedule schedule)
    {
        dawn = [.. schedule.Dawn.Select(process => process.Description.Name)];
        day = [.. schedule.Day.Select(process => process.Description.Name)];
        dusk = [.. schedule.Dusk.Select(process => process.Description.Name)];
        blocks = [.. Enumerable.Range(0, workers).Select(_ => new long[day.Length + CacheLine])];
        serial = new long[dawn.Length + dusk.Length + 1];
    }

    /// <summary>The clocks of a worker's processes, in the order of the schedule.</summary>
    public long[] Of(int worker) => blocks[worker];

    /// <summary>The clock of a process of the dawn.</summary>
    public ref long Dawn(int process) => ref serial[process];

    /// <summary>The clock of a process of the dusk.</summary>
    public ref long Dusk(int process) => ref serial[dawn.Length + process];

    /// <summary>The clock of what is done with a week's counts.</summary>
    public ref long Recording => ref serial[^1];

    /// <summary>Whether a neighbourhood is one of those that stand for all on a day.</summary>
    public static bool Looks(int neighbourhood, int day) => (neighbourhood + day) % Clocked == 0;

    /// <summary>Adds the time since <paramref name="since"/>; the time now.</summary>
    public static long Lap(ref long total, long since)
    {
        long now = Stopwatch.GetTimestamp();
        total += now - since;
        return now;
    }

    /// <summary>Seconds of each process, in the order of the schedule.</summary>
    public IReadOnlyList<(string Process, double Seconds)> Profile() =>
    [
        .. dawn.Select((name, i) => (name, Seconds(Dawn(i)))),
        .. day.Select((name, i) => (name, Seconds(Clocked * blocks.Sum(worker => worker[i])))),
        .. dusk.Select((name, i) => (name, Seconds(Dusk(i)))),
        ("Recording", Seconds(Recording)),
    ];

    private static double Seconds(long ticks) => ticks / (double)Stopwatch.Frequency;
}
