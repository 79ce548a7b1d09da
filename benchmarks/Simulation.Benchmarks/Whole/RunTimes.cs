using System.Diagnostics;
using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;

namespace Simulation.Benchmarks.Whole;

/// <summary>What one run took.</summary>
/// <param name="Start">Seconds from the population to a warm model.</param>
/// <param name="Run">Seconds for all days.</param>
/// <param name="Allocated">Bytes allocated a day.</param>
/// <param name="Profile">Seconds by process, the warm-up not counted.</param>
/// <param name="Hash">State at the end.</param>
internal sealed record RunTimes(
    double Start, double Run, long Allocated, IReadOnlyList<(string Process, double Seconds)> Profile, string Hash)
{
    /// <summary>Runs and times.</summary>
    public static RunTimes Of(Population population, IReadOnlyList<Effect> effects, RunOptions options, ICountSink? sink = null)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using ModelRun run = new(population, effects, options) { Sink = sink };
        run.WarmUp(null, CancellationToken.None);
        double start = watch.Elapsed.TotalSeconds;
        IReadOnlyList<(string Process, double Seconds)> warm = run.Profile;
        long allocated = GC.GetTotalAllocatedBytes(true);
        watch.Restart();
        for (int day = 0; day < options.Days; day++)
        {
            run.Step();
        }

        double days = watch.Elapsed.TotalSeconds;
        allocated = (GC.GetTotalAllocatedBytes(true) - allocated) / options.Days;
        return new RunTimes(
            start, days, allocated,
            [.. run.Profile.Select((line, i) => (line.Process, line.Seconds - warm[i].Seconds))],
            run.StateHash());
    }
}
