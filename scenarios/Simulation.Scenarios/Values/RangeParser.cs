namespace Simulation.Scenarios.Values;

/// <summary>Ranges as people write them: <c>16 to 34</c>, <c>16-34</c>, <c>16–34</c>, <c>10% to 60%</c>.</summary>
internal static class RangeParser
{
    /// <summary>The two ends as text; false when the text is not a range.</summary>
    public static bool TrySplit(string text, out string from, out string to)
    {
        string trimmed = text.Trim();
        foreach (string separator in new[] { " to ", " – ", " - ", "–", ".." })
        {
            int at = trimmed.IndexOf(separator, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && at + separator.Length < trimmed.Length)
            {
                from = trimmed[..at].Trim();
                to = trimmed[(at + separator.Length)..].Trim();
                return true;
            }
        }

        // A hyphen counts only between a digit (or %) and a digit: `2027-01-04` is caught by whoever reads dates first.
        int hyphen = trimmed.IndexOf('-', 1 < trimmed.Length ? 1 : 0);
        if (hyphen > 0 && hyphen + 1 < trimmed.Length && trimmed.IndexOf('-', hyphen + 1) < 0
            && (char.IsAsciiDigit(trimmed[hyphen - 1]) || trimmed[hyphen - 1] == '%') && char.IsAsciiDigit(trimmed[hyphen + 1]))
        {
            from = trimmed[..hyphen].Trim();
            to = trimmed[(hyphen + 1)..].Trim();
            return true;
        }

        from = to = string.Empty;
        return false;
    }
}
