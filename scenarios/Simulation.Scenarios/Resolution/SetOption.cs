using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Resolution;

/// <summary>A setting <c>path=value</c> and where it was written.</summary>
/// <param name="Text">The setting.</param>
/// <param name="At">Where its first character stands.</param>
internal readonly record struct Setting(string Text, SourceSpan At)
{
    /// <summary>One of the command line.</summary>
    public static Setting OfCommandLine(string text) => new(text, new SourceSpan(new SourceText("--set", text), 1, 1, 1, text.Length + 1));

    /// <summary>One that stands in a file.</summary>
    public static Setting Of(ScalarNode written)
    {
        int column = written.Span.Column + (written.Quoted ? 1 : 0);
        return new(written.Text, new SourceSpan(written.Span.Source, written.Span.Line, column, written.Span.Line, column + written.Text.Length));
    }
}

/// <summary>Reads <c>path=value</c> of the command line's <c>--set</c> and of a study's <c>set</c>.</summary>
internal static class SetOption
{
    /// <summary>The tree with all settings applied, in order; null after a diagnostic.</summary>
    public static MappingNode? Apply(MappingNode root, IReadOnlyList<Setting> settings, DiagnosticBag bag)
    {
        MappingNode? tree = root;
        foreach ((string setting, SourceSpan at) in settings)
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == setting.Length - 1 || setting.AsSpan().ContainsAny('\n', '\r'))
            {
                bag.Error(Codes.BadSet, at, $"'{setting}' is not a setting.", "Write `--set path=value`, such as `--set horizon.days=28`.");
                tree = null;
                continue;
            }

            // The value is YAML of its own; lines and blanks in place of what stands before it keep its lines and columns true.
            var padded = new SourceText(at.Source.Name, new string('\n', at.Line - 1) + new string(' ', at.Column + equals) + setting[(equals + 1)..]);
            if (SourceLoader.Check(padded, bag) is null || YamlSyntaxReader.Read(padded, bag) is not { } value)
            {
                tree = null;
                continue;
            }

            var path = new ScalarNode(at with { EndLine = at.Line, EndColumn = at.Column + equals }, setting[..equals], false);
            tree = tree is null ? null : PathOverride.Apply(tree, path, Moved(value, at.Source), bag);
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
