using Simulation.Engine.Interventions;
using Simulation.Engine.Parameters;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>Reads <c>parameters</c>: registry names, dotted or nested.</summary>
internal sealed class ParameterSection(ValueReader values, FactList facts)
{
    private static readonly Shape Any = new("parameters", [], new KeySpec("PARAMETER", ValueForm.Effect, string.Empty, "0.5"));

    /// <summary>Overrides by registry name.</summary>
    public IReadOnlyDictionary<string, double> Read(SyntaxNode? node)
    {
        var read = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (node is not null && BlockReader.Open(node, Any, values.Bag) is { } block)
        {
            ReadGroup(block, string.Empty, read);
        }

        return read;
    }

    private void ReadGroup(MappingNode block, string prefix, SortedDictionary<string, double> read)
    {
        foreach (MappingEntry entry in block.Entries)
        {
            if (values.Bag.IsFull)
            {
                return;
            }

            string name = prefix + entry.Key.Text;
            if (entry.Value is MappingNode group)
            {
                ReadGroup(group, name + ".", read);
                continue;
            }

            Parameter? parameter = ParameterRegistry.All.FirstOrDefault(p => p.Name == name);
            if (parameter is null)
            {
                values.Bag.Error(
                    Codes.UnknownParameter, entry.Key.Span, $"The model has no parameter called '{name}'.",
                    NearestWord.Hint(name, ParameterRegistry.All.Select(p => p.Name)) ?? "`simulate describe` prints the parameters.");
                continue;
            }

            if (values.Scalar(entry.Value, name, $"{parameter.Value}") is not { } scalar
                || EffectValues.Single(values, scalar, name, parameter) is not { } value)
            {
                continue;
            }

            if (value < parameter.Minimum || value > parameter.Maximum)
            {
                values.Bag.Warn(
                    Codes.UnusualParameter, scalar.Span,
                    $"'{name}' is {scalar.Text}; plausible is {EffectValues.Format(parameter.Minimum, parameter)} to {EffectValues.Format(parameter.Maximum, parameter)}.", "It is used as given; say in a `note` what it rests on.");
            }

            read[name] = value;
            facts.Add("parameters." + name, EffectValues.Format(value, parameter), scalar.Span);
        }
    }
}

/// <summary>Values in the unit of a registry parameter.</summary>
internal static class EffectValues
{
    /// <summary>One number in the unit of <paramref name="parameter"/>; odds ratios become log-odds where the unit is logit.</summary>
    public static double? Single(ValueReader values, ScalarNode scalar, string key, Parameter parameter)
    {
        string text = scalar.Text.Trim();
        Dimension dimension = Dimensions.OfUnit(parameter.Unit);
        foreach (string prefix in new[] { "odds ratio ", "OR " })
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                if (parameter.Unit != "logit")
                {
                    values.Bag.Error(Codes.WrongDimension, scalar.Span, $"'{key}' is in {parameter.Unit}, not on the odds scale.", $"Write `{key}: {Format(parameter.Value, parameter)}`.");
                    return null;
                }

                if (!NumberParser.TryRead(text[prefix.Length..], out double ratio) || ratio <= 0)
                {
                    values.Bag.Error(Codes.NotAQuantity, scalar.Span, $"'{text}' is not an odds ratio; one is above zero.", $"Write `{key}: odds ratio 1.2`.");
                    return null;
                }

                return Math.Log(ratio);
            }
        }

        return values.Quantity(scalar, key, dimension);
    }

    /// <summary>A value in the unit of <paramref name="parameter"/>.</summary>
    public static string Format(double value, Parameter parameter) => QuantityParser.Format(value, Dimensions.OfUnit(parameter.Unit));
}
