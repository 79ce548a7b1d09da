using Microsoft.Data.Sqlite;
using Simulation.Engine.Observation;
using SQLitePCL;

namespace Simulation.Results.RunFiles;

/// <summary>Puts figures into the table <c>figure</c>, a week at a time. Used by one thread.</summary>
/// <remarks>
/// Statements are bound through SQLite's own interface: the ADO layer looks parameters up by name for every row, which at
/// a million rows a year is most of the time.
/// </remarks>
internal sealed class FigureTable : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt insert;
    private readonly KeyTable weeks;
    private readonly KeyTable names;
    private readonly KeyTable strata;
    private IndicatorRow[] previous = [];
    private long[] keys = [];
    private int[] order = [];

    public FigureTable(SqliteConnection connection)
    {
        database = connection.Handle!;
        insert = Prepare("INSERT INTO figure(week, name, stratum, value, count) VALUES(?1, ?2, ?3, ?4, ?5)");
        weeks = new KeyTable(database, Prepare("INSERT INTO week(id, date) VALUES(?1, ?2)"));
        names = new KeyTable(database, Prepare("INSERT INTO name(id, name) VALUES(?1, ?2)"));
        strata = new KeyTable(database, Prepare("INSERT INTO stratum(id, by, stratum) VALUES(?1, ?2, ?3)"));
    }

    /// <summary>Figures written so far.</summary>
    public long Written { get; private set; }

    /// <summary>Writes <paramref name="rows"/> in one transaction.</summary>
    public void Write(IndicatorRow[] rows)
    {
        Execute("BEGIN");
        FindKeys(rows);
        foreach (int i in order)
        {
            long key = keys[i];
            ref readonly IndicatorRow row = ref rows[i];
            raw.sqlite3_bind_int(insert, 1, (int)(key >> 48));
            raw.sqlite3_bind_int(insert, 2, (int)(key >> 32) & 0xFFFF);
            raw.sqlite3_bind_int(insert, 3, (int)key);
            if (double.IsFinite(row.Value))
            {
                raw.sqlite3_bind_double(insert, 4, row.Value);
            }
            else
            {
                raw.sqlite3_bind_null(insert, 4);
            }

            raw.sqlite3_bind_int64(insert, 5, row.Count);
            int result = raw.sqlite3_step(insert);
            raw.sqlite3_reset(insert);
            if (result == raw.SQLITE_CONSTRAINT)
            {
                throw new InvalidOperationException(
                    $"The figure {row.Name} by {row.By} for {row.Stratum} on {row.Date:yyyy-MM-dd} was recorded twice.");
            }

            KeyTable.Check(database, result);
        }

        Execute("COMMIT");
        Written += rows.Length;
    }

    public void Dispose()
    {
        insert.Dispose();
        weeks.Dispose();
        names.Dispose();
        strata.Dispose();
    }

    private void FindKeys(IndicatorRow[] rows)
    {
        if (keys.Length != rows.Length)
        {
            keys = new long[rows.Length];
            order = new int[rows.Length];
        }

        // Weeks come in one order with the same texts: when the row's texts are the very ones of the row in the same
        // position a week ago, its keys are too, and no text has to be hashed. The sort keeps the table's own order, so
        // that the B-tree only ever grows at its end.
        bool sameOrder = previous.Length == rows.Length;
        DateOnly date = default;
        long week = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            ref readonly IndicatorRow row = ref rows[i];
            if (week == 0 || row.Date != date)
            {
                date = row.Date;
                week = weeks.Find(date.ToString("yyyy-MM-dd"));
            }

            bool known = previous.Length == rows.Length
                && ReferenceEquals(previous[i].Name, row.Name)
                && ReferenceEquals(previous[i].By, row.By)
                && ReferenceEquals(previous[i].Stratum, row.Stratum);
            sameOrder &= known && (i == 0 || row.Date == rows[0].Date);
            long rest = known
                ? keys[i] & 0xFFFF_FFFF_FFFF
                : ((long)names.Find(row.Name) << 32) | (uint)strata.Find(row.By, row.Stratum);
            keys[i] = (week << 48) | rest;
        }

        if (!sameOrder)
        {
            for (int i = 0; i < order.Length; i++)
            {
                order[i] = i;
            }

            Array.Sort((long[])keys.Clone(), order);
        }

        previous = rows;
    }

    private sqlite3_stmt Prepare(string sql)
    {
        KeyTable.Check(database, raw.sqlite3_prepare_v2(database, sql, out sqlite3_stmt statement));
        return statement;
    }

    private void Execute(string sql) => KeyTable.Check(database, raw.sqlite3_exec(database, sql));
}
