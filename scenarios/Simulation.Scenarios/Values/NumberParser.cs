using System.Globalization;

namespace Simulation.Scenarios.Values;

/// <summary>Plain decimal numbers: <c>1,200</c>, <c>0.5</c>, <c>−3</c>, <c>010</c> (ten: there is no octal here).</summary>
internal static class NumberParser
{
    /// <summary>Reads a number at the start of <paramref name="text"/>; <paramref name="used"/> characters belong to it.</summary>
    public static bool TryReadStart(string text, out double number, out int used)
    {
        number = 0;
        int at = 0;
        double sign = 1;
        if (at < text.Length && text[at] is '+' or '-' or '\u2212')
        {
            sign = text[at] == '+' ? 1 : -1;
            at++;
        }

        int first = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == ',' && IsThousands(text, at))))
        {
            at++;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }
        }

        used = at;
        string digits = text[first..at].Replace(",", string.Empty, StringComparison.Ordinal);

        // Twenty digits are more than any count, sum or share; longer ones are a slip, not a number.
        if (digits.Length is 0 or > 20 || !digits.Any(char.IsAsciiDigit)
            || !double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value))
        {
            return false;
        }

        number = sign * value;
        return true;
    }

    /// <summary>Reads a text that is a number and nothing else.</summary>
    public static bool TryRead(string text, out double number)
    {
        string trimmed = text.Trim();
        return TryReadStart(trimmed, out number, out int used) && used == trimmed.Length;
    }

    private static bool IsThousands(string text, int comma) =>
        comma > 0 && char.IsAsciiDigit(text[comma - 1]) && comma + 3 < text.Length + 0
        && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && (comma + 4 >= text.Length || !char.IsAsciiDigit(text[comma + 4]));
}
