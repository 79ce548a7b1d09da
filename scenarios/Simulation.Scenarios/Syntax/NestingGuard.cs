using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;

namespace Simulation.Scenarios.Syntax;

/// <summary>
/// Refuses texts whose nesting alone would cost the YAML scanner time that grows with its square: counts brackets and
/// indentation without understanding either.
/// </summary>
internal static class NestingGuard
{
    private const int Levels = 200;

    /// <summary>False after a diagnostic when the text nests absurdly deep.</summary>
    public static bool Check(SourceText source, DiagnosticBag bag)
    {
        int open = 0;
        for (int number = 1; number <= source.LineCount; number++)
        {
            string line = source.Line(number);
            int dashes = 0;
            for (int i = 0; i < line.Length; i++)
            {
                char c = line[i];
                if (c == '#' && (i == 0 || line[i - 1] == ' '))
                {
                    break;
                }

                open += c is '[' or '{' ? 1 : c is ']' or '}' && open > 0 ? -1 : 0;
                dashes += c is '-' or '?' && (i + 1 == line.Length || line[i + 1] == ' ') ? 1 : 0;
                if (open > Levels || dashes > Levels)
                {
                    bag.Error(
                        Codes.TooDeep, new SourceSpan(source, number, i + 1, number, i + 2),
                        $"Blocks are nested more than {SyntaxLimits.Depth} levels deep here.", "No scenario needs that: check the brackets and the indentation.");
                    return false;
                }
            }
        }

        return true;
    }
}
