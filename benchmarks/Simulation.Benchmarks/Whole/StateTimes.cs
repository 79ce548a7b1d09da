using System.Diagnostics;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;

namespace Simulation.Benchmarks.Whole;

/// <summary>What it takes to begin, fork, keep and take up a run.</summary>
/// <param name="Warm">Seconds from an opened population and a kept warm state to the end of the first day.</param>
/// <param name="Fork">Seconds to make one run what another is.</param>
/// <param name="Save">Seconds to keep a checkpoint, on the disk.</param>
/// <param name="Resume">Seconds to take it up again.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record StateTimes(double Warm, double Fork, double Save, double Resume, long Bytes)
{
    private const int Days = 28;

    /// <summary>Measures once.</summary>
    /// <param name="population">The residents.</param>
    /// <param name="folder">Where the files may stand.</param>
    public static StateTimes Of(Population population, string folder)
    {
        RunOptions options = new() { Days = Days, CountsYear = false };
        string kept = Path.Combine(folder, $"warm-{Environment.ProcessId}.state");
        string checkpoint = Path.Combine(folder, $"checkpoint-{Environment.ProcessId}.state");
        try
        {
            using ModelRun first = new(population, [], options);
            first.WarmUp(null, kept, CancellationToken.None);
            Stopwatch watch = Stopwatch.StartNew();
            double warm;
            using (ModelRun second = new(population, [], options))
            {
                second.WarmUp(null, kept, CancellationToken.None);
                second.Step();
                warm = watch.Elapsed.TotalSeconds;
            }

            for (int day = 0; day < Days; day++)
            {
                first.Step();
            }

            using ModelRun twin = new(population, [], options);
            double fork = Time(() => twin.StartFrom(first));
            double save = Time(() => first.Save(checkpoint));
            using ModelRun again = new(population, [], options);
            double resume = Time(() => again.Resume(checkpoint));
            return twin.StateHash() == first.StateHash() && again.StateHash() == first.StateHash()
                ? new StateTimes(warm, fork, save, resume, new FileInfo(checkpoint).Length)
                : throw new InvalidOperationException("A fork or a checkpoint is not the run that it was taken of.");
        }
        finally
        {
            File.Delete(kept);
            File.Delete(checkpoint);
        }
    }

    private static double Time(Action work)
    {
        Stopwatch watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
