namespace Simulation.Cli.Running;

/// <summary>Which residents the user asked for.</summary>
/// <param name="Data">Folder of open data, or null for the embedded figures.</param>
/// <param name="File">A finished population file, or null.</param>
/// <param name="Residents">Number of residents, or null for the default.</param>
/// <param name="Seed">Seed of the synthesis, or null for the default.</param>
internal sealed record PopulationRequest(string? Data, string? File, int? Residents, ulong? Seed = null)
{
    /// <summary>Whether the user said anything of it, so that building it is what they want.</summary>
    public bool IsNamed => Data is not null || File is not null || Residents is not null;
}

/// <summary>How the user asked for a scenario to be run; null where the scenario or the default decides.</summary>
internal sealed record RunRequest
{
    /// <summary>Days of the horizon.</summary>
    public int? Days { get; init; }

    /// <summary>The day after the last of the horizon.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Seed of the luck.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Worker threads.</summary>
    public required int Workers { get; init; }

    /// <summary>Values of <c>--set</c>, in order.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The residents.</summary>
    public required PopulationRequest Population { get; init; }
}
