using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Simulation.Results.RunFiles;

/// <summary>Gives texts whole numbers in order of first use, and writes each new one to its table.</summary>
internal sealed class KeyTable(sqlite3 database, sqlite3_stmt insert) : IDisposable
{
    private readonly Dictionary<(string, string?), int> ids = [];
    private readonly List<(string First, string? Second)> texts = [];
    private string? lastFirst;
    private int lastId;

    /// <summary>Numbers given: 1 to this.</summary>
    public int Count => texts.Count;

    /// <summary>The text (or pair of texts) of each number, less one.</summary>
    public IReadOnlyList<(string First, string? Second)> Texts => texts;

    /// <summary>The number of the text (or pair of texts).</summary>
    public int Find(string first, string? second = null)
    {
        if (second is null && string.Equals(first, lastFirst, StringComparison.Ordinal))
        {
            return lastId;
        }

        if (!ids.TryGetValue((first, second), out int id))
        {
            id = ids.Count + 1;
            ids.Add((first, second), id);
            texts.Add((first, second));
            raw.sqlite3_bind_int(insert, 1, id);
            raw.sqlite3_bind_text(insert, 2, first);
            if (second is not null)
            {
                raw.sqlite3_bind_text(insert, 3, second);
            }

            int result = raw.sqlite3_step(insert);
            raw.sqlite3_reset(insert);
            Check(database, result);
        }

        if (second is null)
        {
            lastFirst = first;
            lastId = id;
        }

        return id;
    }

    /// <summary>Throws when <paramref name="result"/> is an error.</summary>
    public static void Check(sqlite3 database, int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result);
        }
    }

    public void Dispose() => insert.Dispose();
}
