using System.Globalization;
using Simulation.Populations;
using Simulation.Results.Comparisons;
using Simulation.Results.Runs;

namespace Simulation.Experiments.Running;

/// <summary>Seed and residents of one or more runs: what the command line says, else a run file to pair with, else the scenarios.</summary>
/// <param name="Seed">Seed of the luck.</param>
/// <param name="Population">The residents.</param>
public sealed record ScenarioSettings(ulong Seed, PopulationRequest Population)
{
    /// <summary>The settings for scenarios that are to be compared.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="request">What the command line says.</param>
    /// <param name="like">A run file that the scenarios are paired with, or null.</param>
    /// <exception cref="PairingException">Two scenarios ask for different seeds or residents.</exception>
    /// <exception cref="ExperimentException">The run file's residents cannot be made without being named.</exception>
    public static ScenarioSettings Of(IReadOnlyList<LoadedScenario> scenarios, RunRequest request, RunManifest? like = null)
    {
        ulong seed = request.Seed ?? like?.Seed ?? Agreed("seed", scenarios, s => s.Seed) ?? RunPlan.DefaultSeed;
        PopulationRequest asked = request.Population;
        if (asked.File is not null)
        {
            return new ScenarioSettings(seed, asked);
        }

        if (like is not null && asked.Data is null && asked.Residents is null)
        {
            return like.PopulationSource == "embedded"
                ? new ScenarioSettings(seed, asked with { Residents = like.Residents, Seed = like.PopulationSeed })
                : throw new ExperimentException(
                    $"The run file's residents came from {like.PopulationSource}; name them with --data or --population, so that the scenario runs on the same ones.");
        }

        return new ScenarioSettings(seed, asked with
        {
            Residents = asked.Residents ?? like?.Residents ?? (int?)Agreed("residents", scenarios, s => s.Residents),
            Seed = like?.PopulationSeed ?? Agreed("seed of the population", scenarios, s => s.PopulationSeed),
        });
    }

    private static ulong? Agreed(string what, IReadOnlyList<LoadedScenario> scenarios, Func<Scenarios.Scenario, int?> setting)
    {
        LoadedScenario? first = scenarios.FirstOrDefault(s => setting(s.Scenario) is not null);
        foreach (LoadedScenario other in scenarios)
        {
            if (first is not null && setting(other.Scenario) is { } value && value != setting(first.Scenario))
            {
                throw new PairingException(other.Path, [string.Create(
                    CultureInfo.InvariantCulture, $"{what}: {setting(first.Scenario)} in {first.Path}, {value} here; give both the same, or say it on the command line.")]);
            }
        }

        return first is null ? null : (ulong?)setting(first.Scenario);
    }
}
