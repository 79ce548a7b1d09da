using Simulation.Scene.Composing;

namespace Simulation.Viewer.Wall;

/// <summary>One frame of a film: a page, or two of which the second is coming up.</summary>
/// <param name="Page">The page.</param>
/// <param name="Next">The page that is coming up, or null.</param>
/// <param name="Share">How far it has come, 0–1.</param>
internal readonly record struct Shot(Page Page, Page? Next = null, float Share = 0);
