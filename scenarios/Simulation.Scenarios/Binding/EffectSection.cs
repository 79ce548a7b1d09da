using Simulation.Engine.Interventions;
using Simulation.Engine.Parameters;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>Reads <c>effect</c>: local evidence in place of a kind's default effects, with its interval.</summary>
internal sealed class EffectSection(ValueReader values, InterventionKind kind, Action<string, string, SourceSpan?> note)
{
    private readonly Dictionary<string, double> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (double Low, double High)> intervals = new(StringComparer.Ordinal);

    /// <summary>Values by effect name.</summary>
    public IReadOnlyDictionary<string, double> Values => read;

    /// <summary>Intervals by effect name.</summary>
    public IReadOnlyDictionary<string, (double Low, double High)> Intervals => intervals;

    /// <summary>Default effects of a kind: the registry's parameters that start with its key.</summary>
    public static IReadOnlyList<Parameter> Defaults(InterventionKind kind) =>
        [.. ParameterRegistry.All.Where(p => p.Name.StartsWith(kind.Key + ".", StringComparison.Ordinal))];

    /// <summary>Reads the block.</summary>
    public void Read(SyntaxNode? node)
    {
        if (node is null || BlockReader.Open(node, Shapes.InterventionKeys.First(k => k.Name == "effect").Block!, values.Bag, "effect") is not { } block)
        {
            return;
        }

        IReadOnlyList<Parameter> known = Defaults(kind);
        string[] names = [.. known.Select(p => p.Name[(kind.Key.Length + 1)..])];
        foreach (MappingEntry entry in block.Entries)
        {
            int at = Array.IndexOf(names, entry.Key.Text);
            if (at < 0)
            {
                values.Bag.Error(Codes.UnknownEffect, entry.Key.Span, $"'{kind.Key}' has no default effect called '{entry.Key.Text}'.", NearestWord.HintOrList(entry.Key.Text, names));
            }
            else
            {
                ReadOne(entry, names[at], known[at]);
            }
        }
    }

    private void ReadOne(MappingEntry entry, string name, Parameter parameter)
    {
        double? value;
        double? low = null;
        double? high = null;
        if (entry.Value is MappingNode && BlockReader.Open(entry.Value, Shapes.EffectValue, values.Bag, name) is { } block)
        {
            value = Number(block.Find("value")?.Value, name, parameter);
            low = Number(block.Find("low")?.Value, name, parameter);
            high = Number(block.Find("high")?.Value, name, parameter);
        }
        else if (values.Scalar(entry.Value, name, "0.5 (0.3 to 0.7)") is { } scalar)
        {
            string text = scalar.Text.Trim();
            int open = text.IndexOf('(', StringComparison.Ordinal);
            if (open > 0 && text.EndsWith(')') && RangeParser.TrySplit(text[(open + 1)..^1], out string from, out string to))
            {
                // "odds ratio 1.4 (1.2 to 1.7)": the interval is on the scale of the value.
                string scale = text.StartsWith("odds ratio ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("OR ", StringComparison.Ordinal) ? "odds ratio " : string.Empty;
                value = EffectValues.Single(values, scalar with { Text = text[..open].Trim() }, name, parameter);
                low = EffectValues.Single(values, scalar with { Text = scale + from }, name, parameter);
                high = EffectValues.Single(values, scalar with { Text = scale + to }, name, parameter);
            }
            else
            {
                value = EffectValues.Single(values, scalar, name, parameter);
            }
        }
        else
        {
            return;
        }

        if (value is null)
        {
            return;
        }

        read[name] = value.Value;
        string interval = string.Empty;
        if (low is not null && high is not null)
        {
            if (low > value || high < value)
            {
                values.Bag.Error(Codes.BadInterval, entry.Value.Span, $"The interval of '{name}' does not hold its value.", "Write the lower end, then the upper: `0.6 (0.4 to 0.8)`.");
            }

            intervals[name] = (low.Value, high.Value);
            interval = $" ({EffectValues.Format(low.Value, parameter)} to {EffectValues.Format(high.Value, parameter)})";
        }

        if (value < parameter.Minimum || value > parameter.Maximum)
        {
            values.Bag.Warn(
                Codes.UnusualParameter, entry.Value.Span,
                $"'{name}' is {EffectValues.Format(value.Value, parameter)}; plausible is {EffectValues.Format(parameter.Minimum, parameter)} to {EffectValues.Format(parameter.Maximum, parameter)}.", "It is used as given; say in a `note` what it rests on.");
        }

        note("effect." + name, EffectValues.Format(value.Value, parameter) + interval, entry.Value.Span);
    }

    private double? Number(SyntaxNode? node, string name, Parameter parameter) =>
        node is not null && values.Scalar(node, name, "0.5") is { } scalar ? EffectValues.Single(values, scalar, name, parameter) : null;
}
