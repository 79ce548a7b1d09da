using Microsoft.Data.Sqlite;
using Simulation.Engine.Observation;
using Simulation.Engine.Validation;
using Simulation.Results.Indicators;

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
        Dates = Texts("SELECT date FROM week ORDER BY date").Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd")).ToList();
        Indicators = Texts("SELECT name FROM name ORDER BY id");
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

    /// <summary>Dates of the figures, ascending: the last day of each week.</summary>
    public IReadOnlyList<DateOnly> Dates { get; }

    /// <summary>Indicators in the file, in the order in which the run recorded them.</summary>
    public IReadOnlyList<string> Indicators { get; }

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
            throw new RunFileException(path, $"is damaged ({error.Message}); make it again with 'simulate run'.", error);
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

    /// <summary>The strata of one kind, in the order in which the run recorded them.</summary>
    /// <param name="by">Stratification, e.g. <c>place</c>.</param>
    public IReadOnlyList<string> Strata(string by) =>
        Guard(() => Texts("SELECT stratum FROM stratum WHERE by = $p ORDER BY id", by));

    /// <summary>Figures by date, then in the order in which the run recorded indicators and strata.</summary>
    /// <param name="by">Stratification, e.g. <c>all</c> or <c>neighbourhood</c>.</param>
    /// <param name="name">One indicator, or null for all.</param>
    /// <param name="from">First date, or null for the start.</param>
    /// <param name="to">Last date, or null for the end.</param>
    /// <returns>The figures; <see cref="double.NaN"/> where there was nobody to measure.</returns>
    public IReadOnlyList<IndicatorRow> Read(string by, string? name = null, DateOnly? from = null, DateOnly? to = null) => Guard(() =>
    {
        // Columns of the table stand in the order of the indicators' numbers.
        int[] wanted = [.. Enumerable.Range(0, Indicators.Count).Where(i => name is null || Indicators[i] == name)];
        if (wanted.Length == 0)
        {
            return [];
        }

        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // numbers only
        command.CommandText = $"""
            SELECT week.date, stratum.stratum, {string.Join(", ", wanted.Select(i => $"figure.v{i + 1}, figure.c{i + 1}"))}
            FROM week CROSS JOIN stratum
            CROSS JOIN figure ON figure.id = week.id * {RunFileFormat.StrataPerWeek} + stratum.id
            WHERE stratum.by = $by AND ($from IS NULL OR week.date >= $from) AND ($to IS NULL OR week.date <= $to)
            ORDER BY week.date, stratum.id
            """;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$by", by);
        command.Parameters.AddWithValue("$from", (object?)from?.ToString("yyyy-MM-dd") ?? DBNull.Value);
        command.Parameters.AddWithValue("$to", (object?)to?.ToString("yyyy-MM-dd") ?? DBNull.Value);
        using SqliteDataReader reader = command.ExecuteReader();
        List<IndicatorRow> rows = [];
        List<IndicatorRow>[] week = [.. wanted.Select(_ => new List<IndicatorRow>())];
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        string date = string.Empty;
        DateOnly day = default;
        while (reader.Read())
        {
            string read = reader.GetString(0);
            if (read != date)
            {
                EndWeek(week, rows);
                date = read;
                day = DateOnly.ParseExact(date, "yyyy-MM-dd");
            }

            string text = reader.GetString(1);
            text = texts.TryGetValue(text, out string? known) ? known : texts[text] = text;
            for (int i = 0; i < wanted.Length; i++)
            {
                if (!reader.IsDBNull(3 + (2 * i)))
                {
                    week[i].Add(new IndicatorRow(day, Indicators[wanted[i]], by, text, Number(reader, 2 + (2 * i)), reader.GetInt64(3 + (2 * i))));
                }
            }
        }

        EndWeek(week, rows);
        return rows;
    });

    private static void EndWeek(List<IndicatorRow>[] week, List<IndicatorRow> rows)
    {
        foreach (List<IndicatorRow> figures in week)
        {
            rows.AddRange(figures);
            figures.Clear();
        }
    }

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
            throw new RunFileException(path, $"cannot be read ({error.Message}).", error);
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

        long whole = SqliteFile.Number(connection, "PRAGMA page_count") * SqliteFile.Number(connection, "PRAGMA page_size");
        long length = new FileInfo(path).Length;
        if (length != whole)
        {
            throw new RunFileException(path, $"is damaged (it has {length:N0} bytes of {whole:N0}); make it again with 'simulate run'.");
        }

        if (SqliteFile.Number(connection, "SELECT count(*) FROM manifest") == 0)
        {
            throw new RunFileException(path, "is incomplete: the run that wrote it did not end; make it again with 'simulate run'.");
        }
    }

    /// <summary>SQLite keeps the application's number in bytes 68–71 of the header; null when there is no SQLite header.</summary>
    private static int? ReadApplicationId(string path)
    {
        Span<byte> header = stackalloc byte[100];
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length
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
        command.CommandText = "SELECT target, what, source, published, tolerance, model, unit, met FROM validation ORDER BY id";
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
                reader.GetBoolean(7)));
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
        catch (SqliteException error)
        {
            throw new RunFileException(Path, $"is damaged ({error.Message}); make it again with 'simulate run'.", error);
        }
    }
}
