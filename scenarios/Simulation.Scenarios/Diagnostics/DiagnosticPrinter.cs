using System.Text;

namespace Simulation.Scenarios.Diagnostics;

/// <summary>Renders diagnostics as text: the place, the line, a caret under what is meant, and the way out.</summary>
public static class DiagnosticPrinter
{
    private const int Width = 80;

    /// <summary>All of <paramref name="diagnostics"/>, then a line that counts them.</summary>
    public static string Print(IReadOnlyList<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Append(text, diagnostic);
        }

        int errors = diagnostics.Count(d => d.Severity == Severity.Error);
        int warnings = diagnostics.Count - errors;
        if (diagnostics.Count > 0)
        {
            text.Append(Count(errors, "error")).Append(", ").Append(Count(warnings, "warning")).Append('\n');
        }

        return text.ToString();
    }

    private static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";

    private static void Append(StringBuilder text, Diagnostic diagnostic)
    {
        Wrap(text, diagnostic.ToString(), "    ");
        string line = diagnostic.Span.Source.Line(diagnostic.Span.Line).Replace('\t', ' ');
        if (line.Trim().Length > 0)
        {
            int column = Math.Clamp(diagnostic.Span.Column, 1, line.Length + 1);
            int length = diagnostic.Span.EndLine == diagnostic.Span.Line ? Math.Max(1, diagnostic.Span.EndColumn - column) : 1;

            // A long line is cut to a window around the caret.
            const string Cut = " ...";
            string number = diagnostic.Span.Line.ToString();
            int room = Width - number.Length - 5;
            int from = column > room - 20 ? column - (room / 2) : 0;
            string shown = line.Length - from > room ? string.Concat(line.AsSpan(from, room - Cut.Length), Cut) : line[from..];
            length = Math.Min(length, Math.Max(1, shown.Length - (column - 1 - from)));
            text.Append("  ").Append(number).Append(" | ").Append(shown).Append('\n');
            text.Append(' ', number.Length + 2).Append(" | ").Append(' ', column - 1 - from).Append('^', length).Append('\n');
        }

        if (diagnostic.Hint is not null)
        {
            Wrap(text, "  hint: " + diagnostic.Hint, "        ");
        }
    }

    /// <summary>The words broken into lines; those after the first are indented.</summary>
    private static void Wrap(StringBuilder text, string words, string indent)
    {
        string first = words[..(words.Length - words.TrimStart().Length)];
        bool next = false;
        foreach (string line in TextWrap.Lines(words, Width - indent.Length))
        {
            text.Append(next ? indent : first).Append(line).Append('\n');
            next = true;
        }
    }
}
