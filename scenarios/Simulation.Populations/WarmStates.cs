using Simulation.Engine.Running;

namespace Simulation.Populations;

/// <summary>
/// Warm states beside the populations in the cache: the days before a horizon are simulated once for all scenarios that share
/// model, residents, seed, first day and parameters.
/// </summary>
public static class WarmStates
{
    /// <summary>Bytes of warm states that are kept: four of full size.</summary>
    private const long Room = 640L << 20;

    /// <summary>Warms a run up, or takes the state of a run that was warmed up before.</summary>
    /// <param name="run">The run.</param>
    /// <param name="progress">Told the number of warm-up days done after each; nothing when they were done before.</param>
    /// <param name="cancellation">Stops between two days.</param>
    public static void WarmUp(ModelRun run, IProgress<int>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        string? file = CacheFolder.States() is { } folder ? Path.Combine(folder, run.WarmKey[..32] + ".state") : null;
        if (file is not null && CacheFolder.Trouble(file) is not null)
        {
            // A cache that cannot be used costs this run its warm-up, and nothing else.
            file = null;
        }

        bool there = file is not null && File.Exists(file);
        run.WarmUp(progress, file, cancellation);
        if (there)
        {
            CacheFolder.Use(file!);
        }
        else if (file is not null)
        {
            CacheFolder.Prune(Path.GetDirectoryName(file)!, "*.state", Room);
        }
    }
}
