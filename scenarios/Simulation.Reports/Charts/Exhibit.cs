namespace Simulation.Reports.Charts;

/// <summary>A chart with all that stands for it: a finding as its title, what is measured, the drawing, the same in a sentence and in a table.</summary>
/// <param name="Title">A finding, with a verb.</param>
/// <param name="Subtitle">What is measured: unit, place, year.</param>
/// <param name="Drawing">The drawing, SVG; empty where there is nothing to draw.</param>
/// <param name="Head">Heads of the table.</param>
/// <param name="Rows">Rows of the table.</param>
public sealed record Exhibit(
    string Title, string Subtitle, string Drawing, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The sentence that stands for a drawing.</summary>
    internal static string Alternative(string title, IEnumerable<IReadOnlyList<string>> rows) =>
        $"{title}: {string.Join("; ", rows.Select(r => string.Join(' ', r.Where(c => c.Length > 0))))}.";
}
