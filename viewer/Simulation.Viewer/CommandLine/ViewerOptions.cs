using Simulation.Populations;

namespace Simulation.Viewer.CommandLine;

/// <summary>What the viewer was asked to show.</summary>
/// <param name="Files">A scenario, one or two run files, or a recording; empty for the school run together.</param>
/// <param name="Population">Which residents.</param>
/// <param name="Days">Days of the horizon, or null for the scenario's.</param>
/// <param name="Seed">Seed of the luck, or null for the scenario's.</param>
/// <param name="Workers">Worker threads.</param>
/// <param name="Story">File of the story to present, or null.</param>
/// <param name="Record">File to record a live run to, or null.</param>
/// <param name="Study">Folder of a kept study that says what levers do alone, or null.</param>
public sealed record ViewerOptions(
    IReadOnlyList<string> Files, PopulationRequest Population, int? Days, ulong? Seed, int Workers, string? Story, string? Record = null, string? Study = null);

/// <summary>Who can open the page.</summary>
/// <param name="Port">Port; 0 takes a free one.</param>
/// <param name="Share">Whether other machines may watch.</param>
/// <param name="Attached">Whether the viewer ends when its standard input does.</param>
public sealed record ServeOptions(int Port, bool Share, bool Attached);
