namespace Simulation.Results.RunFiles;

/// <summary>
/// The layout of a run file: one SQLite database that R, pandas, Excel and DuckDB open without us.
/// </summary>
/// <remarks>
/// Those who query the file need two names: the table <c>manifest(key, value)</c> and the view
/// <c>indicator(date, name, by, stratum, value, count)</c>. Behind the view the figures lie in one compact table with
/// integer keys, because a year of 1,600 neighbourhoods is more than a million figures and text keys would make the file
/// five times as large and as slow to write. <c>value</c> is NULL where a stratum had nobody (or no trip) to measure.
/// </remarks>
public static class RunFileFormat
{
    /// <summary>Version of the layout, kept in SQLite's <c>user_version</c>. A reader refuses any other.</summary>
    public const int Version = 1;

    /// <summary>SQLite's <c>application_id</c> of a run file: "SimR" in ASCII.</summary>
    public const int ApplicationId = 0x53696D52;

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
        CREATE TABLE figure(
            week INTEGER NOT NULL, name INTEGER NOT NULL, stratum INTEGER NOT NULL,
            value REAL, count INTEGER NOT NULL,
            PRIMARY KEY(week, name, stratum)) WITHOUT ROWID;
        CREATE TABLE effect(
            id INTEGER PRIMARY KEY, source TEXT NOT NULL, lever TEXT NOT NULL, rows INTEGER NOT NULL, fingerprint TEXT NOT NULL);
        CREATE TABLE validation(
            id INTEGER PRIMARY KEY, target TEXT NOT NULL, what TEXT NOT NULL, source TEXT NOT NULL,
            published REAL, tolerance REAL, model REAL, unit TEXT NOT NULL, met INTEGER NOT NULL);
        CREATE TABLE profile(id INTEGER PRIMARY KEY, process TEXT NOT NULL, seconds REAL NOT NULL);
        CREATE VIEW indicator(date, name, by, stratum, value, count) AS
            SELECT week.date, name.name, stratum.by, stratum.stratum, figure.value, figure.count
            FROM figure
            JOIN week ON week.id = figure.week
            JOIN name ON name.id = figure.name
            JOIN stratum ON stratum.id = figure.stratum;
        """;
}
