using Simulation.Scenarios.Sources;

namespace Simulation.Scenarios.Syntax;

/// <summary>A node of a scenario file as written, before anything is known of its meaning.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record SyntaxNode(SourceSpan Span)
{
    /// <summary>What the node is, for messages.</summary>
    public abstract string What { get; }
}

/// <summary>A single value. It is always text: whether <c>no</c>, <c>010</c> or <c>8:40</c> means more is for the reader of the key to say.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">The text without quotes.</param>
/// <param name="Quoted">Whether it was written in quotes or as a block.</param>
public sealed record ScalarNode(SourceSpan Span, string Text, bool Quoted) : SyntaxNode(Span)
{
    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty => !Quoted && Text is "" or "~" or "null";

    /// <inheritdoc/>
    public override string What => IsEmpty ? "nothing" : $"the single value '{Shorten(Text)}'";

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..37] + "...";
}

/// <summary>A list.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Items">Items in order.</param>
public sealed record SequenceNode(SourceSpan Span, IReadOnlyList<SyntaxNode> Items) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override string What => "a list";
}

/// <summary>Keys with values; keys are unique.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Entries">Entries in the order written.</param>
public sealed record MappingNode(SourceSpan Span, IReadOnlyList<MappingEntry> Entries) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override string What => "a block of keys";

    /// <summary>The entry called <paramref name="key"/>, or null.</summary>
    public MappingEntry? Find(string key)
    {
        foreach (MappingEntry entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The block without the entries called <paramref name="keys"/>.</summary>
    public MappingNode Without(params string[] keys) => this with { Entries = [.. Entries.Where(e => !keys.Contains(e.Key.Text))] };
}

/// <summary>One key with its value.</summary>
/// <param name="Key">Key.</param>
/// <param name="Value">Value.</param>
public sealed record MappingEntry(ScalarNode Key, SyntaxNode Value);
