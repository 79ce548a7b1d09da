namespace Simulation.Engine.OpenData;

/// <summary>How a table lies in its text: what separates cells, and where the header stands.</summary>
/// <param name="Separator">Comma, semicolon, tab or vertical bar.</param>
/// <param name="Start">Index of the header's first character.</param>
/// <param name="Line">Line of the header, from 1.</param>
internal readonly record struct CsvLayout(char Separator, int Start, int Line)
{
    // Titles, dates and notes above a table of official statistics take a dozen lines.
    private const int MostLines = 60;
    private const string Separators = ",;\t|";

    /// <summary>
    /// The line and the separator that give most of the wanted names: the first of those that give as many, and a comma
    /// before the others. Nothing is guessed from the rows.
    /// </summary>
    public static CsvLayout Find(string text, IReadOnlyList<string> columns)
    {
        HashSet<string> wanted = new(columns, StringComparer.OrdinalIgnoreCase);
        var (best, found) = (new CsvLayout(',', 0, 1), 0);
        var start = 0;
        for (var line = 1; line <= MostLines && start < text.Length; line++)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            foreach (var separator in Separators)
            {
                var names = text[start..end].Split(separator).Select(name => name.Trim().Trim('"', '\uFEFF').Trim()).Count(wanted.Contains);
                if (names > found)
                {
                    (best, found) = (new CsvLayout(separator, start, line), names);
                }
            }

            start = end + 1;
        }

        return best;
    }
}
