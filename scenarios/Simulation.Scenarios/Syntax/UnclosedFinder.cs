using Simulation.Scenarios.Sources;

namespace Simulation.Scenarios.Syntax;

/// <summary>Finds the quote or bracket that is still open at the end of a text that YAML could not read.</summary>
internal static class UnclosedFinder
{
    /// <summary>Where each was opened; null when all are closed.</summary>
    public static (SourceSpan? Quote, SourceSpan? Bracket) Find(SourceText source)
    {
        var brackets = new Stack<(char Close, SourceSpan Span)>();
        SourceSpan? opened = null;
        char quote = '\0';
        for (int number = 1; number <= source.LineCount; number++)
        {
            string line = source.Line(number);
            for (int i = 0; i < line.Length; i++)
            {
                char c = line[i];
                if (quote != '\0')
                {
                    if (c == '\\' && quote == '"')
                    {
                        i++;
                    }
                    else if (c == quote && quote == '\'' && i + 1 < line.Length && line[i + 1] == '\'')
                    {
                        i++;
                    }
                    else if (c == quote)
                    {
                        quote = '\0';
                        opened = null;
                    }

                    continue;
                }

                bool mayStart = i == 0 || line[i - 1] is ' ' or '[' or '{' or ',';
                if (c == '#' && (i == 0 || line[i - 1] == ' '))
                {
                    break;
                }

                // Inside a plain word an apostrophe or a bracket is a letter; they count only where a value may start.
                if (c is '"' or '\'' && mayStart)
                {
                    quote = c;
                    opened = new SourceSpan(source, number, i + 1, number, i + 2);
                }
                else if (c is '[' or '{' && mayStart)
                {
                    brackets.Push((c == '[' ? ']' : '}', new SourceSpan(source, number, i + 1, number, i + 2)));
                }
                else if (brackets.Count > 0 && c == brackets.Peek().Close)
                {
                    brackets.Pop();
                }
            }
        }

        return (opened, brackets.Count > 0 ? brackets.Peek().Span : null);
    }
}
