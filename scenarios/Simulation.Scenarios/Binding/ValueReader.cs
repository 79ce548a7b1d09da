using Simulation.Engine.Interventions;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>Reads single values: text to meaning, or a diagnostic and null.</summary>
internal sealed class ValueReader(DiagnosticBag bag)
{
    /// <summary>Where diagnostics go.</summary>
    public DiagnosticBag Bag => bag;

    /// <summary>The text of a single value.</summary>
    public ScalarNode? Scalar(SyntaxNode node, string key, string example)
    {
        switch (node)
        {
            case ScalarNode { IsEmpty: true }:
                bag.Error(Codes.EmptyValue, node.Span, $"'{key}' has no value.", $"Write `{key}: {example}`, or remove the key.");
                return null;
            case ScalarNode scalar when scalar.Text.Trim().Length == 0:
                bag.Error(Codes.EmptyValue, node.Span, $"'{key}' is empty.", $"Write `{key}: {example}`, or remove the key.");
                return null;
            case ScalarNode scalar:
                return scalar;
            default:
                bag.Error(Codes.ExpectedScalar, node.Span, $"'{key}' takes a single value, not {node.What}.", $"Write `{key}: {example}`.");
                return null;
        }
    }

    /// <summary>Text of at most <paramref name="longest"/> characters.</summary>
    public string? Text(SyntaxNode node, string key, string example, int longest = 100)
    {
        ScalarNode? scalar = Scalar(node, key, example);
        if (scalar is not null && scalar.Text.Length > longest)
        {
            bag.Error(Codes.TooLong, scalar.Span, $"'{key}' has {scalar.Text.Length:N0} characters; the most is {longest:N0}.", "Shorten it.");
            return null;
        }

        return scalar?.Text.Trim();
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Whole(SyntaxNode node, string key, string example, int minimum, int maximum)
    {
        ScalarNode? scalar = Scalar(node, key, example);
        if (scalar is null)
        {
            return null;
        }

        if (!NumberParser.TryRead(scalar.Text, out double number))
        {
            bag.Error(Codes.NotAQuantity, scalar.Span, $"'{key}' takes a whole number, not '{scalar.Text}'.", $"Write `{key}: {example}`.");
            return null;
        }

        if (number != Math.Floor(number))
        {
            bag.Error(Codes.NotWhole, scalar.Span, $"'{key}' takes a whole number, not {scalar.Text}.", $"Write `{key}: {example}`.");
            return null;
        }

        if (number < minimum || number > maximum)
        {
            bag.Error(Codes.OutOfBounds, scalar.Span, $"'{key}' is {scalar.Text}, and lies between {minimum:N0} and {maximum:N0}.", $"Write `{key}: {example}`.");
            return null;
        }

        return (int)number;
    }

    /// <summary>A share between 0 and 1.</summary>
    public double? Share(SyntaxNode node, string key, string example)
    {
        ScalarNode? scalar = Scalar(node, key, example);
        if (scalar is null || Quantity(scalar, key, Dimension.Share) is not { } share)
        {
            return null;
        }

        if (share is < 0 or > 1)
        {
            bag.Error(Codes.NotAShare, scalar.Span, $"'{key}' is {scalar.Text}, and a share lies between 0% and 100%.", $"Write `{key}: {example}`.");
            return null;
        }

        return share;
    }

    /// <summary>A quantity within bounds, canonical unit.</summary>
    public double? Quantity(SyntaxNode node, string key, Dimension dimension, double minimum, double maximum)
    {
        string example = Dimensions.Example(dimension);
        ScalarNode? scalar = Scalar(node, key, example);
        if (scalar is null)
        {
            return null;
        }

        if (dimension == Dimension.Switch)
        {
            return Switch(node, key) is { } on ? (on ? 1 : 0) : null;
        }

        if (Quantity(scalar, key, dimension) is not { } value)
        {
            return null;
        }

        if (value < minimum - 1e-9 || value > maximum + 1e-9)
        {
            string low = QuantityParser.Format(minimum, dimension);
            string high = QuantityParser.Format(maximum, dimension);
            bag.Error(
                Codes.OutOfBounds, scalar.Span,
                minimum == maximum ? $"'{key}' is {scalar.Text}, and can only be {low}." : $"'{key}' is {scalar.Text}, and lies between {low} and {high}.",
                $"Write a value within the bounds, such as `{key}: {QuantityParser.Format(Math.Clamp(value, minimum, maximum), dimension)}`.");
            return null;
        }

        return value;
    }

    /// <summary>A quantity of one dimension, unbounded.</summary>
    public double? Quantity(ScalarNode scalar, string key, Dimension dimension)
    {
        string text = scalar.Text.Trim();
        string example = Dimensions.Example(dimension);
        string expected = $"{Dimensions.Describe(dimension)}, such as {example}";
        if (dimension == Dimension.PerWeek && Rhythm(text) is { } rhythm)
        {
            return rhythm;
        }

        if (text.StartsWith('£'))
        {
            bag.Error(Codes.WrongDimension, scalar.Span, $"'{key}' takes {expected}; '{text}' is an amount of money.", "Money goes into `cost`.");
            return null;
        }

        switch (QuantityParser.TryRead(text, out Quantity quantity, out string unit))
        {
            case QuantityParser.Outcome.Clock:
                bag.Error(Codes.ClockTime, scalar.Span, $"'{text}' could be minutes and seconds, or hours and minutes.", $"Write {expected}.");
                return null;
            case QuantityParser.Outcome.NoNumber:
                bag.Error(Codes.NotAQuantity, scalar.Span, $"'{key}' takes {expected}, not '{text}'.", $"Write `{key}: {example}`.");
                return null;
            case QuantityParser.Outcome.UnknownUnit:
                bag.Error(Codes.UnknownUnit, scalar.Span, $"'{unit}' is not a unit that is known; '{key}' takes {expected}.", NearestWord.Hint(QuantityParser.Normalise(unit), QuantityParser.UnitNames.Where(u => u.Length > 1)) ?? $"Write `{key}: {example}`.");
                return null;
        }

        if (quantity.Dimension == dimension)
        {
            // The calendar of a run is made of days: a month and a year are rounded to whole ones.
            return dimension == Dimension.Duration ? Math.Round(quantity.Value, MidpointRounding.AwayFromZero) : quantity.Value;
        }

        if (!quantity.HasUnit)
        {
            if (dimension == Dimension.Share && quantity.Value is >= 0 and <= 1)
            {
                return quantity.Value;
            }

            string fix = dimension == Dimension.Share ? $"{text}%" : With(example[(example.IndexOf(' ', StringComparison.Ordinal) + 1)..], text);
            bag.Error(Codes.MissingUnit, scalar.Span, $"'{key}' takes {expected}; '{text}' has no unit.", $"Did you mean `{key}: {fix}`?");
            return null;
        }

        // "2 days/week" is days at home; "2 per week" could be meant by it, and the other way round.
        if ((dimension, quantity.Dimension) is (Dimension.DaysPerWeek, Dimension.PerWeek))
        {
            bag.Error(Codes.WrongDimension, scalar.Span, $"'{key}' takes {expected}; '{text}' does not say what happens so often.", $"Did you mean `{key}: {With("days/week", text.Split(' ', '/')[0])}`?");
            return null;
        }

        bag.Error(
            Codes.WrongDimension, scalar.Span, $"'{key}' takes {expected}; '{text}' is {Dimensions.Describe(quantity.Dimension)}.",
            $"Write `{key}: {example}`.");
        return null;
    }

    /// <summary>A stretch of the calendar in days, within bounds.</summary>
    public double? Quantity(ScalarNode scalar, string key, double minimum, double maximum) =>
        Quantity(scalar, key, Dimension.Duration, minimum, maximum);

    /// <summary>Yes or no, however YAML tools write it.</summary>
    public bool? Switch(SyntaxNode node, string key)
    {
        ScalarNode? scalar = Scalar(node, key, "yes");
        switch (scalar?.Text.Trim().ToLowerInvariant())
        {
            case null:
                return null;
            case "yes" or "on" or "true" or "y":
                return true;
            case "no" or "off" or "false" or "n":
                return false;
            default:
                bag.Error(Codes.NotASwitch, scalar.Span, $"'{key}' takes yes or no, not '{scalar.Text}'.", $"Write `{key}: yes` or `{key}: no`.");
                return null;
        }
    }

    /// <summary>One of a few words; the word as the language spells it.</summary>
    public string? Choice(SyntaxNode node, string key, IReadOnlyList<string> words)
    {
        ScalarNode? scalar = Scalar(node, key, words[0]);
        return scalar is null ? null : Choice(scalar, key, words);
    }

    /// <summary>One of a few words.</summary>
    public string? Choice(ScalarNode scalar, string key, IReadOnlyList<string> words)
    {
        string text = scalar.Text.Trim();
        foreach (string word in words)
        {
            if (word.Equals(text.Replace('_', ' '), StringComparison.OrdinalIgnoreCase) || word.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        bag.Error(
            Codes.UnknownChoice, scalar.Span, $"'{key}' takes one of {string.Join(", ", words.Select(w => $"'{w}'"))}, not '{text}'.",
            NearestWord.Hint(text, words) ?? $"Write `{key}: {words[0]}`.");
        return null;
    }

    /// <summary>A date.</summary>
    public DateOnly? Date(SyntaxNode node, string key, string example)
    {
        ScalarNode? scalar = Scalar(node, key, example);
        return scalar is null ? null : Date(scalar, key, example);
    }

    /// <summary>A date.</summary>
    public DateOnly? Date(ScalarNode scalar, string key, string example)
    {
        switch (DateParser.TryRead(scalar.Text, key is "start" or "phase_in", out DateOnly date, out string? suggestion))
        {
            case DateParser.Outcome.Read:
                return date;
            case DateParser.Outcome.Impossible:
                bag.Error(Codes.ImpossibleDate, scalar.Span, $"'{scalar.Text}' is not a day of any calendar.", suggestion);
                return null;
            default:
                bag.Error(Codes.NotADate, scalar.Span, $"'{key}' takes a date, not '{scalar.Text}'.", suggestion ?? $"Write `{key}: {example}`.");
                return null;
        }
    }

    /// <summary>A stretch of the calendar.</summary>
    public CalendarSpan? Span(SyntaxNode node, string key, string example)
    {
        ScalarNode? scalar = Scalar(node, key, example);
        if (scalar is null || Quantity(scalar, key, Dimension.Duration) is not { } days)
        {
            return null;
        }

        if (days is < 0 or > 40_000 || !CalendarSpan.TryRead(scalar.Text, out CalendarSpan span))
        {
            bag.Error(Codes.OutOfBounds, scalar.Span, $"'{key}' is {scalar.Text}, and lies between 0 days and 100 years.", $"Write `{key}: {example}`.");
            return null;
        }

        return span;
    }

    /// <summary>One word or a list of words, each with its place.</summary>
    public IReadOnlyList<ScalarNode> Words(SyntaxNode node, string key, string example)
    {
        if (node is SequenceNode { Items.Count: 0 })
        {
            bag.Error(Codes.EmptyValue, node.Span, $"'{key}' is an empty list.", $"Write `{key}: {example}`, or remove the key.");
            return [];
        }

        if (node is SequenceNode list)
        {
            return [.. list.Items.Select(item => Scalar(item, key, example)).OfType<ScalarNode>()];
        }

        return Scalar(node, key, example) is { } single ? [single] : [];
    }

    /// <summary>One or several of some words, a bit each in their order; null when none of them is there.</summary>
    public int? Bits(SyntaxNode node, string key, IReadOnlyList<string> words)
    {
        int bits = 0;
        foreach (ScalarNode word in Words(node, key, words[0]))
        {
            if (Choice(word, key, words) is { } chosen)
            {
                bits |= 1 << words.ToList().IndexOf(chosen);
            }
        }

        return bits == 0 ? null : bits;
    }

    private static double? Rhythm(string text) => text.ToLowerInvariant() switch
    {
        "daily" or "every day" => 7,
        "weekly" or "every week" or "once a week" => 1,
        "twice a week" => 2,
        _ => null,
    };

    // "1 day/week", "2 days/week"; a unit's first word is the one that has a plural.
    private static string With(string unit, string number)
    {
        int end = unit.AsSpan().IndexOfAny(' ', '/');
        string first = end < 0 ? unit : unit[..end];
        return $"{number} {(number == "1" && first.EndsWith('s') ? first[..^1] : first)}{unit[first.Length..]}";
    }
}
