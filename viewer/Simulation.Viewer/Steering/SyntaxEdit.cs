using Simulation.Scenarios;
using Simulation.Scenarios.Syntax;

namespace Simulation.Viewer.Steering;

/// <summary>Changes of a scenario's tree; every one gives a new tree.</summary>
internal static class SyntaxEdit
{
    /// <summary>The block with <paramref name="key"/> set to plain text; a dot in the key leads into inner blocks.</summary>
    public static MappingNode With(this MappingNode block, string key, string text) => block.With(key, new ScalarNode(block.Span, text, Quoted: false));

    /// <summary>The block with <paramref name="key"/> set; a dot in the key leads into inner blocks.</summary>
    public static MappingNode With(this MappingNode block, string key, SyntaxNode value)
    {
        int dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            string outer = key[..dot];
            MappingNode inner = block.Find(outer)?.Value as MappingNode ?? new MappingNode(block.Span, []);
            return block.With(outer, inner.With(key[(dot + 1)..], value));
        }

        var entry = new MappingEntry(new ScalarNode(block.Span, key, Quoted: false), value);
        var entries = block.Entries.ToList();
        int at = entries.FindIndex(e => e.Key.Text == key);
        if (at < 0)
        {
            entries.Add(entry);
        }
        else
        {
            entries[at] = entry;
        }

        return block with { Entries = entries };
    }

    /// <summary>A scenario's text with another tree.</summary>
    public static string TextWith(this Scenario scenario, MappingNode root) => ResolvedText.Print(scenario with { Syntax = root }, origins: false);

    /// <summary>The block without <paramref name="keys"/>.</summary>
    public static MappingNode Without(this MappingNode block, params string[] keys) =>
        block with { Entries = [.. block.Entries.Where(e => !keys.Contains(e.Key.Text))] };

    /// <summary>Settings of an item of <c>interventions</c>.</summary>
    public static MappingNode SettingsOf(SyntaxNode item) => item is MappingNode { Entries: [{ Value: MappingNode settings }] } ? settings : new MappingNode(item.Span, []);

    /// <summary>An item of <c>interventions</c>.</summary>
    public static MappingNode Item(string kind, MappingNode settings) =>
        new(settings.Span, [new MappingEntry(new ScalarNode(settings.Span, kind, Quoted: false), settings)]);
}
