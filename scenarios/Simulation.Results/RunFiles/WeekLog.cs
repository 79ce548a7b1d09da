using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Simulation.Engine.Files;
using Simulation.Engine.Observation;

namespace Simulation.Results.RunFiles;

/// <summary>
/// The weeks of a run that may be stopped, beside its checkpoint: every week's counts are appended as they are made, so that a
/// run that goes on can write the same run file again from its first week. How many weeks count is the checkpoint's to
/// say; what was appended after it is cut off, and made again to the same bits.
/// </summary>
/// <remarks>A week is its last day, the seconds that the run has taken, its counts, and SHA-256 over these and the run's key.</remarks>
public sealed class WeekLog : ICountSink, IDisposable
{
    private const int HashBytes = 32;
    private const int HeadBytes = 20;
    private static readonly byte[] Magic = "SIMWEEKS"u8.ToArray();

    private readonly string path;
    private readonly byte[] key;
    private readonly FileStream file;
    private readonly ICountSink next;
    private readonly double secondsBefore;
    private readonly Stopwatch watch = new();

    private WeekLog(string path, byte[] key, FileStream file, ICountSink next, double secondsBefore) =>
        (this.path, this.key, this.file, this.next, this.secondsBefore) = (path, key, file, next, secondsBefore);

    /// <summary>Seconds that the run's days have taken, those before it was stopped among them.</summary>
    public double Seconds => secondsBefore + watch.Elapsed.TotalSeconds;

    /// <summary>Begins a log; one that exists is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">All that tells this run from another.</param>
    /// <param name="next">Where the counts go besides.</param>
    /// <exception cref="RunFileException">It cannot be written.</exception>
    public static WeekLog Create(string path, string run, ICountSink next)
    {
        byte[] key = KeyOf(run);
        return Guard(path, () =>
        {
            FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read);
            file.Write(Magic);
            file.Write(key);
            return new WeekLog(path, key, file, next, 0);
        });
    }

    /// <summary>Whether a log is there and is of this run.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">All that tells this run from another.</param>
    /// <exception cref="RunFileException">It is no such log, or cannot be read.</exception>
    public static bool IsOf(string path, string run)
    {
        using FileStream file = Read(path);
        return Head(path, file).AsSpan().SequenceEqual(KeyOf(run));
    }

    /// <summary>Takes a log up again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">All that tells this run from another.</param>
    /// <param name="weeks">Last days of the weeks that count; what follows is cut off.</param>
    /// <param name="next">Where the counts go from now on.</param>
    /// <param name="again">Takes each week that counts.</param>
    /// <exception cref="RunFileException">It is of another run, incomplete or damaged.</exception>
    public static WeekLog Reopen(string path, string run, IReadOnlyList<DateOnly> weeks, ICountSink next, Action<DateOnly, Tally[], int[]> again)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        ArgumentNullException.ThrowIfNull(again);
        byte[] key = KeyOf(run);
        double seconds = 0;
        long end;
        using (FileStream file = Read(path))
        {
            if (!Head(path, file).AsSpan().SequenceEqual(key))
            {
                throw Damaged(path, "it is of another run");
            }

            foreach (DateOnly week in weeks)
            {
                (Tally[] tallies, int[] doses, seconds) = ReadWeek(path, file, key, week);
                again(week, tallies, doses);
            }

            end = file.Position;
        }

        return Guard(path, () =>
        {
            FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.Read);
            file.SetLength(end);
            file.Position = end;
            return new WeekLog(path, key, file, next, seconds);
        });
    }

    /// <summary>Starts the clock of <see cref="Seconds"/>: the next day is simulated now.</summary>
    public void Start() => watch.Start();

    /// <inheritdoc/>
    public void Record(WeekCounts week)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        BinaryPrimitives.WriteInt32LittleEndian(head, week.Date.DayNumber);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], week.Tallies.Length);
        BinaryPrimitives.WriteDoubleLittleEndian(head[8..], Seconds);
        ReadOnlySpan<int> doses = week.Doses is { } counted ? counted.Counts : [];
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], doses.Length);
        ReadOnlySpan<byte> counts = MemoryMarshal.AsBytes(week.Tallies);
        byte[] hash = Hash(key, head, counts, MemoryMarshal.AsBytes(doses));
        try
        {
            file.Write(head);
            file.Write(hash);
            file.Write(counts);
            file.Write(MemoryMarshal.AsBytes(doses));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunFileException(path, FileFault.Writing(path, error), error);
        }

        next.Record(week);
    }

    /// <summary>Sees what was recorded safely onto the disk.</summary>
    /// <exception cref="RunFileException">It cannot be written.</exception>
    public void Flush() => Guard(path, () =>
    {
        file.Flush(flushToDisk: true);
        return true;
    });

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static byte[] KeyOf(string run) => SHA256.HashData(Encoding.UTF8.GetBytes(run));

    private static byte[] Hash(byte[] key, ReadOnlySpan<byte> head, ReadOnlySpan<byte> counts, ReadOnlySpan<byte> doses)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(key);
        hash.AppendData(head);
        hash.AppendData(counts);
        hash.AppendData(doses);
        return hash.GetHashAndReset();
    }

    private static FileStream Read(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunFileException(path, FileFault.Reading(path, error), error);
        }
    }

    private static byte[] Head(string path, FileStream file)
    {
        byte[] head = new byte[Magic.Length + HashBytes];
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan(0, Magic.Length).SequenceEqual(Magic)
            ? head[Magic.Length..]
            : throw Damaged(path, "it does not begin as weeks of a run do");
    }

    private static (Tally[] Tallies, int[] Doses, double Seconds) ReadWeek(string path, FileStream file, byte[] key, DateOnly week)
    {
        byte[] head = new byte[HeadBytes];
        byte[] hash = new byte[HashBytes];
        if (file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) < HeadBytes || file.ReadAtLeast(hash, HashBytes, throwOnEndOfStream: false) < HashBytes)
        {
            throw Damaged(path, $"the week to {week:yyyy-MM-dd} is missing");
        }

        int strata = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4));
        int cells = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(16));
        if (strata < 0 || cells < 0 || ((long)strata * Tally.Keys * sizeof(long)) + ((long)cells * sizeof(int)) > file.Length - file.Position)
        {
            throw Damaged(path, $"the week to {week:yyyy-MM-dd} is incomplete");
        }

        Tally[] tallies = new Tally[strata];
        file.ReadExactly(MemoryMarshal.AsBytes(tallies.AsSpan()));
        int[] doses = new int[cells];
        file.ReadExactly(MemoryMarshal.AsBytes(doses.AsSpan()));
        return Hash(key, head, MemoryMarshal.AsBytes(tallies.AsSpan()), MemoryMarshal.AsBytes(doses.AsSpan())).AsSpan().SequenceEqual(hash) && BinaryPrimitives.ReadInt32LittleEndian(head) == week.DayNumber
            ? (tallies, doses, BinaryPrimitives.ReadDoubleLittleEndian(head.AsSpan(8)))
            : throw Damaged(path, $"the checksum of the week to {week:yyyy-MM-dd} does not match");
    }

    private static RunFileException Damaged(string path, string how) =>
        new(path, $"the weeks of the stopped run cannot be used: {how}. Begin the run anew with --force.");

    private static T Guard<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunFileException(path, FileFault.Writing(path, error), error);
        }
    }
}
