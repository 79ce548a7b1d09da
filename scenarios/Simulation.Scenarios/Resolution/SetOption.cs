using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Resolution;

/// <summary>Reads <c>path=value</c> of the command line's <c>--set</c>.</summary>
internal static class SetOption
{
    /// <summary>The tree with all settings applied, in order; null after a diagnostic.</summary>
    public static MappingNode? Apply(MappingNode root, IReadOnlyList<string> settings, DiagnosticBag bag)
    {
        MappingNode? tree = root;
        foreach (string setting in settings)
        {
            var source = new SourceText("--set", setting);
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            var whole = new SourceSpan(source, 1, 1, 1, setting.Length + 1);
            if (equals <= 0 || equals == setting.Length - 1 || setting.AsSpan().ContainsAny('\n', '\r'))
            {
                bag.Error(Codes.BadSet, whole, $"'{setting}' is not a setting.", "Write `--set path=value`, such as `--set horizon.days=28`.");
                tree = null;
                continue;
            }

            // The value is YAML of its own; blanks in place of the path keep its columns true.
            var padded = new SourceText("--set", new string(' ', equals + 1) + setting[(equals + 1)..]);
            if (SourceLoader.Check(padded, bag) is null || YamlSyntaxReader.Read(padded, bag) is not { } value)
            {
                tree = null;
                continue;
            }

            var path = new ScalarNode(new SourceSpan(source, 1, 1, 1, equals + 1), setting[..equals], false);
            tree = tree is null ? null : PathOverride.Apply(tree, path, Moved(value, source), bag);
        }

        return tree;
    }

    private static SyntaxNode Moved(SyntaxNode node, SourceText source)
    {
        SourceSpan span = node.Span with { Source = source };
        return node switch
        {
            SequenceNode list => new SequenceNode(span, [.. list.Items.Select(i => Moved(i, source))]),
            MappingNode block => new MappingNode(span, [.. block.Entries.Select(e => new MappingEntry((ScalarNode)Moved(e.Key, source), Moved(e.Value, source)))]),
            _ => node with { Span = span },
        };
    }
}
