namespace Simulation.Scenarios;

/// <summary>Breaks text at words.</summary>
public static class TextWrap
{
    /// <summary>The lines of <paramref name="text"/>, none longer than <paramref name="width"/> unless one word is.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        string line = string.Empty;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }

        yield return line;
    }
}
