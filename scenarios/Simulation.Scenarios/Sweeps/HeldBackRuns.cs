using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Sweeps;

/// <summary>
/// A plan with every combination of the mechanisms by which it acts, but for none and for all: what shares its effect out among them.
/// Company and habit are always among them; of the others those that its effects have.
/// </summary>
public static class HeldBackRuns
{
    /// <summary>The mechanisms that are kept, and the run in which all others are held back.</summary>
    /// <param name="run">The run.</param>
    /// <param name="population">The residents, to whom its effects are bound.</param>
    public static IEnumerable<(IReadOnlyList<string> Kept, PlannedRun Run)> Of(PlannedRun run, Population population)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(population);
        Mechanism held = run.Scenario.Held;
        Mechanism acts = ScenarioBinder.Bind(run.Scenario, population).Effects.Aggregate(HeldBack.Feedback, (all, effect) => all | Levers.MechanismOf(effect.Lever)) & ~held;
        string[] names = [.. KnownWords.WordsOf((int)acts, KnownWords.Mechanisms)];
        for (int mask = 1; mask < (1 << names.Length) - 1; mask++)
        {
            string[] kept = [.. names.Where((_, i) => (mask & (1 << i)) != 0)];
            SyntaxNode Word(string name) => new ScalarNode(run.Scenario.Syntax.Span, name, false);
            SweepSetting setting = new(
                new ScalarNode(run.Scenario.Syntax.Span, "structure.held_back", false),
                new SequenceNode(run.Scenario.Syntax.Span, [.. names.Except(kept).Concat(KnownWords.WordsOf((int)held, KnownWords.Mechanisms)).Select(Word)]));
            yield return (kept, run with { Scenario = SweepExpander.With(run.Scenario, setting) });
        }
    }
}
