using System.Globalization;
using Simulation.Results.Runs;

namespace Simulation.Results.Comparisons;

/// <summary>Whether two runs had the same residents and the same luck, so that they differ by the scenario alone.</summary>
public static class Pairing
{
    /// <summary>Why the runs cannot be paired, one sentence a reason; empty when they can.</summary>
    /// <param name="baseline">Manifest of the baseline.</param>
    /// <param name="scenario">Manifest of the scenario.</param>
    public static IReadOnlyList<string> Obstacles(RunManifest baseline, RunManifest scenario)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(scenario);
        List<string> reasons = [];

        void Same<T>(string what, T first, T second, string advice)
        {
            if (!EqualityComparer<T>.Default.Equals(first, second))
            {
                reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {first} in the baseline, {second} in the scenario; {advice}."));
            }
        }

        Same("seed", baseline.Seed, scenario.Seed, "run both with the same --seed");
        if (baseline.PopulationHash != scenario.PopulationHash)
        {
            reasons.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"population: {Describe(baseline)} in the baseline, {Describe(scenario)} in the scenario; run both on the same population."));
        }

        Same("first day", baseline.Start.ToString("yyyy-MM-dd"), scenario.Start.ToString("yyyy-MM-dd"), "give both the same horizon");
        Same("days", baseline.Days, scenario.Days, "give both the same --days");
        if (!baseline.Build.SameModel(scenario.Build))
        {
            reasons.Add($"program: {baseline.Build} in the baseline, {scenario.Build} in the scenario, whose models differ; run both with the same program.");
        }

        if (baseline.ParametersHash != scenario.ParametersHash)
        {
            reasons.Add("parameters: the two runs used different numbers in the model; run both with the same ones.");
        }

        if (baseline.Structure.Length > 0 && scenario.Structure.Length > 0)
        {
            Same("structure", baseline.Structure, scenario.Structure, "give both the same `structure`");
        }

        return reasons;
    }

    private static string Describe(RunManifest manifest) => string.Create(
        CultureInfo.InvariantCulture, $"{manifest.Residents:N0} residents ({manifest.PopulationSource}, {manifest.PopulationHash[..Math.Min(8, manifest.PopulationHash.Length)]})");
}

/// <summary>Thrown when runs cannot be compared; the message says why and what to do.</summary>
/// <param name="scenario">The run that cannot be paired with the baseline.</param>
/// <param name="obstacles">Why, one sentence a reason.</param>
public sealed class PairingException(string scenario, IReadOnlyList<string> obstacles)
    : Exception($"{scenario} cannot be compared with the baseline:" + string.Concat(obstacles.Select(o => Environment.NewLine + "  " + o)))
{
    /// <summary>Why, one sentence a reason.</summary>
    public IReadOnlyList<string> Obstacles { get; } = obstacles;
}
