using System.Text;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios;

/// <summary>
/// A scenario with everything that it extends and includes written out, and the origin of every value beside it. The text
/// is a scenario itself: read again, it means the same.
/// </summary>
public static class ResolvedText
{
    private const int Width = 80;

    /// <summary>Keys that have done their work once a scenario is resolved.</summary>
    private static readonly string[] Done = ["extends", "include", "without"];

    /// <summary>The resolved text of <paramref name="scenario"/>.</summary>
    /// <param name="scenario">A checked scenario.</param>
    /// <param name="origins">Whether to write the origin of every value as a comment.</param>
    public static string Print(Scenario scenario, bool origins = true)
    {
        var text = new StringBuilder();
        foreach (MappingEntry entry in scenario.Syntax.Entries.Where(e => !Done.Contains(e.Key.Text)))
        {
            WriteEntry(text, entry, 0, origins);
        }

        return text.ToString();
    }

    private static void WriteEntry(StringBuilder text, MappingEntry entry, int indent, bool origins, bool first = false)
    {
        if (!first && OneLine(entry.Value) is { } value)
        {
            WriteLine(text, Quote(entry.Key.Text), entry.Value, value, indent, origins);
            return;
        }

        if (!first)
        {
            text.Append(' ', indent);
        }

        text.Append(Quote(entry.Key.Text)).Append(':');
        WriteValue(text, entry.Value, indent, origins);
    }

    /// <summary>A value that stands on the line of its key; null for blocks.</summary>
    private static string? OneLine(SyntaxNode value) => value switch
    {
        MappingNode { Entries.Count: > 0 } => null,
        SequenceNode { Items.Count: > 0 } list => list.Items.All(i => i is ScalarNode) ? Inline(list) : null,
        ScalarNode scalar => scalar.IsEmpty ? string.Empty : Quote(scalar.Text),
        SequenceNode => "[]",
        _ => "{}",
    };

    private static string Inline(SequenceNode list) => "[" + string.Join(", ", list.Items.Select(i => Quote(((ScalarNode)i).Text, inList: true))) + "]";

    /// <summary>A key with its value and origin on one line; where they do not fit, the origin goes above and the value is folded.</summary>
    private static void WriteLine(StringBuilder text, string key, SyntaxNode node, string value, int indent, bool origins)
    {
        string start = new(' ', indent);
        string line = value.Length == 0 ? $"{start}{key}:" : $"{start}{key}: {value}";
        string origin = origins ? $"# {node.Span.Source.Name}:{node.Span.Line}" : string.Empty;
        if (origins && line.Length + 2 + origin.Length <= Width)
        {
            text.Append(line).Append("  ").Append(origin).Append('\n');
            return;
        }

        if (origins)
        {
            text.Append(start).Append(origin).Append('\n');
        }

        if (line.Length <= Width)
        {
            text.Append(line).Append('\n');
        }
        else if (node is SequenceNode list)
        {
            text.Append(start).Append(key).Append(":\n");
            foreach (SyntaxNode item in list.Items)
            {
                text.Append(start).Append("  - ").Append(Quote(((ScalarNode)item).Text)).Append('\n');
            }
        }
        else if (node is ScalarNode { Text: var words } && Folds(words))
        {
            text.Append(start).Append(key).Append(": >-\n");
            foreach (string part in TextWrap.Lines(words, Width - indent - 2))
            {
                text.Append(start).Append("  ").Append(part).Append('\n');
            }
        }
        else
        {
            text.Append(line).Append('\n');
        }
    }

    /// <summary>Whether a text read back from folded lines is the same: single spaces between words, and nothing else that breaks lines.</summary>
    private static bool Folds(string words) =>
        words == string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) && !words.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');

    private static void WriteValue(StringBuilder text, SyntaxNode value, int indent, bool origins)
    {
        switch (value)
        {
            case MappingNode { Entries.Count: > 0 } block:
                text.Append('\n');
                foreach (MappingEntry entry in block.Entries)
                {
                    WriteEntry(text, entry, indent + 2, origins);
                }

                break;
            case SequenceNode { Items.Count: > 0 } list when list.Items.All(i => i is ScalarNode):
                text.Append(' ').Append(Inline(list));
                Origin(text, list, origins);
                break;
            case SequenceNode { Items.Count: > 0 } list:
                text.Append('\n');
                foreach (SyntaxNode item in list.Items)
                {
                    text.Append(' ', indent + 2).Append("- ");
                    WriteItem(text, item, indent + 4, origins);
                }

                break;
            case ScalarNode scalar:
                text.Append(scalar.IsEmpty ? string.Empty : " " + Quote(scalar.Text));
                Origin(text, scalar, origins);
                break;
            default:
                text.Append(value is SequenceNode ? " []" : " {}");
                Origin(text, value, origins);
                break;
        }
    }

    private static void WriteItem(StringBuilder text, SyntaxNode item, int indent, bool origins)
    {
        switch (item)
        {
            case MappingNode { Entries.Count: > 0 } block:
                for (int i = 0; i < block.Entries.Count; i++)
                {
                    WriteEntry(text, block.Entries[i], indent, origins, first: i == 0);
                }

                break;
            case ScalarNode scalar:
                text.Append(Quote(scalar.Text));
                Origin(text, scalar, origins);
                break;
            default:
                text.Append("[]");
                Origin(text, item, origins);
                break;
        }
    }

    private static void Origin(StringBuilder text, SyntaxNode node, bool origins)
    {
        if (origins)
        {
            text.Append("  # ").Append(node.Span.Source.Name).Append(':').Append(node.Span.Line);
        }

        text.Append('\n');
    }

    /// <summary>The value as YAML text: plain where that is safe, else in quotes.</summary>
    internal static string Quote(string value, bool inList = false)
    {
        if (value.AsSpan().ContainsAny('\n', '\r', '\t'))
        {
            return "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "\"";
        }

        bool plain = value.Length > 0 && value.Trim() == value && value is not ("~" or "null")
            && !value.Contains(": ", StringComparison.Ordinal) && !value.EndsWith(':') && !value.Contains(" #", StringComparison.Ordinal)
            && !"-?:,[]{}#&*!|>'\"%@`".Contains(value[0], StringComparison.Ordinal)
            && !(inList && value.AsSpan().IndexOfAny(",[]{}") >= 0) && !(inList && value.Contains(':', StringComparison.Ordinal));
        return plain ? value : "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";
    }
}
