using Simulation.Engine.Interventions;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Telling;

/// <summary>The kind's own settings, in words.</summary>
internal static class SettingSentences
{
    /// <summary>One sentence, or none when the kind has no settings.</summary>
    public static IEnumerable<string> Of(InterventionKind kind, InterventionRequest request)
    {
        bool patrols = kind.Key != "speed_limit" || (request.Values.TryGetValue("enforcement.patrols", out double given) && given > 0);

        // How long each unit is served stands with the dates.
        string[] said = [.. kind.Parameters.Where(p => p.Key != "for")
            .Where(p => patrols || !p.Key.StartsWith("enforcement.", StringComparison.Ordinal))
            .Select(p => $"{p.Key.Replace('_', ' ').Replace('.', ' ')} {QuantityParser.Format(request.Values.TryGetValue(p.Key, out double v) ? v : p.Default, p.Dimension)}")];
        if (said.Length > 0)
        {
            yield return $"Settings: {string.Join("; ", said)}.";
        }

        double dose = request.Adherence ?? kind.DefaultAdherence;
        if (dose < 1)
        {
            yield return $"{QuantityParser.Format(dose, Dimension.Share)} of the full dose is delivered and kept to.";
        }
    }
}
