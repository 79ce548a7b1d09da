using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Resolution;

/// <summary>Puts a value at a path of the merged tree: what <c>--set</c> and sweeps do.</summary>
internal static class PathOverride
{
    /// <summary>The tree with <paramref name="value"/> at <paramref name="path"/>; null after a diagnostic when the path leads nowhere.</summary>
    public static MappingNode? Apply(MappingNode root, ScalarNode path, SyntaxNode value, DiagnosticBag bag) =>
        Into(root, path.Text.Trim(), path, value, bag, depth: 0);

    private static MappingNode? Into(MappingNode block, string rest, ScalarNode path, SyntaxNode value, DiagnosticBag bag, int depth)
    {
        if (rest.Length == 0 || depth > SyntaxLimits.Depth)
        {
            return Fail(bag, path, "The path ends with a dot.", "Name the value: `horizon.days`.");
        }

        // Keys may hold dots themselves (parameters do): the longest key that fits is the one meant.
        MappingEntry? found = block.Entries
            .Where(e => rest == e.Key.Text || (rest.StartsWith(e.Key.Text, StringComparison.Ordinal) && rest[e.Key.Text.Length] is '.' or '['))
            .MaxBy(e => e.Key.Text.Length);
        if (found is null && depth == 0 && rest.StartsWith("interventions.", StringComparison.Ordinal))
        {
            return Fail(bag, path, "The scenario has no interventions.", "Name a scenario that has some, or write them into the file.");
        }

        if (found is null)
        {
            // A length of the horizon replaces whichever length the file gave.
            bool length = Merger.Lengths.Contains(rest) && path.Text.StartsWith("horizon.", StringComparison.Ordinal);
            IEnumerable<MappingEntry> kept = length ? block.Entries.Where(e => !Merger.Lengths.Contains(e.Key.Text)) : block.Entries;
            return block with { Entries = [.. kept, NewEntry(rest, depth == 0, path, value)] };
        }

        string after = rest[found.Key.Text.Length..];
        if (after.Length == 0)
        {
            return Replace(block, found, value);
        }

        if (depth == 0 && found.Key.Text == "interventions")
        {
            SequenceNode? list = IntoList(found.Value, after.TrimStart('.'), path, value, bag);
            return list is null ? null : Replace(block, found, list);
        }

        switch (found.Value)
        {
            case MappingNode inner:
                return Into(inner, after.TrimStart('.'), path, value, bag, depth + 1) is { } changed ? Replace(block, found, changed) : null;
            case ScalarNode { IsEmpty: true } empty:
                return Replace(block, found, new MappingNode(empty.Span, [NewEntry(after.TrimStart('.'), false, path, value)]));
            default:
                return Fail(bag, path, $"'{found.Key.Text}' is {found.Value.What}; nothing lies below it.", $"Set `{path.Text[..^after.Length]}` as a whole.");
        }
    }

    private static SequenceNode? IntoList(SyntaxNode node, string rest, ScalarNode path, SyntaxNode value, DiagnosticBag bag)
    {
        if (node is not SequenceNode list)
        {
            Fail(bag, path, "The scenario has no list of interventions.", null);
            return null;
        }

        string[] names = Names(list);
        string? name = names.Where(n => rest == n || rest.StartsWith(n + ".", StringComparison.OrdinalIgnoreCase)).MaxBy(n => n.Length);
        int at = name is null ? -1 : Array.IndexOf(names, name);
        if (at < 0)
        {
            string wanted = rest.Split('.')[0];
            string known = names.Length == 0 ? "The scenario has no interventions." : NearestWord.HintOrList(wanted, names);
            Fail(bag, path, $"The scenario has no intervention called '{wanted}'.", known);
            return null;
        }

        string after = rest[name!.Length..].TrimStart('.');
        if (after.Length == 0)
        {
            Fail(bag, path, $"'{name}' is an intervention; a value lies below it.", $"Write `interventions.{name}.reach`.");
            return null;
        }

        MappingNode settings;
        ScalarNode kind;
        if (list.Items[at] is MappingNode { Entries: [var entry] })
        {
            kind = entry.Key;
            settings = entry.Value as MappingNode ?? new MappingNode(entry.Value.Span, []);
        }
        else
        {
            kind = (ScalarNode)list.Items[at];
            settings = new MappingNode(kind.Span, []);
        }

        if (Into(settings, after, path, value, bag, depth: 2) is not { } changed)
        {
            return null;
        }

        var items = new List<SyntaxNode>(list.Items) { [at] = new MappingNode(list.Items[at].Span, [new MappingEntry(kind, changed)]) };
        return list with { Items = items };
    }

    private static string[] Names(SequenceNode list)
    {
        var names = new List<string>();
        foreach (SyntaxNode item in list.Items)
        {
            string wanted = InterventionNames.Of(item) ?? string.Empty;
            string name = wanted;
            for (int n = 2; names.Contains(name); n++)
            {
                name = $"{wanted}[{n}]";
            }

            names.Add(name);
        }

        return [.. names];
    }

    /// <summary>A key that was not there yet, with the blocks between; below <c>parameters</c> a dotted name is one key.</summary>
    private static MappingEntry NewEntry(string rest, bool root, ScalarNode path, SyntaxNode value)
    {
        int dot = root && rest.StartsWith("parameters.", StringComparison.Ordinal) ? "parameters".Length : rest.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot + 1 >= rest.Length || (!root && path.Text.StartsWith("parameters.", StringComparison.Ordinal)))
        {
            return new MappingEntry(path with { Text = rest }, value);
        }

        return new MappingEntry(path with { Text = rest[..dot] }, new MappingNode(path.Span, [NewEntry(rest[(dot + 1)..], false, path, value)]));
    }

    private static MappingNode Replace(MappingNode block, MappingEntry entry, SyntaxNode value) =>
        block with { Entries = [.. block.Entries.Select(e => ReferenceEquals(e, entry) ? e with { Value = value } : e)] };

    private static MappingNode? Fail(DiagnosticBag bag, ScalarNode path, string message, string? hint)
    {
        bag.Error(Codes.UnknownPath, path.Span, $"'{path.Text}' leads nowhere. {message}", hint);
        return null;
    }
}
