using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Simulation.Scenarios.Syntax;

/// <summary>
/// YAML to syntax nodes with positions. Built on the parser's events rather than on an object deserialiser, so that every
/// value stays text and every message can say where it stands.
/// </summary>
internal sealed class YamlSyntaxReader
{
    private readonly SourceText source;
    private readonly DiagnosticBag bag;
    private readonly Dictionary<string, (SyntaxNode Node, int Size)> anchors = new(StringComparer.Ordinal);
    private readonly Parser parser;
    private int nodes;

    private YamlSyntaxReader(SourceText source, DiagnosticBag bag)
    {
        this.source = source;
        this.bag = bag;
        parser = new Parser(new Scanner(new StringReader(source.Text), skipComments: true));
    }

    /// <summary>The file's one document; null after a diagnostic when there is none to read.</summary>
    public static SyntaxNode? Read(SourceText source, DiagnosticBag bag)
    {
        if (!NestingGuard.Check(source, bag))
        {
            return null;
        }

        var reader = new YamlSyntaxReader(source, bag);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException e)
        {
            YamlMessages.Report(source, e, bag);
            return null;
        }
        catch (StopReadingException)
        {
            return null;
        }
    }

    private SyntaxNode? ReadDocument()
    {
        Next();
        Next();
        if (parser.Current is StreamEnd)
        {
            bag.Error(Codes.Empty, new SourceSpan(source, 1, 1, 1, 1), "The file holds no scenario.", "Start from `simulate new`, or write `scenario: A name`.");
            return null;
        }

        Next();
        SyntaxNode root = ReadNode(1);
        Next();
        if (parser.Current is not StreamEnd)
        {
            bag.Error(Codes.SeveralDocuments, SpanOf(parser.Current!), "A second document starts here; a file holds one scenario.", "Put it into a file of its own, and remove the line `---`.");
            return null;
        }

        return root;
    }

    private SyntaxNode ReadNode(int depth)
    {
        ParsingEvent current = parser.Current!;
        if (depth > SyntaxLimits.Depth)
        {
            throw Stop(Codes.TooDeep, SpanOf(current), $"Blocks are nested more than {SyntaxLimits.Depth} levels deep here.", "No scenario needs that: check the brackets and the indentation.");
        }

        Count(1, current);
        int before = nodes;
        if (current is NodeEvent { Tag.IsEmpty: false } tagged && !tagged.Tag.IsNonSpecific)
        {
            bag.Error(Codes.Tag, SpanOf(current), $"The tag '{tagged.Tag.Value}' is not read: scenarios hold text, lists and keys only.", "Remove the word that starts with '!'.");
        }

        SyntaxNode node = current switch
        {
            AnchorAlias alias => Alias(alias),
            Scalar scalar => ReadScalar(scalar),
            SequenceStart => ReadSequence(depth),
            MappingStart => ReadMapping(depth),
            _ => throw Stop(Codes.Syntax, SpanOf(current), "A value was expected here.", null),
        };

        if (current is NodeEvent { Anchor.IsEmpty: false } anchored && current is not AnchorAlias)
        {
            anchors[anchored.Anchor.Value] = (node, nodes - before + 1);
        }

        return node;
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        SourceSpan span = SpanOf(scalar);
        Next();
        return new ScalarNode(span, scalar.Value, scalar.Style != ScalarStyle.Plain);
    }

    private SyntaxNode Alias(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value.Value, out (SyntaxNode Node, int Size) target))
        {
            throw Stop(
                Codes.UnknownAlias, SpanOf(alias), $"'*{alias.Value.Value}' repeats a value marked '&{alias.Value.Value}', and there is none above.",
                NearestWord.Hint(alias.Value.Value, anchors.Keys) ?? "Quote the value if the star is part of it.");
        }

        Count(target.Size, alias);
        Next();
        return target.Node;
    }

    private SequenceNode ReadSequence(int depth)
    {
        ParsingEvent start = parser.Current!;
        Next();
        var items = new List<SyntaxNode>();
        while (parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
        }

        SourceSpan span = SpanOf(start);
        Next();
        return new SequenceNode(span, items);
    }

    private MappingNode ReadMapping(int depth)
    {
        ParsingEvent start = parser.Current!;
        Next();
        var entries = new List<MappingEntry>();
        var seen = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        while (parser.Current is not MappingEnd)
        {
            SourceSpan keySpan = SpanOf(parser.Current!);
            SyntaxNode key = ReadNode(depth + 1);
            SyntaxNode value = ReadNode(depth + 1);
            if (key is not ScalarNode name)
            {
                bag.Error(Codes.ComplexKey, keySpan, $"A key is a word, but this is {key.What}.", "Text that holds brackets or braces needs quotes.");
            }
            else if (name.Text == "<<")
            {
                bag.Error(Codes.MergeKey, keySpan, "Merge keys ('<<') are not read.", "Repeat the lines, or put them into a file of their own and `include` it.");
            }
            else if (seen.TryGetValue(name.Text, out ScalarNode? first))
            {
                bag.Error(
                    Codes.DuplicateKey, name.Span, $"'{name.Text}' stands here a second time; the first is in line {first.Span.Line}.",
                    "Keep one of the two: which one would count is not a question to leave open.");
            }
            else
            {
                seen.Add(name.Text, name);
                entries.Add(new MappingEntry(name, value));
            }
        }

        SourceSpan span = SpanOf(start);
        Next();
        return new MappingNode(span, entries);
    }

    private void Count(int more, ParsingEvent at)
    {
        nodes += more;
        if (nodes > SyntaxLimits.Nodes)
        {
            throw Stop(Codes.TooManyNodes, SpanOf(at), $"Written out, the file holds more than {SyntaxLimits.Nodes:N0} values.", "Aliases that repeat aliases grow without end: write out what is meant.");
        }
    }

    private void Next()
    {
        Mark last = parser.Current?.End ?? Mark.Empty;
        bool more;
        try
        {
            more = parser.MoveNext();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or NullReferenceException)
        {
            // The parser has slips of its own (an unclosed brace at the end of a plain value is one); to a user they are bad YAML.
            throw new YamlException(last, last, "unreadable", e);
        }

        if (!more)
        {
            throw Stop(Codes.Syntax, SourceSpan.Whole(source), "The file ends too early.", "Check that quotes and brackets are closed.");
        }
    }

    private SourceSpan SpanOf(ParsingEvent e) => new(
        source, (int)e.Start.Line, (int)e.Start.Column, (int)e.End.Line, (int)e.End.Column);

    private StopReadingException Stop(DiagnosticCode code, SourceSpan span, string message, string? hint)
    {
        bag.Error(code, span, message, hint);
        return new StopReadingException();
    }

    /// <summary>Leaves the reading of a file whose error has been reported; never leaves this class.</summary>
    private sealed class StopReadingException : Exception;
}
