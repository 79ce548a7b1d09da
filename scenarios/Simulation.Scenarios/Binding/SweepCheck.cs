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

    /// <summary>What a sweep may vary: what is done, and to which world. All else is one for the whole study.</summary>
    private static readonly string[] Varied = ["interventions", "parameters", "structure", "exploratory"];

    /// <summary>What else one might want to vary, and how.</summary>
    private static readonly Dictionary<string, string> Instead = new(StringComparer.Ordinal)
    {
        ["horizon"] = "All runs of a sweep are set side by side over one horizon: write a scenario for each, or --days and --until on the command line.",
        ["seed"] = "Write `replicates: 10`, and each point is run with ten seeds.",
        ["replicates"] = "Write `replicates: 10` beside `sweep`; it holds for every point.",
        ["uncertainty"] = "Write `uncertainty: { draws: 100 }` beside `sweep`; it holds for every point.",
        ["population"] = "All runs of a sweep are of the same residents: write a scenario for each number of them, or --residents on the command line.",
    };

    /// <summary>Refuses a path that changes nothing in a run of a sweep, or makes its runs unlike each other.</summary>
    public static void CheckPaths(Sweep sweep, DiagnosticBag bag)
    {
        foreach (ScalarNode path in sweep.Points.SelectMany(p => p).Select(s => s.Path).DistinctBy(p => p.Text, StringComparer.Ordinal))
        {
            string key = path.Text.Trim().Split('.', '[')[0];
            if (Shapes.Scenario.Find(key) is not null && !Varied.Contains(key))
            {
                bag.Error(
                    Codes.NotSwept, path.Span, $"A sweep cannot vary '{key}'.",
                    Instead.GetValueOrDefault(key) ?? $"It varies {string.Join(", ", Varied[..^1])} and {Varied[^1]}, e.g. `interventions.school_street.reach`.");
            }
        }
    }

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
