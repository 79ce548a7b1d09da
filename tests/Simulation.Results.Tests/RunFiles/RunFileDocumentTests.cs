using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Simulation.Engine.Observation;
using Simulation.Results.Indicators;

namespace Simulation.Results.Tests.RunFiles;

/// <summary>Holds the README of the format to a file as it is written.</summary>
public sealed partial class RunFileDocumentTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteConnection connection;
    private readonly string readme = File.ReadAllText(Readme()).ReplaceLineEndings("\n");

    public RunFileDocumentTests()
    {
        Example.Write(folder.File("a.run"), Example.Weeks(), null, Example.Effect());
        connection = new SqliteConnection($"Data Source={folder.File("a.run")};Mode=ReadOnly;Pooling=False");
        connection.Open();
    }

    public void Dispose()
    {
        connection.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Tables_AndTheirColumns_AreThoseDocumented()
    {
        var written = Ask("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'")
            .Select(table => $"{table}: {string.Join(", ", Ask($"SELECT name FROM pragma_table_info('{table}') ORDER BY cid"))}");

        TableLine().Matches(readme).Select(m => $"{m.Groups[1].Value}: {m.Groups[2].Value}").ShouldBe(written, ignoreOrder: true);
    }

    [Fact]
    public void Manifest_Keys_AreThoseDocumented()
    {
        string keys = KeysOfManifest().Match(readme).Groups[1].Value.Replace('\n', ' ');

        keys.Split(", ").ShouldBe(Ask("SELECT key FROM manifest"), ignoreOrder: true);
    }

    [Fact]
    public void Stratifications_AreThoseDocumented()
    {
        string kinds = Kinds().Match(readme).Groups[1].Value;

        kinds.Split(", ").ShouldBe(typeof(Stratification).GetFields().Select(f => (string)f.GetRawConstantValue()!), ignoreOrder: true);
    }

    [Fact]
    public void Examples_InSql_RunAndFormWhatFiguresForms()
    {
        string[] examples = [.. Sql().Matches(readme).Select(m => m.Groups[1].Value)];
        examples.Length.ShouldBe(4);
        Array.ForEach(examples, sql => Ask(sql));

        Ask(examples[1]).ShouldBe(["0.5"]);

        RunInMemory run = new("a");
        foreach (ExampleWeek week in Example.Weeks())
        {
            run.Record(new WeekCounts { Date = week.Date, Strata = Example.Strata, Indicators = Indicator.All, Tallies = week.Tallies });
        }

        double[] slopes = [.. Ask(examples[3], column: 1).Select(s => double.Parse(s, System.Globalization.CultureInfo.InvariantCulture))];
        double[] formed = [.. run.Read("all", "sii_inactive").Select(r => r.Value)];
        slopes.Length.ShouldBe(formed.Length);
        for (int i = 0; i < slopes.Length; i++)
        {
            slopes[i].ShouldBe(formed[i], 1e-12);
        }
    }

    [GeneratedRegex(@"^\| `(\w+)` \| `([\w, ]+)` \|", RegexOptions.Multiline)]
    private static partial Regex TableLine();

    [GeneratedRegex(@"Keys of `manifest`: `([\w,\s]+)`")]
    private static partial Regex KeysOfManifest();

    [GeneratedRegex(@"`by`: one of `([\w, ]+)`")]
    private static partial Regex Kinds();

    [GeneratedRegex(@"```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sql();

    private static string Readme([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "scenarios", "Simulation.Results", "README.md");

    private List<string> Ask(string sql, int column = 0)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read())
        {
            values.Add(reader.IsDBNull(column) ? string.Empty : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return values;
    }
}
