using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;
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
/// <param name="Units">What is counted, at the scale of the region.</param>
/// <param name="Before">Reached in the first.</param>
/// <param name="After">Reached in the second.</param>
/// <param name="Both">Reached in both.</param>
/// <param name="ResidentsBefore">Residents behind them in the first.</param>
/// <param name="ResidentsAfter">Residents behind them in the second.</param>
public sealed record ReachDifference(string Intervention, string Units, long Before, long After, long Both, long ResidentsBefore, long ResidentsAfter);

/// <summary>What two scenarios differ in.</summary>
/// <param name="Differences">Differences in meaning, by path.</param>
/// <param name="Reach">Differences in reach; empty when no population was given.</param>
public sealed record DiffResult(IReadOnlyList<Difference> Differences, IReadOnlyList<ReachDifference> Reach)
{
    /// <summary>Whether they mean the same.</summary>
    public bool Same => Differences.Count == 0;
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
            if (!left.AsSpan().SequenceEqual(right) || Levels(b) != Levels(a))
            {
                double scale = (b ?? a)!.Delivery.Scale;
                long Units(double simulated) => (long)Math.Round(simulated * scale);
                reach.Add(new ReachDifference(
                    name, ReachParser.NounOf((b ?? a)!.Intervention.Kind.Reaches), Units(b?.Delivery.Reached ?? 0), Units(a?.Delivery.Reached ?? 0),
                    a is null || b is null ? 0 : Units(Both(b.Delivery, a.Delivery)), Residents(b), Residents(a)));
            }
        }

        return reach;
    }

    private static ActivityLevels? Levels(BoundIntervention? bound) => bound?.Intervention.Request.Who.Activity;

    private static long Residents(BoundIntervention? bound) =>
        bound is null ? 0 : (long)Math.Round(ResidentCounts.Of(bound.Delivery).Sum());

    private static double Both(Delivery left, Delivery right)
    {
        const ActivityLevels All = ActivityLevels.Inactive | ActivityLevels.FairlyActive | ActivityLevels.Active;
        ActivityLevels a = left.Request.Who.Activity ?? All;
        ActivityLevels b = right.Request.Who.Activity ?? All;
        bool nested = (a & b) == a || (a & b) == b;
        double sum = 0;
        for (int l = 0, r = 0; l < left.Rows.Length && r < right.Rows.Length;)
        {
            int order = left.Rows[l].CompareTo(right.Rows[r]);
            if (order == 0)
            {
                double first = left.Chances is null ? 1 : left.Chances[l];
                double second = right.Chances is null ? 1 : right.Chances[r];

                // Of three levels, two sets that are not nested share one level only when together they are all three.
                sum += nested ? Math.Min(first, second) : (a | b) == All ? Math.Max(0, first + second - 1) : 0;
            }

            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }

        return sum;
    }
}
