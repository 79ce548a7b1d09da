using Microsoft.Data.Sqlite;
using Simulation.Engine.Observation;
using Simulation.Engine.Validation;
using Simulation.Results.Indicators;
using Simulation.Results.Runs;
using SQLitePCL;

namespace Simulation.Results.RunFiles;

/// <summary>Reads a run file. The only reader: comparison, report and viewer use it.</summary>
public sealed class RunFileReader : IRunFigures, IDisposable
{
    private readonly SqliteConnection connection;

    private RunFileReader(string path, SqliteConnection connection, RunManifest manifest)
    {
        Path = path;
        this.connection = connection;
        Manifest = manifest;
        Dates = Texts("SELECT date FROM week ORDER BY id").Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd")).ToList();
        Indicators = ReadIndicators();
        Strata = ReadStrata();
        Profile = ReadProfile();
        Effects = ReadEffects();
        Validation = ReadValidation();
    }

    /// <summary>The file, as given.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public string Label => Path;

    /// <summary>What the run was.</summary>
    public RunManifest Manifest { get; }

    /// <summary>Dates of the counts, ascending: the last day of each week.</summary>
    public IReadOnlyList<DateOnly> Dates { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Stratum> Strata { get; }

    /// <summary>What the scenario did to the model.</summary>
    public IReadOnlyList<EffectRecord> Effects { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ValidationLine> Validation { get; }

    /// <summary>Seconds in each process, in schedule order.</summary>
    public IReadOnlyList<(string Process, double Seconds)> Profile { get; }

    /// <summary>Opens a run file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RunFileException">It is missing, foreign, damaged, incomplete or of another version.</exception>
    public static RunFileReader Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CheckHeader(path);
        SqliteConnection? connection = null;
        try
        {
            connection = SqliteFile.Open(path, SqliteOpenMode.ReadOnly);
            CheckFormat(path, connection);
            return new RunFileReader(path, connection, RunManifest.FromPairs(ReadPairs(connection)));
        }
        catch (Exception error) when (error is SqliteException or FormatException)
        {
            connection?.Dispose();
            throw new RunFileException(path, SqliteFault.Reading(path, error), error);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Whether <paramref name="path"/> begins like a run file; false for a missing or foreign file.</summary>
    public static bool LooksLikeRunFile(string path)
    {
        try
        {
            return File.Exists(path) && ReadApplicationId(path) == RunFileFormat.ApplicationId;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<DoseCounts> Doses => Guard(ReadDoses);

    /// <inheritdoc/>
    public ResidentYears? Residents => Guard(() => ResidentYearTable.Read(connection));

    /// <inheritdoc/>
    public IReadOnlyList<StratumWeek> Counts(string by, DateOnly? from = null, DateOnly? to = null, IReadOnlyList<CountKey>? wanted = null) => Guard(() =>
    {
        CountKey[] keys = [.. wanted ?? Enumerable.Range(0, Tally.Keys).Select(i => (CountKey)i)];

        // Strata of a kind stand together, so that their rows of a week do too.
        int first = 0;
        while (first < Strata.Count && Strata[first].By != by)
        {
            first++;
        }

        int last = first;
        while (last < Strata.Count && Strata[last].By == by)
        {
            last++;
        }

        List<StratumWeek> weeks = [];

        // One lock of the file for all weeks.
        using SqliteTransaction once = connection.BeginTransaction(deferred: true);
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = once;
#pragma warning disable CA2100 // constants only
        command.CommandText = $"SELECT id{string.Concat(keys.Select(k => ", " + RunFileFormat.CountColumns[(int)k]))} FROM tally WHERE id > $after AND id <= $upto ORDER BY id";
#pragma warning restore CA2100
        SqliteParameter after = command.Parameters.Add("$after", SqliteType.Integer);
        SqliteParameter upto = command.Parameters.Add("$upto", SqliteType.Integer);
        for (int week = 0; week < Dates.Count; week++)
        {
            if (Dates[week] < from || Dates[week] > to)
            {
                continue;
            }

            long zero = (week + 1L) * RunFileFormat.StrataPerWeek;
            (after.Value, upto.Value) = (zero + first, zero + last);
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                // A hundred columns a row: through SQLite's own interface, which looks nothing up.
                sqlite3_stmt row = reader.Handle!;
                Tally tally = default;
                for (int i = 0; i < keys.Length; i++)
                {
                    tally[keys[i]] = raw.sqlite3_column_int64(row, i + 1);
                }

                weeks.Add(new StratumWeek(Dates[week], Strata[(int)(raw.sqlite3_column_int64(row, 0) - zero) - 1], tally));
            }
        }

        return (IReadOnlyList<StratumWeek>)weeks;
    });

    /// <summary>Closes the file.</summary>
    public void Dispose() => connection.Dispose();

    private static void CheckHeader(string path)
    {
        if (!File.Exists(path))
        {
            throw new RunFileException(path, "there is no such file.");
        }

        try
        {
            if (ReadApplicationId(path) is null)
            {
                throw new RunFileException(path, "is not a run file; 'simulate run SCENARIO.yaml --out FILE.run' makes one.");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunFileException(path, SqliteFault.Reading(path, error), error);
        }
    }

    private static void CheckFormat(string path, SqliteConnection connection)
    {
        if (SqliteFile.Number(connection, "PRAGMA application_id") != RunFileFormat.ApplicationId)
        {
            throw new RunFileException(path, "is an SQLite database but not a run file; 'simulate run SCENARIO.yaml --out FILE.run' makes one.");
        }

        long version = SqliteFile.Number(connection, "PRAGMA user_version");
        if (version != RunFileFormat.Version)
        {
            throw new RunFileException(
                path,
                $"has format {version}, and this program reads format {RunFileFormat.Version}; make the run again, or use the program that made it.");
        }

        if (SqliteFile.Number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'manifest'") == 0
            || SqliteFile.Number(connection, "SELECT count(*) FROM manifest") == 0)
        {
            throw new RunFileException(path, "is incomplete: the run that wrote it did not end; make it again with 'simulate run'.");
        }

        long whole = SqliteFile.Number(connection, "PRAGMA page_count") * SqliteFile.Number(connection, "PRAGMA page_size");
        long length = new FileInfo(path).Length;
        if (length != whole)
        {
            throw new RunFileException(path, $"is damaged (it has {length:N0} bytes of {whole:N0}); make it again with 'simulate run'.");
        }

        if (!FileSeal.Holds(path))
        {
            throw new RunFileException(path, "is not as its run wrote it: its digest does not agree; make it again with 'simulate run'.");
        }
    }

    /// <summary>SQLite keeps the application's number in bytes 68–71 of the header; null when there is no SQLite header.</summary>
    private static int? ReadApplicationId(string path)
    {
        Span<byte> header = stackalloc byte[100];
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

        // A pipe would give its bytes to this look, and to nobody else.
        return stream.CanSeek && stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length
            && header.StartsWith("SQLite format 3\0"u8)
            ? System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(header[68..])
            : null;
    }

    private static Dictionary<string, string> ReadPairs(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT key, value FROM manifest";
        using SqliteDataReader reader = command.ExecuteReader();
        Dictionary<string, string> pairs = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            pairs.Add(reader.GetString(0), reader.GetString(1));
        }

        return pairs;
    }

    private List<Indicator> ReadIndicators()
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT key, numerator, per, denominator, rests_on, form FROM indicator ORDER BY id";
        using SqliteDataReader reader = command.ExecuteReader();
        List<Indicator> indicators = [];
        while (reader.Read())
        {
            string key = reader.GetString(0);
            if (Indicator.All.FirstOrDefault(i => i.Key == key) is not { } known
                || RunFileFormat.Sum(known.Numerator) != reader.GetString(1) || known.Per != reader.GetInt32(2)
                || RunFileFormat.Sum(known.Denominator) != reader.GetString(3) || RunFileFormat.Sum(known.RestsOn) != reader.GetString(4)
                || !known.Form.ToString().Equals(reader.GetString(5), StringComparison.OrdinalIgnoreCase))
            {
                throw new FormatException($"it defines the indicator '{key}' in another way than this program");
            }

            indicators.Add(known);
        }

        return indicators;
    }

    private List<Stratum> ReadStrata()
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT by, key, name, place, decile FROM stratum ORDER BY id";
        using SqliteDataReader reader = command.ExecuteReader();
        List<Stratum> strata = [];
        while (reader.Read())
        {
            strata.Add(new Stratum(
                reader.GetString(0), reader.GetString(1), reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetInt32(4)));
        }

        return strata;
    }

    private IReadOnlyList<DoseCounts> ReadDoses()
    {
        string[] places = [.. Strata.Where(s => s.By == Stratification.Place).Select(s => s.Key)];
        if (places.Length == 0)
        {
            places = [.. Texts("SELECT DISTINCT place FROM dose ORDER BY rowid")];
        }

        SortedDictionary<DateOnly, DoseCounts> weeks = [];
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // constants only
        command.CommandText = $"SELECT week, place, decile, sex, age, {string.Join(", ", DoseBands.Names)} FROM dose ORDER BY rowid";
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            DateOnly date = Dates[reader.GetInt32(0) - 1];
            if (!weeks.TryGetValue(date, out DoseCounts? counts))
            {
                weeks[date] = counts = new DoseCounts(date, places);
            }

            Span<int> row = counts.Of(new DoseStratum(
                Array.IndexOf(places, reader.GetString(1)), reader.GetInt32(2) - 1, reader.GetString(3) == "female", DoseBands.AgeBand(reader.GetInt32(4))));
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = reader.GetInt32(i + 5);
            }
        }

        return [.. weeks.Values];
    }

    private List<(string Process, double Seconds)> ReadProfile()
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT process, seconds FROM profile ORDER BY id";
        using SqliteDataReader reader = command.ExecuteReader();
        List<(string Process, double Seconds)> profile = [];
        while (reader.Read())
        {
            profile.Add((reader.GetString(0), reader.GetDouble(1)));
        }

        return profile;
    }

    private List<EffectRecord> ReadEffects()
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT source, lever, rows, fingerprint FROM effect ORDER BY id";
        using SqliteDataReader reader = command.ExecuteReader();
        List<EffectRecord> effects = [];
        while (reader.Read())
        {
            effects.Add(new EffectRecord(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3)));
        }

        return effects;
    }

    private List<ValidationLine> ReadValidation()
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT target, what, source, published, tolerance, model, unit, met, fitted FROM validation ORDER BY id";
        using SqliteDataReader reader = command.ExecuteReader();
        List<ValidationLine> lines = [];
        while (reader.Read())
        {
            lines.Add(new ValidationLine(
                reader.GetString(0),
                reader.GetString(1),
                reader.GetString(2),
                Number(reader, 3),
                Number(reader, 4),
                Number(reader, 5),
                reader.GetString(6),
                reader.GetBoolean(7))
            {
                Fitted = reader.GetBoolean(8),
            });
        }

        return lines;
    }

    private static double Number(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? double.NaN : reader.GetDouble(column);

    private List<string> Texts(string sql, string? parameter = null)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // one of the constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        if (parameter is not null)
        {
            command.Parameters.AddWithValue("$p", parameter);
        }

        using SqliteDataReader reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is SqliteException or FormatException)
        {
            throw new RunFileException(Path, SqliteFault.Reading(Path, error), error);
        }
    }
}
