namespace Simulation.Reports.Pages;

/// <summary>Where a number comes from.</summary>
/// <param name="Name">Its name in the registry.</param>
/// <param name="Value">Value and range, in words.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Source">Study, year and place.</param>
/// <param name="Grade">How it was come by.</param>
public sealed record EvidenceCard(string Name, string Value, string Meaning, string Source, string Grade);
