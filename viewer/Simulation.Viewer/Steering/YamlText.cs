using System.Text;
using Simulation.Scenarios.Syntax;

namespace Simulation.Viewer.Steering;

/// <summary>Writes a scenario's tree as text that reads back to the same tree.</summary>
internal static class YamlText
{
    /// <summary>The text of a whole scenario.</summary>
    public static string Write(MappingNode root)
    {
        var text = new StringBuilder();
        WriteBlock(text, root, 0);
        return text.ToString();
    }

    private static void WriteBlock(StringBuilder text, MappingNode block, int indent)
    {
        foreach (MappingEntry entry in block.Entries)
        {
            WriteEntry(text.Append(' ', indent), entry, indent);
        }
    }

    private static void WriteEntry(StringBuilder text, MappingEntry entry, int indent)
    {
        text.Append(Scalar(entry.Key)).Append(':');
        switch (entry.Value)
        {
            case ScalarNode scalar:
                text.Append(' ').Append(Scalar(scalar)).Append('\n');
                break;
            case MappingNode { Entries.Count: 0 }:
                text.Append(" {}\n");
                break;
            case MappingNode block:
                text.Append('\n');
                WriteBlock(text, block, indent + 2);
                break;
            case SequenceNode { Items.Count: 0 }:
                text.Append(" []\n");
                break;
            case SequenceNode list:
                text.Append('\n');
                WriteList(text, list, indent + 2);
                break;
        }
    }

    private static void WriteList(StringBuilder text, SequenceNode list, int indent)
    {
        foreach (SyntaxNode item in list.Items)
        {
            text.Append(' ', indent).Append("- ");
            switch (item)
            {
                case MappingNode { Entries.Count: > 0 } block:
                    WriteEntry(text, block.Entries[0], indent + 2);
                    WriteBlock(text, block with { Entries = [.. block.Entries.Skip(1)] }, indent + 2);
                    break;
                case SequenceNode { Items.Count: > 0 } inner:
                    text.Append('\n');
                    WriteList(text, inner, indent + 2);
                    break;
                case ScalarNode scalar:
                    text.Append(Scalar(scalar)).Append('\n');
                    break;
                case MappingNode:
                    text.Append("{}\n");
                    break;
                default:
                    text.Append("[]\n");
                    break;
            }
        }
    }

    private static string Scalar(ScalarNode scalar)
    {
        if (!scalar.Quoted)
        {
            // What was plain text in the file is plain text again.
            return scalar.Text;
        }

        var quoted = new StringBuilder("\"");
        foreach (char c in scalar.Text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\x{(int)c:x2}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
