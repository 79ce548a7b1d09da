using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Simulation.Engine.OpenData;
using Simulation.Engine.Populations;

namespace Simulation.Populations;

/// <summary>Names a population by all that it is made from, so that the same name means the same residents.</summary>
public static class PopulationKey
{
    /// <summary>File name of the population in the cache.</summary>
    /// <param name="data">Folder of open data, or null for the embedded figures.</param>
    /// <param name="residents">Residents wanted.</param>
    /// <param name="seed">Seed of the synthesis.</param>
    /// <returns>The name, or null when a file of the folder cannot be read: the reader of open data says better what is wrong.</returns>
    public static string? FileName(string? data, int residents, ulong seed)
    {
        StringBuilder made = new();

        // The engine's own bytes stand for the embedded figures, the method and the file's format: a new engine may
        // build other residents from the same figures.
        Module engine = typeof(Population).Module;
        made.Append(CultureInfo.InvariantCulture, $"engine {engine.ModuleVersionId}\nresidents {residents}\nseed {seed}\n");
        if (data is not null)
        {
            foreach (string name in OpenDataFormat.Files.Select(f => f.Name).Order(StringComparer.Ordinal))
            {
                try
                {
                    using FileStream stream = File.OpenRead(Path.Combine(data, name));
                    made.Append(CultureInfo.InvariantCulture, $"{name} {Convert.ToHexStringLower(SHA256.HashData(stream))}\n");
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    return null;
                }
            }
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made.ToString())))[..16];
        return string.Create(CultureInfo.InvariantCulture, $"{(data is null ? "embedded" : "open-data")}-{residents}-{hash}.population");
    }
}
