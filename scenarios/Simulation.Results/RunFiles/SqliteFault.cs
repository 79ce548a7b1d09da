using Microsoft.Data.Sqlite;
using Simulation.Engine.Files;
using SQLitePCL;

namespace Simulation.Results.RunFiles;

/// <summary>Says in plain words what went wrong with a run file. A file that is held, full or forbidden is not damaged, and is not called so.</summary>
internal static class SqliteFault
{
    /// <summary>What SQLite keeps beside an error whose cause lies in the system.</summary>
    private const int Primary = 0xFF;

    /// <summary>Why a run file could not be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="error">What SQLite or the system said.</param>
    public static string Reading(string path, Exception error) => error switch
    {
        SqliteException sqlite => (sqlite.SqliteErrorCode & Primary) switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds this file; close it there, or wait until that program has ended, and try again.",
            raw.SQLITE_IOERR => "the disk or the network drive does not answer as it should; copy the file to this machine's own disk and try again.",
            raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_READONLY => FileFault.Reading(path, new UnauthorizedAccessException()),
            raw.SQLITE_NOMEM => throw new InsufficientMemoryException(),
            _ => "is damaged; make it again with 'simulate run'.",
        },
        IOException or UnauthorizedAccessException => FileFault.Reading(path, error),
        FormatException when error.Message.StartsWith("the manifest", StringComparison.Ordinal) => $"is damaged ({error.Message}); make it again with 'simulate run'.",
        _ => "is damaged: what it says of its run cannot be read; make it again with 'simulate run'.",
    };

    /// <summary>Why a run file could not be written.</summary>
    /// <inheritdoc cref="Reading"/>
    public static string Writing(string path, Exception error) => error switch
    {
        SqliteException sqlite => (sqlite.SqliteErrorCode & Primary) switch
        {
            raw.SQLITE_FULL => FileFault.Full(path),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds this file; close it there, or choose another name with --out.",
            raw.SQLITE_IOERR => "the disk or the network drive does not answer as it should, or has no room; choose a folder on this machine's own disk with --out.",
            raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_READONLY => FileFault.Writing(path, new UnauthorizedAccessException()),
            raw.SQLITE_NOMEM => throw new InsufficientMemoryException(),
            _ => "the file was changed by another program while it was written; choose another name with --out and run again.",
        },
        _ => FileFault.Writing(path, error),
    };
}
