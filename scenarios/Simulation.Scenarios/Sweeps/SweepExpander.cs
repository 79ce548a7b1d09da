using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Resolution;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Sweeps;

/// <summary>One run of a plan: a scenario with its settings made, a seed and a draw of the parameters.</summary>
/// <param name="Index">Position in the plan, from 1.</param>
/// <param name="Name">Name: the scenario's, with its settings and draw.</param>
/// <param name="Settings">Settings made, as <c>--set</c> would take them.</param>
/// <param name="Scenario">The scenario with its settings made; it has no sweep, replicates or draws itself.</param>
/// <param name="Baseline">The same without interventions: what the run is to be compared with, under the same seed.</param>
/// <param name="Replicate">Replicate, from 0.</param>
/// <param name="Seed">Seed of the luck: the scenario's own, plus the replicate.</param>
/// <param name="Draw">Draw of the effects from their ranges, from 1; 0 = the registry's values.</param>
public sealed record PlannedRun(
    int Index, string Name, IReadOnlyList<string> Settings, Scenario Scenario, Scenario Baseline, int Replicate, int Seed, int Draw)
{
    /// <summary>Shifts that bring the draw's baseline back to its totals, by name (<see cref="Simulation.Engine.Parameters.BaselineParameters"/>).</summary>
    public IReadOnlyDictionary<string, double> Shifts { get; init; } = new Dictionary<string, double>();

    /// <summary>Where its draw lies on the numbers that draws vary.</summary>
    public IDrawDesign Design { get; init; } = DrawDesign.Latin;
}

/// <summary>Writes a scenario's sweep, replicates and draws out into single runs.</summary>
public static class SweepExpander
{
    /// <summary>All runs of <paramref name="scenario"/>, in order; errors when a combination of values cannot be read.</summary>
    public static (IReadOnlyList<PlannedRun> Runs, IReadOnlyList<Diagnostic> Diagnostics) Expand(Scenario scenario)
    {
        var bag = new DiagnosticBag();
        var runs = new List<PlannedRun>();
        var worlds = new Dictionary<string, Scenario>(StringComparer.Ordinal);
        IReadOnlyList<IReadOnlyList<SweepSetting>> points = scenario.Sweep?.Points ?? [[]];
        foreach (IReadOnlyList<SweepSetting> made in points)
        {
            if (Vary(SweepCheck.Bare(scenario.Syntax), made, scenario, bag) is not { } varied)
            {
                continue;
            }

            // Points that differ in what is done share the world that it is done to.
            string world = string.Join('\n', made.Where(s => !s.Path.Text.TrimStart().StartsWith("interventions.", StringComparison.Ordinal)));
            if (!worlds.TryGetValue(world, out Scenario? baseline))
            {
                if (Vary(varied.Syntax.Without("interventions"), [], scenario, bag) is not { } bare)
                {
                    continue;
                }

                worlds.Add(world, baseline = bare with { Name = "Baseline" });
            }

            string[] settings = [.. made.Select(s => s.ToString())];
            for (int replicate = 0; replicate < scenario.Replicates; replicate++)
            {
                for (int draw = scenario.Draws > 0 ? 1 : 0; draw <= scenario.Draws; draw++)
                {
                    string[] point = draw > 0 ? [.. settings, $"draw {draw}"] : settings;
                    string name = point.Length == 0 ? scenario.Name : $"{scenario.Name} ({string.Join("; ", point)})";
                    runs.Add(new PlannedRun(runs.Count + 1, name, settings, varied, baseline, replicate, (varied.Seed ?? 1) + replicate, draw));
                }
            }
        }

        return (runs, bag.Ordered());
    }

    /// <summary>The same world without the interventions: what <paramref name="scenario"/> is to be compared with.</summary>
    public static Scenario BaselineOf(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var bag = new DiagnosticBag();
        return Vary(SweepCheck.Bare(scenario.Syntax).Without("interventions"), [], scenario, bag) is { } bare ? bare with { Name = "Baseline" }
            : throw new InvalidOperationException(DiagnosticPrinter.Print(bag.Ordered()));
    }

    /// <summary>The scenario that <paramref name="run"/> runs: its own, with the numbers of its draw.</summary>
    public static Scenario Drawn(PlannedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Drawn(run.Scenario, run.Draw == 0 ? [] : [.. WorldDraws.Of(run.Scenario, run.Draw, run.Design), .. WorldDraws.Shifts(run.Scenario, run.Shifts), .. EffectDraws.Of(run.Scenario, run.Draw, run.Design)]) with { Name = run.Name };
    }

    /// <summary>The baseline that <paramref name="run"/> is compared with, with the numbers of its draw that hold without the plan too.</summary>
    public static Scenario DrawnBaseline(PlannedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Drawn(run.Baseline, run.Draw == 0 ? [] : [.. WorldDraws.Of(run.Baseline, run.Draw, run.Design), .. WorldDraws.Shifts(run.Baseline, run.Shifts)]);
    }

    /// <summary>The numbers that draws of a scenario vary, by name.</summary>
    public static IReadOnlyList<string> NumbersDrawn(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var asked = new AskedNumbers();
        foreach (SweepSetting _ in WorldDraws.Of(scenario, 1, asked).Concat(EffectDraws.Of(scenario, 1, asked)))
        {
            // None is set: what is wanted is who is asked for.
        }

        return asked.Names;
    }

    /// <summary>A scenario with some of its interventions only, all else the same.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="keep">Which of its interventions stay.</param>
    public static Scenario Keeping(Scenario scenario, Func<ScenarioIntervention, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(keep);
        MappingNode bare = SweepCheck.Bare(scenario.Syntax);
        MappingNode tree = bare with
        {
            Entries = [.. bare.Entries.Select(e => e.Key.Text == "interventions" && e.Value is SequenceNode list
                ? e with { Value = list with { Items = [.. list.Items.Where((_, i) => keep(scenario.Interventions[i]))] } } : e)],
        };
        var bag = new DiagnosticBag();
        return Vary(tree, [], scenario, bag) ?? throw new InvalidOperationException(DiagnosticPrinter.Print(bag.Ordered()));
    }

    /// <summary>A scenario with one setting more; its name stays.</summary>
    internal static Scenario With(Scenario scenario, SweepSetting setting) => Drawn(scenario, [setting]) with { Name = scenario.Name };

    private static Scenario Drawn(Scenario scenario, IReadOnlyList<SweepSetting> settings)
    {
        if (settings.Count == 0)
        {
            return scenario;
        }

        var bag = new DiagnosticBag();
        return Vary(scenario.Syntax, settings, scenario, bag)
            ?? throw new InvalidOperationException(DiagnosticPrinter.Print(bag.Ordered()));
    }

    private static Scenario? Vary(MappingNode root, IReadOnlyList<SweepSetting> settings, Scenario of, DiagnosticBag bag)
    {
        MappingNode? tree = root;
        foreach (SweepSetting setting in settings)
        {
            tree = tree is null ? null : PathOverride.Apply(tree, setting.Path, setting.Value, bag);
        }

        // Warnings of single values were given when the scenario was read; only errors matter here.
        var inner = new DiagnosticBag();
        Scenario? varied = tree is null ? null : new ScenarioBuilder(inner).Build(tree, new SourceText("sweep", of.Text));
        foreach (Diagnostic error in inner.Ordered().Where(d => d.Severity == Severity.Error))
        {
            bag.Error(error.Code, error.Span, error.Message, error.Hint);
        }

        return varied is null ? null : varied with { Text = ResolvedText.Print(varied) };
    }

    private sealed class AskedNumbers : IDrawDesign
    {
        public List<string> Names { get; } = [];

        public double? Unit(string name, int draw)
        {
            Names.Add(name);
            return null;
        }

        public int LuckOf(int draw) => draw;
    }
}
