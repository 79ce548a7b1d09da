using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Simulation.Engine.Observation;
using SQLitePCL;

namespace Simulation.Results.RunFiles;

/// <summary>Puts counts into the table <c>tally</c>, a week at a time, and their dictionaries beside it. Used by one thread.</summary>
/// <remarks>Statements are bound through SQLite's own interface: the ADO layer looks parameters up by name.</remarks>
internal sealed class CountTable : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3 database;
    private readonly sqlite3_stmt insertWeek;
    private readonly sqlite3_stmt insertTally;
    private readonly sqlite3_stmt insertDose;
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private IReadOnlyList<Stratum>? strata;
    private int weeks;

    public CountTable(SqliteConnection connection)
    {
        this.connection = connection;
        database = connection.Handle!;
        insertWeek = Prepare("INSERT INTO week(id, date) VALUES(?1, ?2)");
        insertDose = Prepare($"INSERT INTO dose VALUES(?1, ?2, ?3, ?4, ?5{string.Concat(Enumerable.Repeat(", ?", DoseBands.Count))})");
        insertTally = Prepare($"INSERT INTO tally VALUES(?{string.Concat(Enumerable.Repeat(", ?", Tally.Keys))})");
    }

    /// <summary>Writes a week in one transaction.</summary>
    /// <exception cref="InvalidOperationException">The week is there already, or has other strata than the weeks before.</exception>
    public void Write(KeptWeek week)
    {
        Execute("BEGIN");
        if (strata is null)
        {
            strata = week.Strata;
            WriteDictionaries(week);
        }
        else if (!ReferenceEquals(strata, week.Strata))
        {
            throw new InvalidOperationException($"The week that ends on {week.Date:yyyy-MM-dd} has other strata than the weeks before.");
        }

        weeks++;
        string date = week.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        raw.sqlite3_bind_int(insertWeek, 1, weeks);
        raw.sqlite3_bind_text(insertWeek, 2, date);
        if (Step(insertWeek) == raw.SQLITE_CONSTRAINT)
        {
            throw new InvalidOperationException($"The week that ends on {date} was recorded twice.");
        }

        for (int s = 0; s < strata.Count; s++)
        {
            ReadOnlySpan<long> counts = week.Tallies[s].Counts;
            raw.sqlite3_bind_int64(insertTally, 1, ((long)weeks * RunFileFormat.StrataPerWeek) + s + 1);
            for (int i = 0; i < counts.Length; i++)
            {
                raw.sqlite3_bind_int64(insertTally, i + 2, counts[i]);
            }

            Check(Step(insertTally));
        }

        if (week.Doses is { } doses)
        {
            WriteDoses(doses);
        }

        Execute("COMMIT");
        Digest(week);
    }

    /// <summary>Makes the view by which others read the figures, now that all indicators are known.</summary>
    public void MakeView(IReadOnlyList<Indicator> indicators) => Execute(RunFileFormat.View(indicators));

    /// <summary>SHA-256 over dates, strata and counts in the order written, hex: equal figures, equal digest.</summary>
    public string FiguresDigest() => Convert.ToHexStringLower(digest.GetCurrentHash());

    public void Dispose()
    {
        insertWeek.Dispose();
        insertTally.Dispose();
        insertDose.Dispose();
        digest.Dispose();
    }

    private void WriteDoses(DoseCounts doses)
    {
        foreach (DoseStratum stratum in doses.Strata())
        {
            ReadOnlySpan<int> counts = doses.Of(stratum);
            if (counts.IndexOfAnyExcept(0) < 0)
            {
                continue;
            }

            raw.sqlite3_bind_int(insertDose, 1, weeks);
            raw.sqlite3_bind_text(insertDose, 2, doses.Places[stratum.Place]);
            raw.sqlite3_bind_int(insertDose, 3, stratum.Decile + 1);
            raw.sqlite3_bind_text(insertDose, 4, stratum.Female ? "female" : "male");
            raw.sqlite3_bind_int(insertDose, 5, stratum.LowestAge);
            for (int i = 0; i < counts.Length; i++)
            {
                raw.sqlite3_bind_int(insertDose, i + 6, counts[i]);
            }

            Check(Step(insertDose));
        }
    }

    private void WriteDictionaries(KeptWeek week)
    {
        foreach (Indicator i in week.Indicators)
        {
            Insert(
                "INSERT INTO indicator(key, label, unit, better, window, form, numerator, per, denominator, rests_on, of, definition) VALUES($a, $b, $c, $d, $e, $f, $g, $h, $i, $j, $k, $l)",
                i.Key, i.Label, i.UnitText, i.Better.ToString().ToLowerInvariant(), i.WindowText, i.Form.ToString().ToLowerInvariant(),
                RunFileFormat.Sum(i.Numerator), i.Per, RunFileFormat.Sum(i.Denominator), RunFileFormat.Sum(i.RestsOn), i.Of, i.Definition);
        }

        foreach (Stratum s in week.Strata)
        {
            Insert(
                "INSERT INTO stratum(by, key, name, place, decile) VALUES($a, $b, $c, $d, $e)",
                s.By, s.Key, s.Name, (object?)s.Place ?? DBNull.Value, (object?)s.Decile ?? DBNull.Value);
            digest.AppendData(System.Text.Encoding.UTF8.GetBytes($"{s.By}\n{s.Key}\n"));
        }
    }

    private void Insert(string sql, params ReadOnlySpan<object> values)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // one of the constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue("$" + (char)('a' + i), values[i]);
        }

        command.ExecuteNonQuery();
    }

    private void Digest(KeptWeek week)
    {
        Span<byte> day = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(day, week.Date.DayNumber);
        digest.AppendData(day);
        if (BitConverter.IsLittleEndian)
        {
            digest.AppendData(MemoryMarshal.AsBytes(week.Tallies.AsSpan()));
            return;
        }

        Span<byte> count = stackalloc byte[sizeof(long)];
        foreach (ref readonly Tally tally in week.Tallies.AsSpan())
        {
            foreach (long number in tally.Counts)
            {
                BinaryPrimitives.WriteInt64LittleEndian(count, number);
                digest.AppendData(count);
            }
        }
    }

    private static int Step(sqlite3_stmt statement)
    {
        int result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        return result;
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(database, sql, out sqlite3_stmt statement));
        return statement;
    }

    private void Execute(string sql) => Check(raw.sqlite3_exec(database, sql));

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result);
        }
    }
}

/// <summary>A week's counts, copied so that they last.</summary>
/// <param name="Date">Last day of the week.</param>
/// <param name="Strata">The strata.</param>
/// <param name="Indicators">The indicators that can be formed.</param>
/// <param name="Tallies">Counts, in the order of the strata.</param>
/// <param name="Doses">Adults by minutes; null but for every fourth week.</param>
internal sealed record KeptWeek(
    DateOnly Date, IReadOnlyList<Stratum> Strata, IReadOnlyList<Indicator> Indicators, Tally[] Tallies, DoseCounts? Doses);
