namespace Simulation.Results.RunFiles;

/// <summary>
/// The layout of a run file: one SQLite database that R, pandas, Excel and DuckDB open without us.
/// </summary>
/// <remarks>
/// Those who query the file need two names: the table <c>manifest(key, value)</c> and the view
/// <c>indicator(date, name, by, stratum, value, count)</c>. Behind the view one row holds all figures of a stratum in a
/// week, because a year of 1,600 neighbourhoods is more than a million figures, and a row for each would make the file
/// several times as large and as slow to write. <c>value</c> is NULL where a stratum had nobody (or no trip) to measure.
/// </remarks>
public static class RunFileFormat
{
    /// <summary>Version of the layout, kept in SQLite's <c>user_version</c>. A reader refuses any other.</summary>
    public const int Version = 2;

    /// <summary>SQLite's <c>application_id</c> of a run file: "SimR" in ASCII.</summary>
    public const int ApplicationId = 0x53696D52;

    /// <summary>A row of <c>figure</c> has the number of its week times this, plus the number of its stratum.</summary>
    internal const int StrataPerWeek = 1 << 20;

    /// <summary>Usual extension of a run file.</summary>
    public const string Extension = ".run";

    /// <summary>Added to the name while the run goes on; the file takes its own name only when it is whole.</summary>
    public const string PartialSuffix = ".partial";

    /// <summary>Statements that make the tables.</summary>
    internal const string Schema = """
        CREATE TABLE manifest(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE week(id INTEGER PRIMARY KEY, date TEXT NOT NULL UNIQUE);
        CREATE TABLE name(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE stratum(id INTEGER PRIMARY KEY, by TEXT NOT NULL, stratum TEXT NOT NULL, UNIQUE(by, stratum));
        CREATE TABLE figure(id INTEGER PRIMARY KEY);
        CREATE TABLE effect(
            id INTEGER PRIMARY KEY, source TEXT NOT NULL, lever TEXT NOT NULL, rows INTEGER NOT NULL, fingerprint TEXT NOT NULL);
        CREATE TABLE validation(
            id INTEGER PRIMARY KEY, target TEXT NOT NULL, what TEXT NOT NULL, source TEXT NOT NULL,
            published REAL, tolerance REAL, model REAL, unit TEXT NOT NULL, met INTEGER NOT NULL);
        CREATE TABLE profile(id INTEGER PRIMARY KEY, process TEXT NOT NULL, seconds REAL NOT NULL);
        """;

    /// <summary>The statement that makes the view <c>indicator</c>.</summary>
    /// <param name="names">Indicators in order of their numbers.</param>
    internal static string View(IReadOnlyList<(string First, string? Second)> names)
    {
        IEnumerable<string> parts = names.Select((name, i) => $"""
            SELECT week.date, '{name.First.Replace("'", "''", StringComparison.Ordinal)}', stratum.by, stratum.stratum, figure.v{i + 1}, figure.c{i + 1}
            FROM week CROSS JOIN stratum JOIN figure ON figure.id = week.id * {StrataPerWeek} + stratum.id
            WHERE figure.c{i + 1} IS NOT NULL
            """);
        string none = "SELECT NULL, NULL, NULL, NULL, NULL, NULL WHERE 0";
        return $"CREATE VIEW indicator(date, name, by, stratum, value, count) AS {string.Join(" UNION ALL ", names.Count > 0 ? parts : [none])}";
    }
}
