using System.Runtime.InteropServices;

namespace Simulation.Engine.Files;

/// <summary>
/// Says in plain words what went wrong with a file and what to do. What the system says of it ("Access to the path … is
/// denied", "SQLite Error 13") is for programmers; the user needs the cause and the way out.
/// </summary>
public static class FileFault
{
    /// <summary>Why a file or folder could not be read, as a whole sentence or two.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="error">What the system said.</param>
    public static string Reading(string path, Exception error) => Of(path, error) switch
    {
        Cause.NoFile => "this is a device and no file; name a file.",
        Cause.IsFolder => "this is a folder, and a file is needed; name a file in it.",
        Cause.Missing => "there is no such file; check the name.",
        Cause.Denied => "you may not read this file; ask its owner for the permission, or copy it to a folder of yours.",
        Cause.Locked => "another program holds this file; close it there, or wait until that program has ended, and try again.",
        Cause.NameTooLong => "the name is longer than the system takes; choose a shorter one.",
        Cause.Device => "the disk or the network drive does not answer as it should; copy the file to this machine's own disk and try again.",
        Cause.TooManyOpen => "too many files are open; close other programs and try again.",
        _ => "the system could not read this file; copy it to this machine's own disk and try again.",
    };

    /// <summary>Why a file could not be written, as a whole sentence or two.</summary>
    /// <inheritdoc cref="Reading"/>
    public static string Writing(string path, Exception error) => Of(path, error) switch
    {
        Cause.IsFolder => "this is a folder, and a file is needed; name a file in it.",
        Cause.NoFile => "this is a device and no file; name a file, or leave the option out.",
        Cause.Missing => Directory.Exists(Folder(path)) ? $"{Folder(path)} takes no new files; choose another folder." : "the folder does not exist; create it, or choose another file.",
        Cause.Denied => $"you may write nothing in {Folder(path)}; choose another folder, or ask its owner for the permission.",
        Cause.ReadOnly => $"{Folder(path)} lies on a disk that can only be read; choose another folder.",
        Cause.Full => Full(path),
        Cause.Locked => "another program holds this file; close it there, or choose another name.",
        Cause.NameTooLong => "the name is longer than the system takes; choose a shorter one.",
        Cause.Device => "the disk or the network drive does not answer as it should; choose a folder on this machine's own disk.",
        Cause.TooManyOpen => "too many files are open; close other programs and try again.",
        _ => $"the system could not write in {Folder(path)}; choose another folder.",
    };

    /// <summary>That there is no room left for a file.</summary>
    /// <param name="path">The file as the user named it.</param>
    public static string Full(string path) => $"the disk of {Folder(path)} is full; make room, or choose a folder on another disk.";

    /// <summary>Why what is printed could not be written: where it goes to has no name here.</summary>
    /// <param name="error">What the system said.</param>
    public static string Printing(Exception error) => Of("standard output", error) switch
    {
        Cause.Full => "the disk that it goes to is full; make room, or let it go elsewhere.",
        Cause.Denied => "it is closed; let it go to a terminal or a file.",
        _ => "what it goes to does not take it; let it go to a terminal or a file.",
    };

    /// <summary>
    /// The same of an error that comes without its file: the system names it between quotation marks, if at all. What this
    /// program itself said of an error is left as it is.
    /// </summary>
    /// <param name="error">What was thrown.</param>
    public static string Sentence(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        string said = error.Message;
        if (error is not (IOException or UnauthorizedAccessException))
        {
            return said;
        }

        int from = said.IndexOf('\'', StringComparison.Ordinal);
        int to = said.LastIndexOf('\'');
        return from >= 0 && to > from + 1
            ? $"{said[(from + 1)..to]}: {Writing(said[(from + 1)..to], error)}"
            : $"a file: {Writing("a file that the system does not name", error)}";
    }

    /// <summary>Makes a file beside a path and removes it again, so that a fault shows before the work for it is done and not after.</summary>
    /// <param name="path">The file that is to be written later; it is not touched.</param>
    /// <exception cref="IOException">Nothing can be written there, e.g. because the disk is full.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written there.</exception>
    public static void Probe(string path)
    {
        if (IsDevice(path))
        {
            // Whoever may write there would put a file in the place of the device.
            throw new IOException($"'{path}' is a device.");
        }

        string probe = $"{path}.{Environment.ProcessId}.probe";
        try
        {
            // A page, because a full disk still takes an empty file.
            using FileStream file = new(probe, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            file.Write(new byte[4096]);
        }
        finally
        {
            File.Delete(probe);
        }
    }

    private static bool IsDevice(string path)
    {
        const string Devices = "/dev/";
        string full = Folder(path) + "/";
        return !OperatingSystem.IsWindows() && full.StartsWith(Devices, StringComparison.Ordinal) && !full.StartsWith(Devices + "shm/", StringComparison.Ordinal);
    }

    private static string Folder(string path)
    {
        try
        {
            return Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        }
        catch (Exception error) when (error is ArgumentException or IOException or NotSupportedException)
        {
            return path;
        }
    }

    private static Cause Of(string path, Exception error)
    {
        if (Directory.Exists(path))
        {
            return Cause.IsFolder;
        }

        if (IsDevice(path))
        {
            return Cause.NoFile;
        }

        return error switch
        {
            FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException => Cause.Missing,
            PathTooLongException => Cause.NameTooLong,
            UnauthorizedAccessException => Cause.Denied,
            _ => OperatingSystem.IsWindows() ? OnWindows(error.HResult & 0xFFFF) : OnUnix(error.HResult),
        };
    }

    // The numbers of Windows: sharing and lock violation, disk full (two), write-protected, too many files, name too long, devices.
    private static Cause OnWindows(int code) => code switch
    {
        32 or 33 => Cause.Locked,
        39 or 112 => Cause.Full,
        19 => Cause.ReadOnly,
        4 => Cause.TooManyOpen,
        206 => Cause.NameTooLong,
        21 or 23 or 27 or 31 or 53 or 55 or 59 or 64 or 121 => Cause.Device,
        _ => Cause.Other,
    };

    // The numbers of Unix, which differ between Linux and macOS where they are above 34.
    private static Cause OnUnix(int number)
    {
        bool linux = RuntimeInformation.IsOSPlatform(OSPlatform.Linux);
        return number switch
        {
            28 => Cause.Full,
            122 when linux => Cause.Full,
            69 when !linux => Cause.Full,
            27 => Cause.Full,
            30 => Cause.ReadOnly,
            1 or 13 => Cause.Denied,
            11 when linux => Cause.Locked,
            35 when !linux => Cause.Locked,
            16 or 26 => Cause.Locked,
            23 or 24 => Cause.TooManyOpen,
            36 when linux => Cause.NameTooLong,
            63 when !linux => Cause.NameTooLong,
            21 => Cause.IsFolder,
            5 or 6 or 19 => Cause.Device,
            116 or 107 or 110 or 112 or 121 when linux => Cause.Device,
            _ => Cause.Other,
        };
    }

    private enum Cause
    {
        Other,
        IsFolder,
        NoFile,
        Missing,
        Denied,
        ReadOnly,
        Full,
        Locked,
        NameTooLong,
        Device,
        TooManyOpen,
    }
}
