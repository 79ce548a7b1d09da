using Simulation.Engine.Files;

namespace Simulation.Viewer.Recordings;

/// <summary>Files that recordings lie in.</summary>
internal static class RecordingFiles
{
    /// <summary>A file that nobody else sees and that is gone with the process, even one that is killed.</summary>
    public static FileStream Scratch()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + RecordingFormat.Extension);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }

    /// <summary>A new file under a name.</summary>
    /// <exception cref="RecordingException">There is one already, or it cannot be made.</exception>
    public static FileStream New(string path)
    {
        Refuse(path);
        try
        {
            return new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{path} cannot be recorded to: {FileFault.Writing(path, e)}", e);
        }
    }

    /// <summary>Refuses a name that a recording cannot be given.</summary>
    /// <exception cref="RecordingException">It cannot.</exception>
    public static void Refuse(string path)
    {
        if (File.Exists(path) || Directory.Exists(path))
        {
            throw new RecordingException($"{path} exists already, and a recording overwrites nothing. Give another name, or move it away.");
        }

        if (!string.Equals(Path.GetExtension(path), RecordingFormat.Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new RecordingException($"{path} should end in {RecordingFormat.Extension}, so that it can be told from a scenario or a run file.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new RecordingException($"{path} cannot be recorded to: there is no folder {folder}.");
        }

        try
        {
            FileFault.Probe(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{path} cannot be recorded to: {FileFault.Writing(path, e)}", e);
        }
    }

    /// <summary>Whether a file begins like a recording; false for one that is missing.</summary>
    public static bool LooksLikeOne(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            Span<byte> magic = stackalloc byte[RecordingFormat.Magic.Length];
            return file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) == magic.Length && magic.SequenceEqual(RecordingFormat.Magic);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
