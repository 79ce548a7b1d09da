using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>Opens blocks: checks that a node is one, that its keys are known, and that none is missing.</summary>
internal static class BlockReader
{
    /// <summary>The block, or null after a diagnostic; unknown keys are reported and left to the caller to ignore.</summary>
    public static MappingNode? Open(SyntaxNode node, Shape shape, DiagnosticBag bag, string? key = null)
    {
        string what = key ?? shape.Name;
        if (node is not MappingNode block)
        {
            Refuse(node, shape, bag, what);
            return null;
        }

        foreach (MappingEntry entry in block.Entries)
        {
            if (bag.IsFull)
            {
                break;
            }

            if (shape.Find(entry.Key.Text) is null && shape.Other is null)
            {
                Unknown(entry.Key, shape, bag, what);
            }
        }

        foreach (KeySpec required in shape.Keys.Where(k => k.Required))
        {
            if (block.Find(required.Name) is null)
            {
                bag.Error(Codes.MissingKey, block.Span, $"'{required.Name}' is missing from {(shape == Shapes.Scenario ? "the scenario" : what)}.", $"Add `{required.Name}: {required.Example}`.");
            }
        }

        return block;
    }

    private static void Refuse(SyntaxNode node, Shape shape, DiagnosticBag bag, string what)
    {
        string example = shape.Keys.Count > 0 ? $"{{ {shape.Keys[0].Name}: {shape.Keys[0].Example} }}" : "{ key: value }";
        if (node is ScalarNode { IsEmpty: true })
        {
            bag.Error(Codes.EmptyValue, node.Span, $"'{what}' has no value.", $"Indent its keys below it, or write `{what}: {example}`.");
        }
        else if (node is ScalarNode scalar && scalar.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && (shape.Find(scalar.Text[..colon].Trim()) is not null || shape.Other is not null))
        {
            bag.Error(Codes.NoSpaceAfterColon, node.Span, $"'{scalar.Text}' has no space after its colon.", $"Write `{scalar.Text[..colon]}: {scalar.Text[(colon + 1)..].Trim()}`.");
        }
        else
        {
            bag.Error(Codes.ExpectedMapping, node.Span, $"'{what}' takes a block of keys, not {node.What}.", $"Write `{what}: {example}`.");
        }
    }

    private static void Unknown(ScalarNode key, Shape shape, DiagnosticBag bag, string what)
    {
        string? hint = CommaHint(key) ?? NoSuchData.Hint(key.Text) ?? NearestWord.Hint(key.Text, shape.Names);
        if (hint is null)
        {
            // Perhaps a key of another block, one level too far in or out.
            hint = Below(key.Text, shape) ?? Elsewhere(key.Text, what);
        }

        bag.Error(Codes.UnknownKey, key.Span, $"{Capital(what)} has no key '{key.Text}'.", hint ?? $"Its keys are {string.Join(", ", shape.Names)}.");
    }

    /// <summary>What to write when a "key" is the rest of a number that a comma cut in two, such as <c>500 per school</c> of £2,500.</summary>
    public static string? CommaHint(ScalarNode key) =>
        key.Text.Length >= 3 && key.Text.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (key.Text.Length == 3 || !char.IsAsciiDigit(key.Text[3]))
            ? "In braces a comma starts the next key: put the value in quotes, or write £2.5k for £2,500." : null;

    /// <summary>The block right below this one that has the key.</summary>
    private static string? Below(string key, Shape shape) =>
        shape.Keys.FirstOrDefault(k => k.Block?.Keys.Any(inner => inner.Name == key) == true) is { } block
            ? $"It is a key of '{block.Name}': indent it below `{block.Name}:`." : null;

    private static string? Elsewhere(string key, string what)
    {
        if (what == "who" && key is "active" or "inactive" or "fairly_active" or "activity_level")
        {
            return $"Write `activity: {(key == "activity_level" ? "inactive" : key.Replace('_', ' '))}`.";
        }

        foreach (Shape other in new[] { Shapes.Horizon, Shapes.Where, Shapes.Who, Shapes.PhaseIn, Shapes.OwnerCost, Shapes.Scenario })
        {
            if (other.Name != what && other.Find(key) is not null)
            {
                return other == Shapes.Scenario ? "It is a key of the scenario itself: check the indentation." : $"It is a key of '{other.Name}': indent it below `{other.Name}:`.";
            }
        }

        return Shapes.InterventionKeys.Any(k => k.Name == key) ? "It is a key of an intervention: indent it below the intervention's name." : null;
    }

    private static string Capital(string what) => what.StartsWith("a ", StringComparison.Ordinal) ? "A " + what[2..] : $"'{what}'";
}
