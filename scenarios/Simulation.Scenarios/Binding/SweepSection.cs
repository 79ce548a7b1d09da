using System.Globalization;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>Reads <c>sweep</c>: grid, zip, list and Latin hypercube; those given together are crossed.</summary>
internal sealed class SweepSection(ValueReader values)
{
    /// <summary>More points than this are a slip of the pen, not a study.</summary>
    public const int MostPoints = 100_000;

    private DiagnosticBag Bag => values.Bag;

    /// <summary>The sweep; null when there is none or it cannot be read.</summary>
    public Sweep? Read(SyntaxNode? node)
    {
        if (node is null || BlockReader.Open(node, Shapes.Sweep, Bag) is not { } block)
        {
            return null;
        }

        IReadOnlyList<IReadOnlyList<SweepSetting>> points = [[]];
        points = Cross(points, Grid(block.Find("grid")?.Value), node);
        points = Cross(points, Zip(block.Find("zip")?.Value), node);
        points = Cross(points, List(block.Find("list")?.Value), node);
        points = Cross(points, Hypercube(block.Find("lhs")?.Value), node);
        return points.Count == 1 && points[0].Count == 0 ? null : new Sweep(points);
    }

    private IReadOnlyList<IReadOnlyList<SweepSetting>> Cross(
        IReadOnlyList<IReadOnlyList<SweepSetting>> left, IReadOnlyList<IReadOnlyList<SweepSetting>>? right, SyntaxNode at)
    {
        if (right is null)
        {
            return left;
        }

        if ((long)left.Count * right.Count > MostPoints)
        {
            Bag.Error(Codes.SweepTooLarge, at.Span, $"The sweep has {(long)left.Count * right.Count:N0} points; the most is {MostPoints:N0}.", "Take fewer values, or sample them with `lhs`.");
            return left;
        }

        return [.. left.SelectMany(l => right.Select(r => (IReadOnlyList<SweepSetting>)[.. l, .. r]))];
    }

    private IReadOnlyList<IReadOnlyList<SweepSetting>>? Grid(SyntaxNode? node)
    {
        IReadOnlyList<IReadOnlyList<SweepSetting>>? points = null;
        foreach (IReadOnlyList<SweepSetting> axis in Axes(node, "grid"))
        {
            points = Cross(points ?? [[]], [.. axis.Select(s => (IReadOnlyList<SweepSetting>)[s])], node!);
        }

        return points;
    }

    private IReadOnlyList<IReadOnlyList<SweepSetting>>? Zip(SyntaxNode? node)
    {
        IReadOnlyList<SweepSetting>[] axes = [.. Axes(node, "zip")];
        if (axes.Length == 0)
        {
            return null;
        }

        foreach (IReadOnlyList<SweepSetting> axis in axes)
        {
            if (axis.Count != axes[0].Count)
            {
                Bag.Error(
                    Codes.UnevenZip, axis[0].Path.Span, $"'{axis[0].Path.Text}' has {axis.Count} values, and '{axes[0][0].Path.Text}' has {axes[0].Count}.",
                    "A zip takes the first of each, then the second of each: give all paths as many values, or use `grid`.");
                return null;
            }
        }

        return [.. Enumerable.Range(0, axes[0].Count).Select(i => (IReadOnlyList<SweepSetting>)[.. axes.Select(a => a[i])])];
    }

    private List<IReadOnlyList<SweepSetting>>? List(SyntaxNode? node)
    {
        if (node is null)
        {
            return null;
        }

        if (node is not SequenceNode { Items.Count: > 0 } list)
        {
            Bag.Error(Codes.ExpectedList, node.Span, $"'list' takes a list of points, not {node.What}.", "Write `- { interventions.school_street.reach: 40% }` for each.");
            return null;
        }

        var points = new List<IReadOnlyList<SweepSetting>>();
        foreach (SyntaxNode item in list.Items)
        {
            if (item is MappingNode { Entries.Count: > 0 } point)
            {
                points.Add([.. point.Entries.Select(e => new SweepSetting(e.Key, e.Value))]);
            }
            else
            {
                Bag.Error(Codes.ExpectedMapping, item.Span, $"A point of a sweep is a block of paths and values, not {item.What}.", "Write `- { interventions.school_street.reach: 40% }`.");
            }
        }

        return points.Count == 0 ? null : points;
    }

    private IReadOnlyList<IReadOnlyList<SweepSetting>>? Hypercube(SyntaxNode? node)
    {
        if (node is null || BlockReader.Open(node, Shapes.Hypercube, Bag) is not { } block
            || block.Find("samples") is not { } count || values.Whole(count.Value, "samples", "20", 2, MostPoints) is not { } samples
            || block.Find("over")?.Value is not MappingNode { Entries.Count: > 0 } over)
        {
            if ((node as MappingNode)?.Find("over")?.Value is { } wrong and not MappingNode { Entries.Count: > 0 })
            {
                Bag.Error(Codes.ExpectedMapping, wrong.Span, $"'over' takes paths with ranges, not {wrong.What}.", "Write `over: { interventions.school_street.reach: 10% to 60% }`.");
            }

            return null;
        }

        int seed = block.Find("seed") is { } s ? values.Whole(s.Value, "seed", "1", 0, int.MaxValue) ?? 1 : 1;
        var axes = new List<(MappingEntry Entry, double From, double To, string Unit)>();
        foreach (MappingEntry entry in over.Entries)
        {
            if (entry.Value is ScalarNode scalar && TryRange(scalar, out double from, out double to, out _, out string unit))
            {
                axes.Add((entry, from, to, unit));
            }
            else if (entry.Value is not ScalarNode)
            {
                Bag.Error(Codes.BadSweepValues, entry.Value.Span, $"A Latin hypercube samples a range, not {entry.Value.What}.", "Write `10% to 60%`.");
            }
        }

        if (axes.Count < over.Entries.Count)
        {
            return null;
        }

        double[][] draws = LatinHypercube.Draw(samples, axes.Count, seed);
        return [.. draws.Select(draw => (IReadOnlyList<SweepSetting>)[.. axes.Select((a, i) => Setting(a.Entry, a.From + ((a.To - a.From) * draw[i]), a.Unit))])];
    }

    private IEnumerable<IReadOnlyList<SweepSetting>> Axes(SyntaxNode? node, string key)
    {
        if (node is null)
        {
            yield break;
        }

        if (node is not MappingNode block)
        {
            Bag.Error(Codes.ExpectedMapping, node.Span, $"'{key}' takes paths with their values, not {node.What}.", $"Write `{key}: {{ interventions.school_street.reach: [20%, 40%, 60%] }}`.");
            yield break;
        }

        foreach (MappingEntry entry in block.Entries)
        {
            IReadOnlyList<SweepSetting>? axis = entry.Value switch
            {
                SequenceNode { Items.Count: > 0 } list => [.. list.Items.Select(i => new SweepSetting(entry.Key, i))],
                ScalarNode scalar => Stepped(entry, scalar),
                _ => null,
            };
            if (axis is null && entry.Value is not ScalarNode)
            {
                Bag.Error(Codes.BadSweepValues, entry.Value.Span, $"A sweep takes a list of values, not {entry.Value.What}.", "Write `[20%, 40%, 60%]`, or `20% to 60% by 20%`.");
            }

            if (axis is { Count: > 0 })
            {
                yield return axis;
            }
        }
    }

    private IReadOnlyList<SweepSetting>? Stepped(MappingEntry entry, ScalarNode scalar)
    {
        if (!TryRange(scalar, out double from, out double to, out double step, out string unit))
        {
            return null;
        }

        if (step <= 0 || (to - from) / step > MostPoints)
        {
            Bag.Error(Codes.BadSweepValues, scalar.Span, $"'{scalar.Text}' does not say how large the steps are.", "Write `20% to 60% by 20%`, or a list.");
            return null;
        }

        int count = 1 + (int)Math.Floor(((to - from) / step) + 1e-9);
        double last = from + ((count - 1) * step);
        if (to - last > 1e-9 * (to - from))
        {
            ScalarNode end = (ScalarNode)Setting(entry, last, unit).Value;
            Bag.Warn(Codes.SweepStopsShort, scalar.Span, $"'{scalar.Text}' ends at {end.Text}: the next step would go beyond.", "Choose steps that reach the end, or list the values.");
        }

        return [.. Enumerable.Range(0, count).Select(i => Setting(entry, from + (i * step), unit))];
    }

    private bool TryRange(ScalarNode scalar, out double from, out double to, out double step, out string unit)
    {
        from = to = step = 0;
        unit = string.Empty;
        string[] parts = scalar.Text.Split(" by ");
        bool good = RangeParser.TrySplit(parts[0], out string low, out string high)
            && NumberParser.TryReadStart(low, out from, out int lowUsed) && NumberParser.TryReadStart(high, out to, out int highUsed)
            && (unit = high[highUsed..].Trim()) is not null && low[lowUsed..].Trim() is var lowUnit && (lowUnit.Length == 0 || lowUnit == unit)
            && QuantityParser.UnitNames.Contains(QuantityParser.Normalise(unit))
            && (parts.Length == 1 || (parts.Length == 2 && NumberParser.TryReadStart(parts[1].Trim(), out step, out int stepUsed)
                && parts[1].Trim()[stepUsed..].Trim() is var stepUnit && (stepUnit.Length == 0 || stepUnit == unit)));
        if (!good)
        {
            Bag.Error(Codes.BadSweepValues, scalar.Span, $"'{scalar.Text}' is neither a list nor a range of one unit.", "Write `[20%, 40%, 60%]`, or `20% to 60% by 20%`.");
        }
        else if (from >= to)
        {
            Bag.Error(Codes.BackwardRange, scalar.Span, $"'{scalar.Text}' runs backwards.", "Write the smaller end first.");
            good = false;
        }

        return good;
    }

    private static SweepSetting Setting(MappingEntry entry, double value, string unit)
    {
        string number = Math.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture);
        string text = unit is "%" or "" ? number + unit : $"{number} {unit}";
        return new SweepSetting(entry.Key, ((ScalarNode)entry.Value) with { Text = text });
    }
}
