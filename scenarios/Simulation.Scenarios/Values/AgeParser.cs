namespace Simulation.Scenarios.Values;

/// <summary>Ages: <c>16 to 34</c>, <c>under 11</c>, <c>65 and over</c>, <c>65+</c>, <c>adults</c>, <c>children</c>, <c>40</c>.</summary>
internal static class AgeParser
{
    /// <summary>Age that stands for 90 and over.</summary>
    public const int Oldest = 90;

    /// <summary>Reads <paramref name="text"/>; the ends may still run backwards or lie outside 0–90.</summary>
    public static bool TryRead(string text, out int minimum, out int maximum)
    {
        minimum = 0;
        maximum = Oldest;
        string words = string.Join(' ', text.Trim().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        words = words.StartsWith("aged ", StringComparison.Ordinal) ? words[5..] : words;
        switch (words)
        {
            case "all":
                return true;
            case "adults":
                minimum = 16;
                return true;
            case "children":
                maximum = 15;
                return true;
        }

        if (words.StartsWith("under ", StringComparison.Ordinal) && Whole(words[6..], out int below))
        {
            maximum = below - 1;
            return true;
        }

        if (words.StartsWith("over ", StringComparison.Ordinal) && Whole(words[5..], out int above))
        {
            minimum = above + 1;
            return true;
        }

        foreach (string suffix in new[] { " and over", " or over", " and older", "+" })
        {
            if (words.EndsWith(suffix, StringComparison.Ordinal))
            {
                return Whole(words[..^suffix.Length], out minimum);
            }
        }

        if (RangeParser.TrySplit(words, out string from, out string to))
        {
            return Whole(from, out minimum) && Whole(to, out maximum);
        }

        bool one = Whole(words, out minimum);
        maximum = minimum;
        return one;
    }

    private static bool Whole(string text, out int age)
    {
        bool read = NumberParser.TryRead(text, out double number) && number == Math.Floor(number) && number is >= 0 and <= 200;
        age = read ? (int)number : 0;
        return read;
    }
}
