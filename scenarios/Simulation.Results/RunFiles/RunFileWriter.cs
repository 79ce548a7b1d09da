using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Simulation.Engine.Files;
using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Validation;
using Simulation.Results.Runs;

namespace Simulation.Results.RunFiles;

/// <summary>
/// Writes a run file. The counts go to <c>FILE.partial</c> on a thread of their own, so that the simulation does not wait
/// for the disk; <see cref="Complete"/> gives the file its name. A run that ends any other way leaves no file.
/// </summary>
public sealed class RunFileWriter : ICountSink, IDisposable
{
    // Two weeks may wait: enough to even out a slow disk, little enough that memory does not grow with the horizon.
    private const int WaitingWeeks = 2;

    private readonly string path;
    private readonly bool overwrite;
    private readonly SqliteConnection connection;
    private readonly CountTable counts;
    private readonly BlockingCollection<KeptWeek> queue = new(WaitingWeeks);
    private readonly ConcurrentBag<Tally[]> spare = [];
    private readonly Thread thread;
    private IReadOnlyList<Indicator> indicators = [];
    private volatile Exception? failure;
    private bool finished;
    private bool disposed;

    private RunFileWriter(string path, bool overwrite, SqliteConnection connection)
    {
        this.path = path;
        this.overwrite = overwrite;
        this.connection = connection;
        counts = new CountTable(connection);
        thread = new Thread(WriteWeeks) { IsBackground = true, Name = "run file" };
        thread.Start();
    }

    private string PartialPath => path + RunFileFormat.PartialSuffix;

    /// <summary>Refuses when <paramref name="path"/> cannot become a run file: call it before any work is done.</summary>
    /// <param name="path">The run file.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <exception cref="RunFileException">The file exists already, is a folder, its folder is missing, or nothing can be written there.</exception>
    public static void EnsureFree(string path, bool overwrite)
    {
        EnsureNameFree(path, overwrite);
        try
        {
            FileFault.Probe(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunFileException(path, SqliteFault.Writing(path, error), error);
        }
    }

    private static void EnsureNameFree(string path, bool overwrite)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(path))
        {
            throw new RunFileException(path, "this is a folder; name a file inside it.");
        }

        if (folder is not null && !Directory.Exists(folder))
        {
            throw new RunFileException(path, $"the folder {folder} does not exist; create it or choose another file.");
        }

        if (!overwrite && File.Exists(path))
        {
            throw new RunFileException(path, "exists already; choose another name with --out, or replace it with --force.");
        }
    }

    /// <summary>Starts a run file.</summary>
    /// <param name="path">The run file.</param>
    /// <param name="overwrite">Whether an existing file may be replaced (only when the new one is whole).</param>
    /// <exception cref="RunFileException">The file may not or cannot be written.</exception>
    public static RunFileWriter Create(string path, bool overwrite)
    {
        EnsureFree(path, overwrite);
        string partial = path + RunFileFormat.PartialSuffix;
        SqliteConnection? connection = null;
        try
        {
            RemoveStale(path, partial);
            PartialFiles.Add(partial);
            connection = SqliteFile.Open(partial, SqliteOpenMode.ReadWriteCreate);
            // No journal and no waiting for the disk: an interrupted file is thrown away, never repaired. The exclusive
            // lock keeps a second run from writing under the same name.
            SqliteFile.Execute(connection, $"""
                PRAGMA page_size = 8192;
                PRAGMA journal_mode = OFF;
                PRAGMA synchronous = OFF;
                PRAGMA locking_mode = EXCLUSIVE;
                PRAGMA application_id = {RunFileFormat.ApplicationId};
                PRAGMA user_version = {RunFileFormat.Version};
                """);
            SqliteFile.Execute(connection, RunFileFormat.Schema);
            return new RunFileWriter(path, overwrite, connection);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            connection?.Dispose();
            TryDelete(partial);
            throw new RunFileException(path, SqliteFault.Writing(path, error), error);
        }
    }

    /// <summary>Takes a week's counts; returns at once unless the disk is weeks behind.</summary>
    /// <param name="week">The counts; copied.</param>
    /// <exception cref="RunFileException">Earlier counts could not be written, e.g. because the disk is full.</exception>
    public void Record(WeekCounts week)
    {
        ThrowIfFailed();
        if (!spare.TryTake(out Tally[]? copy) || copy.Length != week.Tallies.Length)
        {
            copy = new Tally[week.Tallies.Length];
        }

        week.Tallies.CopyTo(copy);
        indicators = week.Indicators;
        queue.Add(new KeptWeek(week.Date, week.Strata, week.Indicators, copy, week.Doses));
    }

    /// <summary>Writes what was not a figure, closes the file and gives it its name.</summary>
    /// <param name="manifest">What the run was.</param>
    /// <param name="effects">What the scenario did to the model.</param>
    /// <param name="profile">Seconds in each process, in schedule order.</param>
    /// <param name="validation">Published figures beside the model's; empty unless the run was a baseline.</param>
    /// <param name="residents">What each resident did in the last year; null to keep none.</param>
    /// <exception cref="RunFileException">The file could not be completed; nothing is left under its name.</exception>
    public void Complete(
        RunManifest manifest,
        IReadOnlyList<Effect> effects,
        IReadOnlyList<(string Process, double Seconds)> profile,
        IReadOnlyList<ValidationLine> validation,
        ResidentYears? residents = null)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(validation);
        ObjectDisposedException.ThrowIf(finished, this);
        FinishQueue();
        ThrowIfFailed();
        try
        {
            counts.MakeView(indicators);
            if (residents is not null)
            {
                ResidentYearTable.Write(connection, residents);
            }

            RunFileTables.Write(connection, manifest with { FiguresDigest = counts.FiguresDigest() }, effects, profile, validation);
            Close();
            FileSeal.Close(PartialPath);
            EnsureNameFree(path, overwrite);
            File.Move(PartialPath, path, overwrite);
            finished = true;
            PartialFiles.Remove(PartialPath);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new RunFileException(path, SqliteFault.Writing(path, error), error);
        }
    }

    /// <summary>Closes the file; one that is not complete is removed.</summary>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        FinishQueue();
        Close();
        disposed = true;
        queue.Dispose();
        if (!finished)
        {
            TryDelete(PartialPath);
        }
    }

    private static void TryDelete(string partial)
    {
        PartialFiles.Remove(partial);
        try
        {
            File.Delete(partial);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is what the user needs to know; the next run under this name removes the part.
        }
    }

    private static void RemoveStale(string path, string partial)
    {
        if (!File.Exists(partial))
        {
            return;
        }

        try
        {
            using SqliteConnection probe = SqliteFile.Open(partial, SqliteOpenMode.ReadWrite);
            SqliteFile.Execute(probe, "BEGIN EXCLUSIVE; ROLLBACK;");
        }
        catch (SqliteException error) when (error.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            throw new RunFileException(path, "another run is writing this file now; wait for it or choose another name with --out.", error);
        }
        catch (SqliteException)
        {
            // What an interrupted run left need not be a database at all; it goes either way.
        }

        File.Delete(partial);
    }

    private void WriteWeeks()
    {
        foreach (KeptWeek week in queue.GetConsumingEnumerable())
        {
            if (failure is not null)
            {
                continue;
            }

            try
            {
                counts.Write(week);
            }
            catch (Exception error) when (error is SqliteException or InvalidOperationException)
            {
                failure = error;
            }

            spare.Add(week.Tallies);
        }
    }

    private void FinishQueue()
    {
        if (!disposed && !queue.IsAddingCompleted)
        {
            queue.CompleteAdding();
            thread.Join();
        }
    }

    private void Close()
    {
        counts.Dispose();
        connection.Dispose();
    }

    private void ThrowIfFailed()
    {
        if (failure is SqliteException)
        {
            throw new RunFileException(path, SqliteFault.Writing(path, failure), failure);
        }

        if (failure is not null)
        {
            // A week recorded twice is a fault of the program, not of the disk.
            throw new InvalidOperationException(failure.Message, failure);
        }
    }
}
