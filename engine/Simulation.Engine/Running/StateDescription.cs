using System.Globalization;
using Simulation.Engine.Parameters;

namespace Simulation.Engine.Running;

/// <summary>What a saved state is of: only a run that agrees in all but the last four may go on from it.</summary>
/// <param name="Model">Hash of the model that made it (<see cref="BuildIdentity.Model"/>).</param>
/// <param name="Population">Hash of the population.</param>
/// <param name="Seed">Seed of the luck.</param>
/// <param name="Parameters">The structure of propensity, and parameters that differ from the registry's values, as <c>name=value</c>, joined by spaces.</param>
/// <param name="Start">First day of the horizon.</param>
/// <param name="Today">The day that is simulated next.</param>
/// <param name="DaysDone">Days of the horizon simulated.</param>
/// <param name="History">What interventions have done so far, as a hash.</param>
public sealed record StateDescription(
    string Model, string Population, ulong Seed, string Parameters, DateOnly Start, DateOnly Today, int DaysDone, string History)
{
    /// <summary>What decides results beside population and seed: of <see cref="Parameters"/>.</summary>
    internal static string ParametersOf(RunOptions options) => string.Create(CultureInfo.InvariantCulture, $"propensity={options.Propensity} ")
        + string.Join(' ', options.Parameters.Where(p => InterventionParameters.All.All(other => other.Name != p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key}={p.Value:R}")));

    /// <summary>Why a run may not go on from this state, in words that say what to do; null where it may. Days and history are not looked at.</summary>
    /// <param name="run">The run.</param>
    internal string? ProblemFor(StateDescription run) =>
        Model != run.Model ? "it was made by another version of the model; make it again with this program."
        : Population != run.Population ? "it is of other residents; name the population that it was made with."
        : Seed != run.Seed ? string.Create(CultureInfo.InvariantCulture, $"its seed is {Seed}, the run's {run.Seed}; give the run --seed {Seed}.")
        : Parameters != run.Parameters ? "its parameters differ from those of the run; use the same ones."
        : null;
}
