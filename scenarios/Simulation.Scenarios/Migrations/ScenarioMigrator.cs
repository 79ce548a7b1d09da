using System.Globalization;
using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Resolution;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Migrations;

/// <summary>What came of bringing a file forward.</summary>
/// <param name="Text">The new text; null when the file cannot be read at all.</param>
/// <param name="Changes">What was changed, one line each, with its place in the old text.</param>
/// <param name="Diagnostics">Why the file cannot be read.</param>
public sealed record MigrationResult(string? Text, IReadOnlyList<string> Changes, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Brings files of older versions forward; comments, order and blank lines stay as they are.</summary>
public static class ScenarioMigrator
{
    private static readonly IReadOnlyList<IMigration> Migrations = [new DraftToVersion1()];

    /// <summary>Brings <paramref name="text"/> forward to the version that this program reads.</summary>
    public static MigrationResult Migrate(string text, string name)
    {
        var changes = new List<string>();
        string current = text;
        for (int step = 0; step <= Migrations.Count; step++)
        {
            var bag = new DiagnosticBag();
            SourceText? source = SourceLoader.Check(new SourceText(name, current), bag);
            if (source is null || YamlSyntaxReader.Read(source, bag) is not MappingNode root)
            {
                return new MigrationResult(null, changes, bag.Ordered());
            }

            MappingEntry? version = root.Find("version");
            int number = version?.Value is ScalarNode { Text: var written } && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int read) ? read
                : root.Find("scenario") is null && (root.Find("name") ?? root.Find("measures")) is not null ? 0 : ScenarioBuilder.Version;
            if (number > ScenarioBuilder.Version)
            {
                bag.Error(Codes.Version, version!.Value.Span, $"The file is in version {number} of the language; this program reads version {ScenarioBuilder.Version}.", "Use a newer program.");
                return new MigrationResult(null, changes, bag.Ordered());
            }

            IMigration? migration = Migrations.FirstOrDefault(m => m.From == number);
            if (migration is null)
            {
                return new MigrationResult(version is null ? Stamp(current, root, changes) : current, changes, []);
            }

            var edits = new List<TextEdit>(migration.Edits(root));
            if (version is not null)
            {
                edits.Add(new TextEdit(version.Value.Span, $"{number + 1}", $"version {number} becomes {number + 1}"));
            }

            current = Apply(current, edits);
            changes.AddRange(edits.OrderBy(e => e.Span.Line).ThenBy(e => e.Span.Column).Select(e => $"{e.Span}: {e.Reason}"));
            if (version is null)
            {
                var again = new SourceText(name, current);
                current = Stamp(current, (MappingNode)YamlSyntaxReader.Read(again, new DiagnosticBag())!, changes);
            }
        }

        return new MigrationResult(current, changes, []);
    }

    private static string Stamp(string text, MappingNode root, List<string> changes)
    {
        if (root.Entries.Count == 0 || root.Find("scenario") is not { } name || name.Key.Span.Column != 1)
        {
            return text;
        }

        // Below the name, where a reader looks for it.
        int at = name.Value is ScalarNode { Quoted: false } ? name.Key.Span.Line : name.Key.Span.Line - 1;
        List<string> lines = [.. text.Split('\n')];
        lines.Insert(at, $"version: {ScenarioBuilder.Version}");
        changes.Add($"version {ScenarioBuilder.Version} is written down");
        return string.Join('\n', lines);
    }

    private static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        string[] lines = text.Split('\n');
        foreach (TextEdit edit in edits.OrderByDescending(e => e.Span.Line).ThenByDescending(e => e.Span.Column))
        {
            string line = lines[edit.Span.Line - 1];
            lines[edit.Span.Line - 1] = line[..(edit.Span.Column - 1)] + edit.Replacement + line[(edit.Span.EndColumn - 1)..];
        }

        return string.Join('\n', lines);
    }
}
