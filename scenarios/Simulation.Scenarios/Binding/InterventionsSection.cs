using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Resolution;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>Reads the list <c>interventions</c>.</summary>
internal sealed class InterventionsSection(
    ValueReader values, FactList facts, DateOnly start, int days, IReadOnlyDictionary<string, double> parameters)
{
    /// <summary>The interventions that could be read.</summary>
    public IReadOnlyList<ScenarioIntervention> Read(SyntaxNode? node)
    {
        if (node is null or SequenceNode { Items.Count: 0 } or ScalarNode { IsEmpty: true })
        {
            return [];
        }

        if (node is not SequenceNode list)
        {
            values.Bag.Error(Codes.ExpectedList, node.Span, $"'interventions' takes a list, not {node.What}.", "Start every intervention with '- ': `- school_street:`.");
            return [];
        }

        var read = new List<ScenarioIntervention>();
        var names = new Dictionary<string, SourceSpan>(StringComparer.OrdinalIgnoreCase);
        foreach (SyntaxNode item in list.Items)
        {
            if (values.Bag.IsFull)
            {
                break;
            }

            if (One(item) is not var (key, settings) || Find(key) is not { } kind)
            {
                continue;
            }

            string source = NameOf(item, key, names);
            var section = new InterventionSection(values, facts, kind, source, start, days, parameters);
            if (section.Read(settings, key.Span) is { } intervention)
            {
                read.Add(intervention);
            }
        }

        return read;
    }

    private (ScalarNode Key, MappingNode Settings)? One(SyntaxNode item)
    {
        switch (item)
        {
            case ScalarNode { IsEmpty: false } scalar when !scalar.Text.Contains(':', StringComparison.Ordinal):
                return (scalar, new MappingNode(scalar.Span, []));
            case ScalarNode scalar:
                values.Bag.Error(
                    Codes.OneKind, item.Span, "An intervention was expected, with a space after its colon.",
                    scalar.IsEmpty ? "Write `- school_street:` and its settings below, or remove the dash." : $"Write `- {scalar.Text.Replace(":", ": ", StringComparison.Ordinal)}`.");
                return null;
            case MappingNode { Entries: [{ Value: MappingNode settings } entry] }:
                return (entry.Key, settings);
            case MappingNode { Entries: [{ Value: ScalarNode { IsEmpty: true } } entry] }:
                return (entry.Key, new MappingNode(entry.Key.Span, []));
            case MappingNode { Entries: [var entry] }:
                values.Bag.Error(Codes.ExpectedMapping, entry.Value.Span, $"'{entry.Key.Text}' takes a block of settings, not {entry.Value.What}.", $"Write `- {entry.Key.Text}: {{ reach: 60% }}`.");
                return null;
            case MappingNode { Entries: [{ Value: ScalarNode { IsEmpty: true } } first, ..] } flat when InterventionCatalogue.Find(first.Key.Text) is not null:
                values.Bag.Error(
                    Codes.OneKind, flat.Entries[1].Key.Span, $"'{flat.Entries[1].Key.Text}' stands beside '{first.Key.Text}', not below it.",
                    $"Indent the settings of '{first.Key.Text}' by two more spaces.");
                return null;
            case MappingNode { Entries.Count: > 1 } several:
                values.Bag.Error(
                    Codes.OneKind, several.Entries[1].Key.Span, "An item of 'interventions' is one intervention.",
                    InterventionCatalogue.Find(several.Entries[1].Key.Text) is not null ? $"Start it with a dash of its own: `- {several.Entries[1].Key.Text}:`." : "Indent the settings below the intervention's name.");
                return null;
            default:
                values.Bag.Error(Codes.OneKind, item.Span, $"An intervention was expected, not {item.What}.", "Write `- school_street: { reach: 60% }`.");
                return null;
        }
    }

    private InterventionKind? Find(ScalarNode key)
    {
        InterventionKind? kind = InterventionCatalogue.Find(key.Text.Trim());
        if (kind is null)
        {
            string[] keys = [.. InterventionCatalogue.Kinds.Select(k => k.Key)];
            values.Bag.Error(Codes.UnknownKind, key.Span, $"There is no intervention called '{key.Text}'.", KindAliases.Find(key.Text) is { } meant ? $"It is called '{meant}' here." : NearestWord.HintOrList(key.Text, keys));
        }

        return kind;
    }

    private string NameOf(SyntaxNode item, ScalarNode key, Dictionary<string, SourceSpan> names)
    {
        string wanted = InterventionNames.Of(item) ?? key.Text;
        bool given = wanted != key.Text.Trim();
        if (given && names.TryGetValue(wanted, out SourceSpan? first))
        {
            values.Bag.Error(Codes.DuplicateName, key.Span, $"Another intervention is called '{wanted}' already, in {first}.", "Give each a name of its own.");
        }

        // Unnamed ones of a kind are told apart by position: school_street, school_street[2].
        string name = wanted;
        for (int n = 2; names.ContainsKey(name); n++)
        {
            name = $"{wanted}[{n}]";
        }

        names[name] = key.Span;
        return name;
    }
}
