using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Sweeps;

/// <summary>
/// A plan under every structure but its own, one choice changed at a time. A structure is no number with a range: what it
/// moves is told beside the ranges and never mixed into them.
/// </summary>
public static class OtherStructures
{
    /// <summary>The structures a run may take instead, as <c>--set</c> would take them, and the run under each.</summary>
    /// <param name="run">The run.</param>
    /// <param name="years">Whether the horizon comes to a turn of the year; without one nobody grows older whatever is said.</param>
    public static IEnumerable<(string Setting, PlannedRun Run)> Of(PlannedRun run, bool years)
    {
        ArgumentNullException.ThrowIfNull(run);
        foreach (KeySpec choice in Shapes.Structure.Keys.Where(f => f.Form == ValueForm.Choice && (years || f.Name != "people")))
        {
            string path = $"{Shapes.Structure.Name}.{choice.Name}";

            // The first word is what is taken unless the scenario says otherwise.
            string taken = run.Scenario.Facts.FirstOrDefault(fact => fact.Path == path)?.Value ?? choice.Words[0];
            foreach (string word in choice.Words.Where(w => w != taken))
            {
                SweepSetting setting = new(new ScalarNode(run.Scenario.Syntax.Span, path, false), new ScalarNode(run.Scenario.Syntax.Span, word, false));
                yield return (setting.ToString(), run with
                {
                    Scenario = SweepExpander.With(run.Scenario, setting),
                    Baseline = SweepExpander.With(run.Baseline, setting),
                });
            }
        }
    }
}
