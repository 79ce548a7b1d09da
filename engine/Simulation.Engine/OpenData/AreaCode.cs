namespace Simulation.Engine.OpenData;

/// <summary>Codes of the Government Statistical Service: a letter for the country, two digits for the kind of area, six for the area.</summary>
internal static class AreaCode
{
    /// <summary>Lower layer super output area.</summary>
    public const string Neighbourhood = "an LSOA";

    /// <summary>Middle layer super output area.</summary>
    public const string Zone = "an MSOA";

    /// <summary>Local authority district.</summary>
    public const string Place = "a local authority district";

    /// <summary>Whether a text has the form of a code.</summary>
    public static bool IsCode(ReadOnlySpan<char> text) =>
        text.Length == 9 && char.IsAsciiLetterUpper(text[0]) && !text[1..].ContainsAnyExceptInRange('0', '9');

    /// <summary>What is wrong with a code that should be of a kind of area, as the end of a sentence; null when nothing is.</summary>
    /// <param name="text">The code.</param>
    /// <param name="kind">The kind expected.</param>
    public static string? Fault(ReadOnlySpan<char> text, string kind)
    {
        if (text.IsEmpty)
        {
            return "the cell is empty; a value is needed here.";
        }

        if (!IsCode(text))
        {
            var total = text.Contains("total", StringComparison.OrdinalIgnoreCase) || text is "All" || text is "England";
            return total
                ? $"'{text}' is no code: a row of totals would be counted beside the rows that it adds up; remove it."
                : $"the code of {kind} (a capital letter and eight digits) was expected, found '{(text.Length > 40 ? $"{text[..40]}…" : text)}'.";
        }

        return KindOf(text) is { } found && found != kind
            ? $"'{text}' is the code of {found}, and that of {kind} was expected; correct the column, or use the table for that kind of area."
            : null;
    }

    private static string? KindOf(ReadOnlySpan<char> code) => code[1..3] switch
    {
        "00" => "an output area",
        "01" => Neighbourhood,
        "02" => Zone,
        "05" => "a ward",
        "06" or "07" or "08" or "09" => Place,
        "10" or "11" or "12" or "92" => "a county, a region or a country",
        _ => null,
    };
}
