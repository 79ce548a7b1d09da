using System.Globalization;

namespace Simulation.Engine.OpenData;

/// <summary>
/// Reads a figure as people and programs write them: grouped by threes, with a decimal comma between semicolons, with a
/// typographic minus. What may mean two things, or is no figure but a mark for one, is told and never guessed.
/// </summary>
internal static class FigureText
{
    /// <summary>Marks by which statistical offices say that a figure is withheld or not available, and those by which programs say that there is none.</summary>
    private static readonly HashSet<string> Marks = new(StringComparer.OrdinalIgnoreCase)
    {
        "c", "[c]", "*", "**", "-", "–", "—", ".", "..", "...", ":", "x", "[x]", "z", "[z]", "u", "[u]", "w", "[w]", "supp", "suppressed", "low", "[low]",
        "na", "n/a", "#n/a", "nan", "null", "none", "nil", "missing", "not available",
    };

    /// <summary>Whether a text is a mark for a figure that is withheld, not available or not applicable.</summary>
    public static bool IsMark(ReadOnlySpan<char> text) => Marks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);

    /// <summary>Reads a figure.</summary>
    /// <param name="text">The cell, without spaces around it.</param>
    /// <param name="separator">What separates cells: decides what a comma means.</param>
    /// <param name="value">The figure.</param>
    /// <param name="fault">When it is none: why, as the end of a sentence; empty where there is no more to say.</param>
    public static bool TryRead(ReadOnlySpan<char> text, char separator, out double value, out string fault)
    {
        fault = string.Empty;
        value = double.NaN;

        // A mantissa with decimals and an exponent is a large number that a spreadsheet showed, and so rounded, in a narrow column.
        var exponent = text.IndexOfAny('e', 'E');
        if (exponent > 0 && text[..exponent].ContainsAny('.', ',') && !text[exponent..].Contains('-'))
        {
            fault = "a spreadsheet has rounded it to what fitted its column; format the column as a number without decimals and save it again";
            return false;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value))
        {
            return true;
        }

        value = double.NaN;
        if (text.IsEmpty)
        {
            return false;
        }

        if (text[0] == '#')
        {
            fault = "the formula in the spreadsheet failed; mend it there and save the values";
            return false;
        }

        if (IsMark(text))
        {
            fault = "the mark of a figure that is withheld or not available; use a table that has it, or leave the area out of all files";
            return false;
        }

        if (text is ['(', .., ')'])
        {
            fault = "brackets stand for a minus in accounts; write the minus";
            return false;
        }

        return Grouped(text, separator, out value, out fault);
    }

    private static bool Grouped(ReadOnlySpan<char> text, char separator, out double value, out string fault)
    {
        Span<char> plain = stackalloc char[40];
        value = double.NaN;
        fault = string.Empty;
        if (text.Length > plain.Length)
        {
            return false;
        }

        text.CopyTo(plain);
        plain = plain[..text.Length];
        plain.Replace('\u2212', '-');
        plain.Replace('\u00A0', ' ');
        plain.Replace('\u202F', ' ');
        plain.Replace('\'', ' ');
        var commas = plain.Count(',');
        if (commas == 1 && separator != ',' && !plain.Contains('.'))
        {
            var after = plain.Length - plain.IndexOf(',') - 1;
            if (after == 3 && plain[0] != '0' && !plain.StartsWith("-0"))
            {
                fault = "that may be thousands or a decimal comma; write it without a grouping comma, or with a decimal point";
                return false;
            }

            plain.Replace(',', '.');
        }
        else if (commas > 0 && !IsGrouped(plain, ','))
        {
            fault = commas == 1 && !plain.Contains('.') ? "a decimal comma; write a decimal point" : string.Empty;
            return false;
        }

        if (plain.Contains(' ') && !IsGrouped(plain, ' '))
        {
            return false;
        }

        Span<char> bare = stackalloc char[plain.Length];
        var length = 0;
        foreach (var character in plain)
        {
            if (character is not (',' or ' '))
            {
                bare[length++] = character;
            }
        }

        return double.TryParse(bare[..length], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Whether the digits before the decimal point stand in threes: 1,234,567.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> text, char group)
    {
        var point = text.IndexOf('.');
        var whole = (point < 0 ? text : text[..point]).TrimStart("+-");
        if (point >= 0 && text[point..].Contains(group))
        {
            return false;
        }

        var first = whole.IndexOf(group);
        if (first is < 1 or > 3 || whole[0] == '0')
        {
            return false;
        }

        for (var i = first; i < whole.Length; i += 4)
        {
            if (whole[i] != group || i + 3 >= whole.Length || whole[(i + 1)..(i + 4)].ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }
        }

        return true;
    }
}
