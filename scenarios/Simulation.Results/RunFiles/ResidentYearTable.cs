using System.IO.Compression;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Simulation.Engine.Observation;

namespace Simulation.Results.RunFiles;

/// <summary>
/// What each resident did in the last year, as one row of the table <c>resident</c>: three columns of numbers, little-endian and
/// packed with zlib, because a row for each would make the file ten times as large. <c>identity</c> holds 32-bit differences
/// from the resident before, <c>minutes</c> 16-bit minutes a week, <c>group</c> 16-bit (place × 10 + decile − 1) × 2 + child.
/// </summary>
internal static class ResidentYearTable
{
    /// <summary>The statement that makes the table.</summary>
    public const string Schema =
        "CREATE TABLE resident(weeks INTEGER NOT NULL, residents INTEGER NOT NULL, places TEXT NOT NULL, identity BLOB NOT NULL, minutes BLOB NOT NULL, \"group\" BLOB NOT NULL);";

    /// <summary>Writes the residents.</summary>
    public static void Write(SqliteConnection connection, ResidentYears residents)
    {
        uint[] steps = [.. residents.Identities];
        for (int i = steps.Length - 1; i > 0; i--)
        {
            steps[i] -= steps[i - 1];
        }

        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "INSERT INTO resident VALUES($weeks, $residents, $places, $identity, $minutes, $group)";
        command.Parameters.AddWithValue("$weeks", residents.Weeks);
        command.Parameters.AddWithValue("$residents", steps.Length);
        command.Parameters.AddWithValue("$places", string.Join('\n', residents.Places));
        command.Parameters.AddWithValue("$identity", Pack<uint>(steps));
        command.Parameters.AddWithValue("$minutes", Pack<ushort>([.. residents.Minutes]));
        command.Parameters.AddWithValue("$group", Pack<ushort>([.. residents.Groups]));
        command.ExecuteNonQuery();
    }

    /// <summary>Reads the residents; null where the run kept none.</summary>
    /// <exception cref="FormatException">The columns do not hold as many residents as the row says.</exception>
    public static ResidentYears? Read(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT weeks, residents, places, identity, minutes, \"group\" FROM resident";
        using SqliteDataReader reader = command.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        int count = reader.GetInt32(1);
        uint[] identities = Unpack<uint>(reader, 3, count);
        for (int i = 1; i < identities.Length; i++)
        {
            identities[i] += identities[i - 1];
        }

        return new ResidentYears(reader.GetInt32(0), reader.GetString(2).Split('\n'), identities, Unpack<ushort>(reader, 4, count), Unpack<ushort>(reader, 5, count));
    }

    private static byte[] Pack<T>(T[] values)
        where T : unmanaged
    {
        using MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.Fastest))
        {
            zlib.Write(MemoryMarshal.AsBytes<T>(values));
        }

        return packed.ToArray();
    }

    private static T[] Unpack<T>(SqliteDataReader reader, int column, int count)
        where T : unmanaged
    {
        T[] values = new T[count];
        try
        {
            using Stream packed = reader.GetStream(column);
            using ZLibStream zlib = new(packed, CompressionMode.Decompress);
            zlib.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            return values;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new FormatException("the table of residents is incomplete", error);
        }
    }
}
