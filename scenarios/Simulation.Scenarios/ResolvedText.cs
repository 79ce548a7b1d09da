using System.Text;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios;

/// <summary>
/// A scenario with everything that it extends and includes written out, and the origin of every value beside it. The text
/// is a scenario itself: read again, it means the same.
/// </summary>
public static class ResolvedText
{
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
        if (!first)
        {
            text.Append(' ', indent);
        }

        text.Append(Quote(entry.Key.Text)).Append(':');
        WriteValue(text, entry.Value, indent, origins);
    }

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
                text.Append(" [").Append(string.Join(", ", list.Items.Select(i => Quote(((ScalarNode)i).Text, inList: true)))).Append(']');
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
