namespace Simulation.Scenarios.Diagnostics;

/// <summary>Breaks text at words.</summary>
public static class TextWrap
{
    private const char NoBreak = '\u00a0';

    /// <summary>
    /// The lines of <paramref name="text"/>, none longer than <paramref name="width"/> unless one word is. No-break spaces hold
    /// words together and are printed as plain ones, so that what is printed can be searched for.
    /// </summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        string line = string.Empty;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.Replace(NoBreak, ' ');
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }

        yield return line.Replace(NoBreak, ' ');
    }

    /// <summary>
    /// <paramref name="text"/> with those of its lines that are longer than <paramref name="width"/> broken at words; what goes
    /// on is set in by two. Lines that fit stay as they are.
    /// </summary>
    public static string Fit(string text, int width)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(Environment.NewLine, text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length <= width ? line : Broken(line, width)));
    }

    private static string Broken(string line, int width)
    {
        string indent = line[..(line.Length - line.TrimStart().Length)];
        return indent + string.Join(Environment.NewLine + indent + "  ", Lines(line, width - indent.Length - 2));
    }
}
