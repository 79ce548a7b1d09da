using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Resolution;

/// <summary>Brings a scenario file and everything that it extends and includes together into one tree; every node keeps the place that it came from.</summary>
internal sealed class ScenarioResolver(ISourceResolver resolver, DiagnosticBag bag)
{
    private readonly List<string> open = [];
    private int files;

    /// <summary>The merged tree of <paramref name="source"/>; null after a diagnostic when there is none.</summary>
    public MappingNode? Resolve(SourceText source)
    {
        SyntaxNode? node = YamlSyntaxReader.Read(source, bag);
        if (node is null)
        {
            return null;
        }

        if (node is not MappingNode own)
        {
            string? hint = node is ScalarNode scalar && scalar.Text.Contains(':', StringComparison.Ordinal)
                ? "Put a space after the colon: `scenario: A name`." : "Start with `scenario: A name`, or run `simulate new`.";
            bag.Error(Codes.ExpectedMapping, node.Span, $"A scenario is a block of keys, but the file holds {node.What}.", hint);
            return null;
        }

        if (own.Find("study") is { } study && own.Find("scenario") is null)
        {
            bag.Error(
                Codes.ExpectedMapping, study.Key.Span, "This is a study, which sets scenarios side by side, and no scenario.",
                "Run it with `simulate study run`; `simulate check` and `simulate study` read studies, all else reads one of its scenarios.");
            return null;
        }

        if (TooMany(own))
        {
            return null;
        }

        open.Add(source.Identity);
        MappingNode? merged = null;
        if (own.Find("extends") is { } extends)
        {
            merged = Base(extends.Value, source);
        }

        if (own.Find("include") is { } include)
        {
            foreach (SyntaxNode item in include.Value is SequenceNode list ? list.Items : [include.Value])
            {
                if (Base(item, source) is { } part)
                {
                    merged = merged is null ? part : Merger.Merge(merged, part);
                    if (TooMany(merged))
                    {
                        return null;
                    }
                }
            }
        }

        open.RemoveAt(open.Count - 1);
        if (merged is not null && own.Find("without") is { } without)
        {
            merged = Without(merged, without.Value);
        }

        MappingNode whole = merged is null ? own : Merger.Merge(merged, own);
        return TooMany(whole) ? null : whole;
    }

    private bool TooMany(MappingNode root)
    {
        if (root.Find("interventions")?.Value is not SequenceNode { Items.Count: > SyntaxLimits.Interventions } list)
        {
            return false;
        }

        bag.Error(Codes.TooManyNodes, list.Span, $"The scenario has {list.Items.Count:N0} interventions; the most is {SyntaxLimits.Interventions:N0}.", "One intervention with a wide `where` does the work of many.");
        return true;
    }

    private MappingNode? Base(SyntaxNode node, SourceText from)
    {
        if (node is not ScalarNode { IsEmpty: false } reference)
        {
            bag.Error(Codes.ExpectedScalar, node.Span, $"The name of a scenario was expected, not {node.What}.", "Write `extends: baseline`; several files go into a list under `include`.");
            return null;
        }

        ResolvedSource? found = resolver.Find(reference.Text, from);
        if (found is null)
        {
            bag.Error(
                Codes.UnknownBase, reference.Span, $"There is no library scenario and no file called '{reference.Text}'.",
                NearestWord.HintOrList(reference.Text, [.. resolver.Known(from)]));
            return null;
        }

        if (open.Contains(found.Identity))
        {
            bag.Error(Codes.CircularBase, reference.Span, $"'{reference.Text}' leads back to itself.", "Take one of the links out.");
            return null;
        }

        if (++files > SyntaxLimits.Files || open.Count > SyntaxLimits.Files)
        {
            bag.Error(Codes.CircularBase, reference.Span, $"More than {SyntaxLimits.Files} files are read for one scenario.", "Shorten the chain.");
            return null;
        }

        return SourceLoader.Decode(found.Name, found.Bytes, bag, found.Identity) is { } source ? Resolve(source) : null;
    }

    private MappingNode Without(MappingNode merged, SyntaxNode names)
    {
        if (merged.Find("interventions")?.Value is not SequenceNode interventions)
        {
            bag.Error(Codes.WithoutNothing, names.Span, "Nothing is inherited that could be left out.", "Remove `without`.");
            return merged;
        }

        var items = new List<SyntaxNode>(interventions.Items);
        foreach (SyntaxNode node in names is SequenceNode list ? list.Items : [names])
        {
            if (node is not ScalarNode { IsEmpty: false } name)
            {
                bag.Error(Codes.ExpectedScalar, node.Span, $"The name of an intervention was expected, not {node.What}.", null);
            }
            else if (items.RemoveAll(i => InterventionNames.Of(i) == name.Text.Trim()) == 0)
            {
                string[] known = [.. items.Select(InterventionNames.Of).OfType<string>()];
                bag.Error(Codes.WithoutNothing, name.Span, $"No inherited intervention is called '{name.Text}'.", NearestWord.HintOrList(name.Text, known));
            }
        }

        return merged with
        {
            Entries = [.. merged.Entries.Select(e => e.Key.Text == "interventions" ? e with { Value = interventions with { Items = items } } : e)],
        };
    }
}
