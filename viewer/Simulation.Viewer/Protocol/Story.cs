
namespace Simulation.Viewer.Protocol;

/// <summary>A story that a presenter walks through with one key.</summary>
/// <param name="Title">Title.</param>
/// <param name="Steps">Steps, at least one.</param>
public sealed record Story(string Title, IReadOnlyList<StoryStep> Steps);

/// <summary>One step: what the map shows, and what is said.</summary>
/// <param name="Title">Headline on the wall.</param>
/// <param name="Caption">A sentence below it.</param>
/// <param name="Notes">For the presenter's own window.</param>
/// <param name="Place">Place to fly to, or null for all nine.</param>
/// <param name="Zoom">Times closer than the whole place, or null.</param>
/// <param name="Layer">Map layer, or null to leave it.</param>
/// <param name="Compare"><c>off</c>, <c>difference</c>, <c>side</c> or <c>swipe</c>.</param>
/// <param name="Indicator">Indicator of the curves, or null to leave it.</param>
/// <param name="Week">Recorded week to show, or null for the latest.</param>
/// <param name="Play">Days a second to play at, or null to stand still.</param>
/// <param name="View"><c>everybody</c>, <c>change</c> or <c>places</c> on the wall, or null for what the layer says.</param>
/// <param name="School">School whose street the wall shows close by, or null.</param>
/// <param name="Hold">Seconds that a film rests on the step, or null.</param>
/// <param name="Date">Date to show: the recorded week of it, or, where the run has not come so far, the day once it has; null for the latest.</param>
public sealed record StoryStep(
    string Title, string Caption, string Notes, string? Place, double? Zoom, string? Layer, string? Compare, string? Indicator, int? Week, double? Play,
    DateOnly? Date = null, string? View = null, string? School = null, double? Hold = null);
