namespace Simulation.Results.Sentences;

/// <summary>All that is said of a plan, as plain numbers.</summary>
/// <param name="Changes">Its changes for everybody, one an indicator.</param>
/// <param name="Places">Its changes by place.</param>
/// <param name="Spreads">Its changes over deprivation.</param>
public sealed record PlanFindings(
    IReadOnlyList<Finding> Changes, IReadOnlyList<PlaceFinding> Places, IReadOnlyList<SpreadFinding> Spreads);

/// <summary>A change in one place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Finding">The change.</param>
public sealed record PlaceFinding(string Place, Finding Finding);

/// <summary>A change in the poorest and in the richest fifth, and of the gap between them.</summary>
/// <param name="Poorest">Change in the poorest fifth.</param>
/// <param name="Richest">Change in the richest fifth.</param>
/// <param name="Gap">Change of the gap.</param>
/// <param name="LevelsDown">Whether the gap narrows only because others fall.</param>
public sealed record SpreadFinding(Estimate Poorest, Estimate Richest, GapFinding Gap, bool LevelsDown = false);
