namespace Simulation.Populations;

/// <summary>Which residents the user asked for.</summary>
/// <param name="Data">Folder of open data, or null for the embedded figures.</param>
/// <param name="File">A finished population file, or null.</param>
/// <param name="Residents">Number of residents, or null for the default.</param>
/// <param name="Seed">Seed of the synthesis, or null for the default.</param>
public sealed record PopulationRequest(string? Data, string? File, int? Residents, ulong? Seed = null)
{
    /// <summary>Whether the user said anything of it, so that building it is what they want.</summary>
    public bool IsNamed => Data is not null || File is not null || Residents is not null;
}
