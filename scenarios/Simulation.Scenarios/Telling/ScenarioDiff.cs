using System.Text;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Checks;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Telling;

/// <summary>How a thing differs.</summary>
public enum DifferenceKind : byte
{
    /// <summary>Only in the second.</summary>
    Added,

    /// <summary>Only in the first.</summary>
    Removed,

    /// <summary>In both, with different values.</summary>
    Changed,
}

/// <summary>One difference in meaning.</summary>
/// <param name="Kind">Added, removed or changed.</param>
/// <param name="Path">Path, e.g. <c>interventions.school_street.reach</c>.</param>
/// <param name="Before">Value in the first, or null.</param>
/// <param name="After">Value in the second, or null.</param>
public sealed record Difference(DifferenceKind Kind, string Path, string? Before, string? After);

/// <summary>How far the reach of an intervention differs.</summary>
/// <param name="Intervention">Name.</param>
/// <param name="Units">What is counted.</param>
/// <param name="Before">Reached in the first.</param>
/// <param name="After">Reached in the second.</param>
/// <param name="Both">Reached in both.</param>
/// <param name="ResidentsBefore">Residents behind them in the first.</param>
/// <param name="ResidentsAfter">Residents behind them in the second.</param>
public sealed record ReachDifference(string Intervention, string Units, int Before, int After, int Both, int ResidentsBefore, int ResidentsAfter);

/// <summary>What two scenarios differ in.</summary>
/// <param name="Differences">Differences in meaning, by path.</param>
/// <param name="Reach">Differences in reach; empty when no population was given.</param>
public sealed record DiffResult(IReadOnlyList<Difference> Differences, IReadOnlyList<ReachDifference> Reach)
{
    /// <summary>Whether they mean the same.</summary>
    public bool Same => Differences.Count == 0;

    /// <summary>The differences as text, one a line.</summary>
    public string Text
    {
        get
        {
            if (Same)
            {
                return "The two scenarios mean the same.\n";
            }

            var text = new StringBuilder();
            foreach (Difference d in Differences)
            {
                text.Append(d.Kind switch
                {
                    DifferenceKind.Added => $"+ {d.Path}: {d.After}",
                    DifferenceKind.Removed => $"- {d.Path}: {d.Before}",
                    _ => $"~ {d.Path}: {d.Before} -> {d.After}",
                }).Append('\n');
            }

            foreach (ReachDifference r in Reach)
            {
                text.Append($"  {r.Intervention} reaches {r.Before:N0} -> {r.After:N0} {r.Units} ({r.Both:N0} in both; {r.ResidentsBefore:N0} -> {r.ResidentsAfter:N0} residents)").Append('\n');
            }

            return text.ToString();
        }
    }
}

/// <summary>Compares scenarios by what they mean: order, comments, units and defaults written out make no difference.</summary>
public static class ScenarioDiff
{
    /// <summary>What <paramref name="second"/> has different from <paramref name="first"/>.</summary>
    /// <param name="first">One scenario.</param>
    /// <param name="second">The other.</param>
    /// <param name="population">Population to count reach on, or null.</param>
    public static DiffResult Compare(Scenario first, Scenario second, Population? population = null)
    {
        Dictionary<string, Fact> before = first.Facts.ToDictionary(f => f.Path, StringComparer.Ordinal);
        Dictionary<string, Fact> after = second.Facts.ToDictionary(f => f.Path, StringComparer.Ordinal);
        HashSet<string> gone = Interventions(before.Keys);
        HashSet<string> come = Interventions(after.Keys);
        var differences = new List<Difference>();
        foreach (string path in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (path is "scenario" or "description" || path.EndsWith(".note", StringComparison.Ordinal))
            {
                continue;
            }

            before.TryGetValue(path, out Fact? b);
            after.TryGetValue(path, out Fact? a);

            // Defaults of an intervention that stands on one side only say nothing.
            string? owner = Interventions([path]).FirstOrDefault();
            bool oneSided = owner is not null && gone.Contains(owner) != come.Contains(owner);
            if (b?.Value != a?.Value && !(oneSided && (b ?? a)!.Origin is null))
            {
                differences.Add(new Difference(b is null ? DifferenceKind.Added : a is null ? DifferenceKind.Removed : DifferenceKind.Changed, path, b?.Value, a?.Value));
            }
        }

        return new DiffResult(differences, population is null ? [] : Reach(first, second, population));
    }

    private static HashSet<string> Interventions(IEnumerable<string> paths)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths.Where(p => p.StartsWith("interventions.", StringComparison.Ordinal)))
        {
            int dot = path.IndexOf('.', "interventions.".Length);
            names.Add(dot < 0 ? path : path[..dot]);
        }

        return names;
    }

    private static List<ReachDifference> Reach(Scenario first, Scenario second, Population population)
    {
        IReadOnlyList<BoundIntervention> before = ScenarioBinder.Deliver(first, population, new DiagnosticBag(), effects: false);
        IReadOnlyList<BoundIntervention> after = ScenarioBinder.Deliver(second, population, new DiagnosticBag(), effects: false);
        var reach = new List<ReachDifference>();
        foreach (string name in before.Concat(after).Select(b => b.Intervention.Name).Distinct(StringComparer.Ordinal))
        {
            BoundIntervention? b = before.FirstOrDefault(x => x.Intervention.Name == name);
            BoundIntervention? a = after.FirstOrDefault(x => x.Intervention.Name == name);
            int[] left = b?.Delivery.Rows ?? [];
            int[] right = a?.Delivery.Rows ?? [];
            if (!left.AsSpan().SequenceEqual(right))
            {
                var unit = (b ?? a)!.Intervention.Kind.Reaches;
                reach.Add(new ReachDifference(
                    name, ReachParser.NounOf(unit), left.Length, right.Length, Sorted.Shared(left, right),
                    ResidentCounts.Of(unit, left, population).Sum(), ResidentCounts.Of(unit, right, population).Sum()));
            }
        }

        return reach;
    }
}
