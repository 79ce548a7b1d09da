using System.Text;

namespace Simulation.Scenarios.Diagnostics;

/// <summary>Renders diagnostics as text: the place, the line, a caret under what is meant, and the way out.</summary>
public static class DiagnosticPrinter
{
    private const int Width = 110;

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
        text.Append(diagnostic).Append('\n');
        string line = diagnostic.Span.Source.Line(diagnostic.Span.Line).Replace('\t', ' ');
        if (line.Trim().Length > 0)
        {
            int column = Math.Clamp(diagnostic.Span.Column, 1, line.Length + 1);
            int length = diagnostic.Span.EndLine == diagnostic.Span.Line ? Math.Max(1, diagnostic.Span.EndColumn - column) : 1;

            // A long line is cut to a window around the caret.
            int from = column > Width - 20 ? column - 40 : 0;
            string shown = line.Length - from > Width ? string.Concat(line.AsSpan(from, Width), " ...") : line[from..];
            length = Math.Min(length, Math.Max(1, shown.Length - (column - 1 - from)));
            string number = diagnostic.Span.Line.ToString();
            text.Append("  ").Append(number).Append(" | ").Append(shown).Append('\n');
            text.Append(' ', number.Length + 2).Append(" | ").Append(' ', column - 1 - from).Append('^', length).Append('\n');
        }

        if (diagnostic.Hint is not null)
        {
            text.Append("  hint: ").Append(diagnostic.Hint).Append('\n');
        }
    }
}
