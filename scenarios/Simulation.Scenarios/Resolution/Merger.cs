using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Resolution;

/// <summary>Lays one scenario over another: blocks merge key by key, single values and lists are replaced, interventions by name.</summary>
internal static class Merger
{
    /// <summary>Keys that belong to one file alone and are not handed down.</summary>
    private static readonly string[] OwnKeys = ["scenario", "description", "version", "extends", "include", "without"];

    /// <summary>Ways to say how long a run is: giving one replaces whichever the base gave.</summary>
    internal static readonly string[] Lengths = ["days", "weeks", "months", "years", "until"];

    /// <summary>The scenario <paramref name="over"/> laid over <paramref name="under"/>.</summary>
    public static MappingNode Merge(MappingNode under, MappingNode over)
    {
        MappingNode inherited = under with { Entries = [.. under.Entries.Where(e => !OwnKeys.Contains(e.Key.Text))] };
        return Blocks(inherited, over, root: true);
    }

    private static MappingNode Blocks(MappingNode under, MappingNode over, bool root = false)
    {
        var entries = new List<MappingEntry>();
        bool newLength = over.Entries.Any(e => Lengths.Contains(e.Key.Text));
        foreach (MappingEntry below in under.Entries)
        {
            MappingEntry? above = over.Find(below.Key.Text);
            if (above is null)
            {
                if (!(newLength && !root && Lengths.Contains(below.Key.Text) && IsHorizon(under)))
                {
                    entries.Add(below);
                }
            }
            else if (root && below.Key.Text == "interventions" && below.Value is SequenceNode first && above.Value is SequenceNode second)
            {
                entries.Add(above with { Value = Interventions(first, second) });
            }
            else
            {
                entries.Add(above with { Value = Values(below.Value, above.Value) });
            }
        }

        entries.AddRange(over.Entries.Where(e => under.Find(e.Key.Text) is null));
        return over with { Entries = entries };
    }

    private static SyntaxNode Values(SyntaxNode under, SyntaxNode over) =>
        under is MappingNode below && over is MappingNode above ? Blocks(below, above) : over;

    private static bool IsHorizon(MappingNode block) => block.Find("start") is not null || block.Entries.All(e => Lengths.Contains(e.Key.Text));

    private static SequenceNode Interventions(SequenceNode under, SequenceNode over)
    {
        var items = new List<SyntaxNode>(under.Items);
        int inherited = items.Count;
        foreach (SyntaxNode item in over.Items)
        {
            string? name = InterventionNames.Of(item);
            int at = name is null ? -1 : items.FindIndex(0, inherited, i => InterventionNames.Of(i) == name);
            if (at >= 0 && InterventionNames.KindOf(items[at]) == InterventionNames.KindOf(item)
                && items[at] is MappingNode { Entries: [var below] } && item is MappingNode { Entries: [var above] } whole)
            {
                items[at] = whole with { Entries = [above with { Value = Values(below.Value, above.Value) }] };
            }
            else
            {
                items.Add(item);
            }
        }

        return over with { Items = items };
    }
}
