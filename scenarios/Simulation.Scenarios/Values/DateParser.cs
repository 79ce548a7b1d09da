using System.Globalization;

namespace Simulation.Scenarios.Values;

/// <summary>Dates: <c>2027-01-04</c> or <c>4 January 2027</c>. Nothing that two countries read differently.</summary>
internal static class DateParser
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>How reading went.</summary>
    public enum Outcome
    {
        /// <summary>A date.</summary>
        Read,

        /// <summary>The right form, but no such day.</summary>
        Impossible,

        /// <summary>Not a date.</summary>
        NotADate,
    }

    /// <summary>Reads <paramref name="text"/>; <paramref name="suggestion"/> is what was probably meant.</summary>
    /// <param name="text">The text.</param>
    /// <param name="firstOfMonth">Whether <c>January 2027</c> is its first day: of what starts then, not of what ends.</param>
    /// <param name="date">The date.</param>
    /// <param name="suggestion">What was probably meant.</param>
    public static Outcome TryRead(string text, bool firstOfMonth, out DateOnly date, out string? suggestion)
    {
        date = default;
        suggestion = null;
        string trimmed = text.Trim();
        string[] iso = trimmed.Split('-');
        if (iso.Length == 3 && iso[0].Length == 4 && Array.TrueForAll(iso, IsNumber) && iso[1].Length <= 2 && iso[2].Length <= 2)
        {
            return Build(iso[0], Parse(iso[1]), iso[2], out date, out suggestion);
        }

        string[] words = trimmed.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (firstOfMonth && words.Length == 2 && IsNumber(words[1]) && words[1].Length == 4 && MonthOf(words[0]) is > 0 and var whole)
        {
            return Build(words[1], whole, "1", out date, out suggestion);
        }

        if (words.Length == 3 && IsNumber(words[2]) && words[2].Length == 4)
        {
            string day = words[0].TrimEnd('s', 't', 'n', 'd', 'r', 'h');
            int month = MonthOf(words[1]);
            if (month > 0 && IsNumber(day) && day.Length <= 2)
            {
                return Build(words[2], month, day, out date, out suggestion);
            }
        }

        suggestion = Suggest(trimmed) ?? SuggestMonth(words);
        return Outcome.NotADate;
    }

    /// <summary><c>2027-01-04</c>.</summary>
    public static string Format(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>4 January 2027</c>.</summary>
    public static string InWords(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static Outcome Build(string year, int month, string day, out DateOnly date, out string? suggestion)
    {
        date = default;
        suggestion = null;
        int y = Parse(year);
        int d = Parse(day);
        if (y is < 1900 or > 2200)
        {
            suggestion = "Years from 1900 to 2200 are known.";
            return Outcome.Impossible;
        }

        if (month is < 1 or > 12)
        {
            suggestion = d is >= 1 and <= 12 && month is >= 1 and <= 31 ? $"Did you mean '{y:0000}-{d:00}-{month:00}'?" : "Months are 01 to 12.";
            return Outcome.Impossible;
        }

        int last = DateTime.DaysInMonth(y, month);
        if (d < 1 || d > last)
        {
            suggestion = $"That month ends on '{y:0000}-{month:00}-{last:00}'.";
            return Outcome.Impossible;
        }

        date = new DateOnly(y, month, d);
        return Outcome.Read;
    }

    private static string? Suggest(string text)
    {
        string[] parts = text.Split('/', '.', '-');
        if (parts.Length == 3 && Array.TrueForAll(parts, IsNumber) && parts[2].Length == 4
            && Parse(parts[2]) is >= 1 and <= 9999 && Parse(parts[1]) is >= 1 and <= 12 && Parse(parts[0]) >= 1 && Parse(parts[0]) <= DateTime.DaysInMonth(Parse(parts[2]), Parse(parts[1])))
        {
            return $"Write '{parts[2]}-{Parse(parts[1]):00}-{Parse(parts[0]):00}' if the day comes first.";
        }

        return null;
    }

    private static string? SuggestMonth(string[] words)
    {
        if (words.Length != 2 || !IsNumber(words[1]) || words[1].Length != 4 || MonthOf(words[0]) is not (> 0 and var month)
            || Parse(words[1]) is < 1900 or > 2200)
        {
            return null;
        }

        DateOnly first = new(Parse(words[1]), month, 1);
        return $"Write '{Format(first)}' for its first day or '{Format(first.AddMonths(1).AddDays(-1))}' for its last.";
    }

    private static int MonthOf(string word)
    {
        string lower = word.ToLowerInvariant().TrimEnd('.');
        if (lower.Length < 3)
        {
            return 0;
        }

        return 1 + Array.FindIndex(Months, m => m.StartsWith(lower == "sept" ? "sep" : lower, StringComparison.Ordinal));
    }

    private static bool IsNumber(string text) => text.Length is > 0 and <= 4 && text.All(char.IsAsciiDigit);

    private static int Parse(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
