using System.Globalization;
using System.Text.RegularExpressions;
using Simulation.Engine.Observation;

namespace Simulation.Results.RunFiles;

/// <summary>
/// The layout of a run file: one SQLite database that R, pandas, Excel and DuckDB open without us.
/// </summary>
/// <remarks>
/// Those who query the file need the view <c>figure</c> and the dictionaries <c>indicator</c> and <c>stratum</c>. Behind the
/// view, one row of <c>tally</c> holds all counts of a stratum in a week, because a year of 1,600 neighbourhoods is more than
/// a million figures, and a row for each would make the file several times as large and as slow to write.
/// </remarks>
public static partial class RunFileFormat
{
    /// <summary>Version of the layout, kept in SQLite's <c>user_version</c>. A reader refuses any other.</summary>
    public const int Version = 6;

    /// <summary>SQLite's <c>application_id</c> of a run file: "SimR" in ASCII.</summary>
    public const int ApplicationId = 0x53696D52;

    /// <summary>A row of <c>tally</c> has the number of its week times this, plus the number of its stratum.</summary>
    internal const int StrataPerWeek = 1 << 20;

    /// <summary>Usual extension of a run file.</summary>
    public const string Extension = ".run";

    /// <summary>Added to the name while the run goes on; the file takes its own name only when it is whole.</summary>
    public const string PartialSuffix = ".partial";

    /// <summary>Names of the columns of <c>tally</c>, in the order of <see cref="CountKey"/>.</summary>
    public static IReadOnlyList<string> CountColumns { get; } = [.. Enum.GetValues<CountKey>().Select(ColumnOf)];

    /// <summary>Statements that make the tables.</summary>
    internal static string Schema { get; } = $"""
        CREATE TABLE manifest(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE week(id INTEGER PRIMARY KEY, date TEXT NOT NULL UNIQUE);
        CREATE TABLE indicator(
            id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, label TEXT NOT NULL, unit TEXT NOT NULL, better TEXT NOT NULL,
            window TEXT NOT NULL, form TEXT NOT NULL, numerator TEXT NOT NULL, per INTEGER NOT NULL, denominator TEXT NOT NULL,
            rests_on TEXT NOT NULL, of TEXT NOT NULL, definition TEXT NOT NULL);
        CREATE TABLE stratum(
            id INTEGER PRIMARY KEY, by TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, place TEXT, decile INTEGER, UNIQUE(by, key));
        CREATE TABLE tally(id INTEGER PRIMARY KEY, {string.Join(", ", CountColumns.Select(c => c + " INTEGER NOT NULL"))});
        CREATE TABLE dose(
            week INTEGER NOT NULL, place TEXT NOT NULL, decile INTEGER NOT NULL, sex TEXT NOT NULL, age INTEGER NOT NULL,
            {string.Join(", ", DoseBands.Names.Select(c => c + " INTEGER NOT NULL"))});
        CREATE TABLE effect(
            id INTEGER PRIMARY KEY, source TEXT NOT NULL, lever TEXT NOT NULL, rows INTEGER NOT NULL, fingerprint TEXT NOT NULL);
        CREATE TABLE validation(
            id INTEGER PRIMARY KEY, target TEXT NOT NULL, what TEXT NOT NULL, source TEXT NOT NULL,
            published REAL, tolerance REAL, model REAL, unit TEXT NOT NULL, met INTEGER NOT NULL, fitted INTEGER NOT NULL);
        {ResidentYearTable.Schema}
        CREATE TABLE profile(id INTEGER PRIMARY KEY, process TEXT NOT NULL, seconds REAL NOT NULL);
        """;

    /// <summary>A sum of counts as the dictionary writes it: names of columns of <c>tally</c> with plus signs.</summary>
    internal static string Sum(IReadOnlyList<CountKey> keys) => string.Join(" + ", keys.Select(k => CountColumns[(int)k]));

    /// <summary>The statement that makes the view <c>figure</c>: every ratio; slopes are formed from several rows.</summary>
    /// <param name="indicators">The indicators of the file.</param>
    internal static string View(IReadOnlyList<Indicator> indicators)
    {
        IEnumerable<string> parts = indicators.Where(i => i.Form == IndicatorForm.Ratio).Select(i => string.Create(CultureInfo.InvariantCulture, $"""
            SELECT week.date, '{i.Key}', stratum.by, stratum.key,
                CAST({Sum(i.Numerator)} AS REAL) / {i.Per} / ({Sum(i.Denominator)}), {Sum(i.Numerator)}, {Sum(i.Denominator)}, {Sum(i.RestsOn)}
            FROM week CROSS JOIN stratum JOIN tally ON tally.id = week.id * {StrataPerWeek} + stratum.id
            WHERE {Sum(i.Denominator)} > 0
            """));
        string none = "SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL WHERE 0";
        return $"CREATE VIEW figure(date, indicator, by, stratum, value, numerator, denominator, rests_on) AS {string.Join(" UNION ALL ", parts.DefaultIfEmpty(none))}";
    }

    private static string ColumnOf(CountKey key) => WordStart().Replace(key.ToString(), "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])([A-Z]|[0-9]+)")]
    private static partial Regex WordStart();
}
