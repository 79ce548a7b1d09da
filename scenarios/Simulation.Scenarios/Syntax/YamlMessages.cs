using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;
using YamlDotNet.Core;

namespace Simulation.Scenarios.Syntax;

/// <summary>Turns the YAML parser's errors into ours: where a person should look, and what to type instead.</summary>
internal static class YamlMessages
{
    /// <summary>Reports <paramref name="error"/> in the words of this product.</summary>
    public static void Report(SourceText source, YamlException error, DiagnosticBag bag)
    {
        string said = error.Message;
        int line = Math.Clamp((int)error.Start.Line, 1, source.LineCount);
        int column = Math.Max(1, (int)error.Start.Column);
        string text = source.Line(line);

        // An unclosed quote or bracket is noticed far below; the place to look is where it was opened.
        (SourceSpan? quote, SourceSpan? bracket) = UnclosedFinder.Find(source);
        if (quote is not null)
        {
            bag.Error(Codes.UnclosedQuote, quote, "A quote is opened here and never closed.", "Close it, or remove it: plain text needs no quotes.");
            return;
        }

        if (bracket is not null)
        {
            bag.Error(Codes.UnclosedBracket, bracket, "A bracket is opened here and never closed.", "Every '{' needs a '}' and every '[' a ']', with commas between the items.");
            return;
        }

        var span = new SourceSpan(source, line, column, line, column + 1);
        if (Has(said, "apping values are not allowed", "nvalid mapping") && HangsBelowAValue(source, line))
        {
            int indent = text.Length - text.TrimStart(' ').Length;
            bag.Error(
                Codes.Indentation, new SourceSpan(source, line, indent + 1, line, column), "The line is indented below a line that already has its value.",
                "Start it in the same column as the key above, or move the value of that key.");
            return;
        }

        (DiagnosticCode code, string message, string? hint) = said switch
        {
            _ when Has(said, "did not find expected ',' or", "while parsing a flow")
                => (Codes.UnclosedBracket, "A comma or a closing bracket is missing before this point.", "Put commas between the items in brackets, and quotes around text that holds a comma or a bracket."),
            _ when Has(said, "mapping values are not allowed", "Mapping values are not allowed", "invalid mapping", "Invalid mapping")
                => (Codes.Colon, "A colon followed by a space starts a value, and none may start here.", "Put text that holds ': ' in quotes, and check that the line is indented as its neighbours are."),
            _ when Has(said, "undefined alias", "anchor") => (Codes.UnknownAlias, "An alias ('*name') or anchor ('&name') is not usable here.", "Quote the value if the star or ampersand is part of it."),
            _ when Has(said, "cannot start any token") => (Codes.Syntax, $"A value cannot start with '{At(text, column)}'.", "Put the value in quotes."),
            _ when Has(said, "tab", "Tab") => (Codes.Tab, "A tab stands where YAML counts spaces.", "Replace the tab by two spaces."),
            _ when Has(said, "simple key", "expected ':'", "':' expected", "Multiple")
                => (Codes.Colon, "A key needs a colon after it.", "Write `key: value`, with a space after the colon."),
            _ when Has(said, "block mapping", "block collection", "block end", "<document start>", "document start", "indent", "Indent")
                => (Codes.Indentation, "The indentation does not fit the lines above.", "Keys of one block start in the same column; items of a list start with '- ' in the same column."),
            _ when Has(said, "escape", "Escape") => (Codes.Syntax, "A backslash in double quotes starts an escape that YAML does not know.", "Use single quotes, in which a backslash is a backslash."),
            _ when Has(said, "directive", "Directive", "version") => (Codes.Syntax, "A line that starts with '%' is a YAML directive; scenarios need none.", "Remove the line."),
            _ => (Codes.Syntax, "This is not YAML that can be read.", "Check the indentation, the colons and the quotes of this line and of the one above."),
        };
        bag.Error(code, span, message, hint);
    }

    private static bool Has(string said, params ReadOnlySpan<string> parts)
    {
        foreach (string part in parts)
        {
            if (said.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HangsBelowAValue(SourceText source, int line)
    {
        int above = line - 1;
        while (above > 0 && source.Line(above).Trim().Length == 0)
        {
            above--;
        }

        string before = source.Line(above);
        int Indent(string l) => l.Length - l.TrimStart(' ').Length;
        int colon = before.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && before[(colon + 2)..].Trim().Length > 0 && Indent(source.Line(line)) > Indent(before);
    }

    private static char At(string text, int column) => column >= 1 && column <= text.Length ? text[column - 1] : ' ';
}
