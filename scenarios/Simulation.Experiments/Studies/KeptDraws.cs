using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Simulation.Engine.Calibration;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Populations;

namespace Simulation.Experiments.Studies;

/// <summary>
/// Draws in the cache: what a baseline was solved to depends on model, residents and numbers alone, so a second study with the
/// same draws solves nothing. A cache that cannot be read or written costs time and nothing else.
/// </summary>
/// <param name="sample">The residents that are solved on.</param>
internal sealed class KeptDraws(Population sample)
{
    /// <summary>Bytes of draws that are kept: some ten thousand.</summary>
    private const long Room = 16L << 20;

    private readonly string world = $"{BuildIdentity.Current.Model} {sample.Description.Hash} {DrawSolver.Days}";

    /// <summary>What was solved before; null when nothing was, or when what is kept is not whole.</summary>
    /// <param name="central">Address of the central baseline.</param>
    /// <param name="drawn">Address of the draw's.</param>
    public SolvedDraw? Find(string central, string drawn)
    {
        try
        {
            if (PathOf(central, drawn) is not { } path || !File.Exists(path)
                || File.ReadAllText(path).Split('\n', 2) is not [var digest, var text] || digest != DigestOf(text))
            {
                return null;
            }

            CacheFolder.Use(path);
            return JsonSerializer.Deserialize(text, PlanContext.Default.SolvedDraw);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps what was solved.</summary>
    /// <inheritdoc cref="Find"/>
    public void Keep(string central, string drawn, SolvedDraw solved)
    {
        if (PathOf(central, drawn) is not { } path || CacheFolder.Trouble(path) is not null)
        {
            return;
        }

        string text = JsonSerializer.Serialize(solved, PlanContext.Default.SolvedDraw);
        string part = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.partial";
        try
        {
            File.WriteAllText(part, $"{DigestOf(text)}\n{text}");
            File.Move(part, path, overwrite: true);
            CacheFolder.Prune(Path.GetDirectoryName(path)!, "*.json", Room);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    private string? PathOf(string central, string drawn) =>
        CacheFolder.Draws() is { } folder ? Path.Combine(folder, DigestOf($"{world}\n{central}\n{drawn}")[..32] + ".json") : null;

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
