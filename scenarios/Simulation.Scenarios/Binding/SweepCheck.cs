using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Resolution;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Binding;

/// <summary>Tries the values of a sweep when the scenario is read, so that no mistake in one waits for its run.</summary>
internal static class SweepCheck
{
    /// <summary>The tree of a single run: without sweep, replicates and draws.</summary>
    public static MappingNode Bare(MappingNode root) => root.Without("sweep", "replicates", "uncertainty");

    /// <summary>Checks every value of the sweep, one at a time, against the scenario.</summary>
    public static void Check(MappingNode root, Sweep sweep, SourceText source, DiagnosticBag bag)
    {
        MappingNode bare = Bare(root);
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
}
