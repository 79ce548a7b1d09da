using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulation.Engine.Parameters;

namespace Simulation.Results.Runs;

/// <summary>Tells apart two sets of the parameters that a day of the model reads; what interventions start from shows in their effects.</summary>
public static class ParametersHash
{
    /// <summary>SHA-256 over the names and the values in force, hex.</summary>
    /// <param name="overrides">Values that differ from the registry's, by name.</param>
    public static string Of(IReadOnlyDictionary<string, double> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        StringBuilder text = new();
        foreach (Parameter parameter in ParameterRegistry.All.Except(InterventionParameters.All).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            double value = overrides.TryGetValue(parameter.Name, out double other) ? other : parameter.Value;
            text.Append(parameter.Name).Append('=').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
