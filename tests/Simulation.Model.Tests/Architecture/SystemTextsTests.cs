using System.Text.RegularExpressions;

namespace Simulation.Model.Tests.Architecture;

/// <summary>
/// What .NET or SQLite says of a file is for programmers: a handler of such an error says it in words of
/// <see cref="Simulation.Engine.Files.FileFault"/> and never repeats the system's.
/// </summary>
public partial class SystemTextsTests
{
    [Fact]
    public void Handlers_OfFileErrors_NeverRepeatTheSystemsText()
    {
        string[] roots = ["engine", "scenarios", "viewer"];
        List<string> found = [];
        int handlers = 0;
        foreach (string file in roots.SelectMany(root => Directory.EnumerateFiles(Path.Combine(Repository.Root(), root), "*.cs", SearchOption.AllDirectories)))
        {
            if (file.Contains("/obj/", StringComparison.Ordinal) || file.Contains("/node_modules/", StringComparison.Ordinal))
            {
                continue;
            }

            string text = File.ReadAllText(file);
            foreach (Match handler in Handler().Matches(text))
            {
                handlers++;
                if (Said().IsMatch(Body(text, handler.Index + handler.Length)))
                {
                    found.Add($"{Path.GetFileName(file)}: {handler.Value.Split('\n')[0].Trim()}");
                }
            }
        }

        found.ShouldBeEmpty();
        handlers.ShouldBeGreaterThan(10);
    }

    [GeneratedRegex(@"catch \(((IOException|UnauthorizedAccessException|SqliteException) \w+\)|Exception \w+\) when \([^\n]*\b(IOException|UnauthorizedAccessException|SqliteException)\b[^\n]*\))(\s*when \([^\n]*\))?\s*\{")]
    private static partial Regex Handler();

    [GeneratedRegex(@"\b(e|error|exception|failure|fault)\.Message\b")]
    private static partial Regex Said();

    /// <summary>The text up to the brace that closes the one before <paramref name="start"/>.</summary>
    private static string Body(string text, int start)
    {
        int depth = 1;
        int at = start;
        while (depth > 0 && at < text.Length)
        {
            depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
            at++;
        }

        return text[start..at];
    }
}
