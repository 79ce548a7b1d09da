using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulation.Engine.Parameters;

namespace Simulation.Results.RunFiles;

/// <summary>Tells two sets of parameters apart.</summary>
public static class ParametersHash
{
    /// <summary>SHA-256 over every parameter's name and the value in force, hex.</summary>
    /// <param name="overrides">Values that differ from the registry's, by name.</param>
    public static string Of(IReadOnlyDictionary<string, double> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        StringBuilder text = new();
        foreach (Parameter parameter in ParameterRegistry.All.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            double value = overrides.TryGetValue(parameter.Name, out double other) ? other : parameter.Value;
            text.Append(parameter.Name).Append('=').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
