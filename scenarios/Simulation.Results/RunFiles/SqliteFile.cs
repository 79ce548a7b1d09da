using Microsoft.Data.Sqlite;

namespace Simulation.Results.RunFiles;

/// <summary>Opening SQLite files and running plain statements.</summary>
internal static class SqliteFile
{
    /// <summary>Opens <paramref name="path"/>; a locked file is refused at once, not waited for.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        // Unpooled: a pooled connection would hold the file after it has been renamed or deleted.
        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs <paramref name="sql"/>, a constant of ours or numbers only.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // never text from outside
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>The one value that <paramref name="sql"/> gives.</summary>
    public static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // never text from outside
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
