using System.Globalization;
using Microsoft.Data.Sqlite;
using Simulation.Engine.Observation;
using SQLitePCL;

namespace Simulation.Results.RunFiles;

/// <summary>Puts figures into the table <c>figure</c>, a week at a time. Used by one thread.</summary>
/// <remarks>
/// One row of the table holds all that is recorded of a stratum in a week. A row for each figure would cost the simulation
/// a sixth of its speed: a year of 1,600 neighbourhoods is more than a million figures, and SQLite asks most of a
/// microsecond for a row. Statements are bound through SQLite's own interface: the ADO layer looks parameters up by name.
/// </remarks>
internal sealed class FigureTable : IDisposable
{
    private const long Absent = long.MinValue;

    private readonly sqlite3 database;
    private readonly KeyTable weeks;
    private readonly KeyTable names;
    private readonly KeyTable strata;
    private sqlite3_stmt? insert;
    private int columns;
    private IndicatorRow[] previous = [];
    private (int Name, int Stratum)[] keys = [];
    private double[] values = [];
    private long[] counts = [];

    public FigureTable(SqliteConnection connection)
    {
        database = connection.Handle!;
        weeks = new KeyTable(database, Prepare("INSERT INTO week(id, date) VALUES(?1, ?2)"));
        names = new KeyTable(database, Prepare("INSERT INTO name(id, name) VALUES(?1, ?2)"));
        strata = new KeyTable(database, Prepare("INSERT INTO stratum(id, by, stratum) VALUES(?1, ?2, ?3)"));
    }

    /// <summary>Writes <paramref name="rows"/> in one transaction.</summary>
    public void Write(IndicatorRow[] rows)
    {
        Execute("BEGIN");
        FindKeys(rows);
        AddColumns();
        for (int from = 0; from < rows.Length;)
        {
            int to = from;
            while (to < rows.Length && rows[to].Date == rows[from].Date)
            {
                to++;
            }

            Gather(rows, from, to);
            WriteWeek(weeks.Find(rows[from].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            from = to;
        }

        Execute("COMMIT");
    }

    /// <summary>Makes the view by which others read the figures, now that all indicators are known.</summary>
    public void MakeView() => Execute(RunFileFormat.View(names.Texts));

    public void Dispose()
    {
        insert?.Dispose();
        weeks.Dispose();
        names.Dispose();
        strata.Dispose();
    }

    private void FindKeys(IndicatorRow[] rows)
    {
        if (keys.Length != rows.Length)
        {
            keys = new (int, int)[rows.Length];
        }

        // Weeks come in one order with the same texts: when the row's texts are the very ones of the row in the same
        // position a week ago, its keys are too, and no text has to be hashed.
        bool comparable = previous.Length == rows.Length;
        for (int i = 0; i < rows.Length; i++)
        {
            ref readonly IndicatorRow row = ref rows[i];
            bool known = comparable
                && ReferenceEquals(previous[i].Name, row.Name)
                && ReferenceEquals(previous[i].By, row.By)
                && ReferenceEquals(previous[i].Stratum, row.Stratum);
            if (!known)
            {
                keys[i] = (names.Find(row.Name) - 1, strata.Find(row.By, row.Stratum) - 1);
            }
        }

        previous = rows;
    }

    // Two columns for each indicator: v1 and c1 for the first, and so on.
    private void AddColumns()
    {
        if (columns == names.Count && insert is not null)
        {
            return;
        }

        for (; columns < names.Count; columns++)
        {
            Execute(string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE figure ADD COLUMN v{columns + 1} REAL"));
            Execute(string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE figure ADD COLUMN c{columns + 1} INTEGER"));
        }

        insert?.Dispose();
        string parameters = string.Concat(Enumerable.Repeat(", ?", 2 * columns));
        insert = Prepare($"INSERT INTO figure VALUES(?{parameters})");
    }

    private void Gather(IndicatorRow[] rows, int from, int to)
    {
        int cells = strata.Count * columns;
        if (counts.Length < cells)
        {
            values = new double[cells];
            counts = new long[cells];
        }

        Array.Fill(counts, Absent);
        for (int i = from; i < to; i++)
        {
            ref readonly IndicatorRow row = ref rows[i];
            int cell = (keys[i].Stratum * columns) + keys[i].Name;
            if (counts[cell] != Absent)
            {
                throw Twice(row.Name, row.By, row.Stratum, row.Date);
            }

            values[cell] = row.Value;
            counts[cell] = row.Count;
        }
    }

    private void WriteWeek(int week)
    {
        for (int stratum = 0; stratum < strata.Count; stratum++)
        {
            bool any = false;
            for (int name = 0; name < columns; name++)
            {
                int cell = (stratum * columns) + name;
                int parameter = 2 + (2 * name);
                if (counts[cell] == Absent)
                {
                    raw.sqlite3_bind_null(insert!, parameter);
                    raw.sqlite3_bind_null(insert!, parameter + 1);
                    continue;
                }

                any = true;
                if (double.IsFinite(values[cell]))
                {
                    raw.sqlite3_bind_double(insert!, parameter, values[cell]);
                }
                else
                {
                    raw.sqlite3_bind_null(insert!, parameter);
                }

                raw.sqlite3_bind_int64(insert!, parameter + 1, counts[cell]);
            }

            if (!any)
            {
                continue;
            }

            raw.sqlite3_bind_int64(insert!, 1, ((long)week * RunFileFormat.StrataPerWeek) + stratum + 1);
            int result = raw.sqlite3_step(insert!);
            raw.sqlite3_reset(insert!);
            if (result == raw.SQLITE_CONSTRAINT)
            {
                (string by, string? text) = strata.Texts[stratum];
                throw Twice("of a week already written", by, text, null);
            }

            KeyTable.Check(database, result);
        }
    }

    private static InvalidOperationException Twice(string name, string by, string? stratum, DateOnly? date) =>
        new($"The figure {name} by {by} for {stratum}{(date is { } day ? $" on {day:yyyy-MM-dd}" : string.Empty)} was recorded twice.");

    private sqlite3_stmt Prepare(string sql)
    {
        KeyTable.Check(database, raw.sqlite3_prepare_v2(database, sql, out sqlite3_stmt statement));
        return statement;
    }

    private void Execute(string sql) => KeyTable.Check(database, raw.sqlite3_exec(database, sql));
}
