using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Resolution;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Sweeps;

/// <summary>One run of a plan: a scenario with its settings made, a seed and a draw of the parameters.</summary>
/// <param name="Index">Position in the plan, from 1.</param>
/// <param name="Name">Name: the scenario's, with its settings.</param>
/// <param name="Settings">Settings made, as <c>--set</c> would take them.</param>
/// <param name="Scenario">The scenario to run; it has no sweep itself.</param>
/// <param name="Replicate">Replicate, from 0.</param>
/// <param name="Seed">Seed of the luck: the scenario's own, plus the replicate.</param>
/// <param name="Draw">Draw of the parameters from their ranges, from 1; 0 = the registry's values.</param>
public sealed record PlannedRun(
    int Index, string Name, IReadOnlyList<string> Settings, Scenario Scenario, int Replicate, int Seed, int Draw);

/// <summary>Writes a scenario's sweep, replicates and draws out into single runs.</summary>
public static class SweepExpander
{
    /// <summary>All runs of <paramref name="scenario"/>, in order; errors when a combination of values cannot be read.</summary>
    public static (IReadOnlyList<PlannedRun> Runs, IReadOnlyList<Diagnostic> Diagnostics) Expand(Scenario scenario)
    {
        var bag = new DiagnosticBag();
        var runs = new List<PlannedRun>();
        IReadOnlyList<IReadOnlyList<SweepSetting>> points = scenario.Sweep?.Points ?? [[]];
        foreach (IReadOnlyList<SweepSetting> point in points)
        {
            Scenario? varied = point.Count == 0 ? scenario : Vary(scenario, point, bag);
            if (varied is null)
            {
                continue;
            }

            string[] settings = [.. point.Select(s => s.ToString())];
            string name = settings.Length == 0 ? scenario.Name : $"{scenario.Name} ({string.Join("; ", settings)})";
            for (int replicate = 0; replicate < scenario.Replicates; replicate++)
            {
                for (int draw = scenario.Draws > 0 ? 1 : 0; draw <= scenario.Draws; draw++)
                {
                    runs.Add(new PlannedRun(runs.Count + 1, name, settings, varied, replicate, (scenario.Seed ?? 1) + replicate, draw));
                }
            }
        }

        return (runs, bag.Ordered());
    }

    /// <summary>Checks every value of the sweep, one at a time, against the scenario.</summary>
    internal static void Check(MappingNode root, Sweep sweep, SourceText source, DiagnosticBag bag)
    {
        MappingNode bare = WithoutSweep(root);
        int interventions = root.Find("interventions")?.Value is SequenceNode list ? list.Items.Count : 0;
        int most = Math.Clamp(SyntaxLimits.SweepChecks / (interventions + 1), 10, 5000);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (SweepSetting setting in sweep.Points.SelectMany(p => p))
        {
            if (seen.Add(setting.ToString()) && seen.Count <= most && !bag.HasErrors && PathOverride.Apply(bare, setting.Path, setting.Value, bag) is { } tree)
            {
                new ScenarioBuilder(bag).Build(tree, source);
            }
        }
    }

    private static Scenario? Vary(Scenario scenario, IReadOnlyList<SweepSetting> point, DiagnosticBag bag)
    {
        MappingNode? tree = WithoutSweep(scenario.Syntax);
        foreach (SweepSetting setting in point)
        {
            tree = tree is null ? null : PathOverride.Apply(tree, setting.Path, setting.Value, bag);
        }

        // Warnings of single values were given when the scenario was read; only errors matter here.
        var inner = new DiagnosticBag();
        Scenario? varied = tree is null ? null : new ScenarioBuilder(inner).Build(tree, new SourceText("sweep", scenario.Text));
        foreach (Diagnostic error in inner.Ordered().Where(d => d.Severity == Severity.Error))
        {
            bag.Error(error.Code, error.Span, error.Message, error.Hint);
        }

        return varied;
    }

    private static MappingNode WithoutSweep(MappingNode root) =>
        root with { Entries = [.. root.Entries.Where(e => e.Key.Text is not ("sweep" or "replicates"))] };
}
