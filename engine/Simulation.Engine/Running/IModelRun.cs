using Simulation.Engine.Observation;

namespace Simulation.Engine.Running;

/// <summary>A running model, as those outside the engine see it.</summary>
public interface IModelRun : IDisposable
{
    /// <summary>The day that <see cref="Step"/> simulates next.</summary>
    DateOnly Today { get; }

    /// <summary>Days of the horizon simulated so far.</summary>
    int DaysDone { get; }

    /// <summary>Brings the model to its stationary start: the days before the horizon, without interventions.</summary>
    /// <param name="progress">Told the number of warm-up days done after each.</param>
    /// <param name="cancellation">Stops between two days.</param>
    void WarmUp(IProgress<int>? progress, CancellationToken cancellation);

    /// <summary>Simulates one day of the horizon; at the end of a week hands the week's counts to the sink.</summary>
    void Step();

    /// <summary>Where the counts go; null keeps none.</summary>
    ICountSink? Sink { get; set; }

    /// <summary>SHA-256 over every state column, hex: equal bits, equal hash.</summary>
    string StateHash();

    /// <summary>Seconds spent in each process, all workers together: an estimate from some of the neighbourhoods of each day since the start, in schedule order.</summary>
    IReadOnlyList<(string Process, double Seconds)> Profile { get; }
}
