using System.Text;
using Simulation.Engine.Files;
using Simulation.Results.RunFiles;

namespace Simulation.Cli.Running;

/// <summary>Writes files that a user names: nothing is replaced unasked, and nothing half-written is left.</summary>
internal static class OutputFile
{
    /// <summary>Endings of what this program writes: what bears one may go, whatever it holds.</summary>
    private static readonly string[] Own = [RunFileFormat.Extension, ".population", ".state"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Refuses a path that may not be written, before any work is done for it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="force">Whether an existing file may be replaced.</param>
    /// <param name="otherwise">What to do instead of replacing, e.g. <c>choose another name with --out</c>.</param>
    /// <exception cref="CommandException">It is a folder, lies in none, exists, or nothing can be written there.</exception>
    public static void EnsureFree(string path, bool force, string otherwise)
    {
        if (Directory.Exists(path))
        {
            throw new CommandException($"{path}: this is a folder; name a file inside it.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new CommandException($"{path}: the folder {folder} does not exist; create it or choose another file.");
        }

        if (File.Exists(path) && !force)
        {
            throw new CommandException($"{path}: exists already; {otherwise}, or replace it with --force.");
        }

        try
        {
            FileFault.Probe(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: {FileFault.Writing(path, error)}");
        }
    }

    /// <summary>
    /// Refuses to put a run, a state or a population in the place of a text, which is somebody's scenario or data: --force
    /// replaces what this program wrote.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CommandException">It is a text.</exception>
    public static void EnsureNoText(string path)
    {
        const int Head = 4096;
        if (!File.Exists(path) || Own.Contains(Path.GetExtension(path)))
        {
            return;
        }

        byte[] head = new byte[Head];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        int read = file.ReadAtLeast(head, Head, throwOnEndOfStream: false);
        if (read > 0 && !head.AsSpan(0, read).Contains((byte)0))
        {
            throw new CommandException($"{path}: is a text, such as a scenario or data, and --force replaces only runs, states and populations; choose another name.");
        }
    }

    /// <summary>Writes a text, as UTF-8, all of it or nothing.</summary>
    /// <param name="path">The file; <see cref="EnsureFree"/> was asked about it.</param>
    /// <param name="text">The text.</param>
    public static void Write(string path, string text) => Write(path, Utf8.GetBytes(text));

    /// <summary>Writes bytes, all of them or nothing.</summary>
    /// <param name="path">The file; <see cref="EnsureFree"/> was asked about it.</param>
    /// <param name="bytes">The bytes.</param>
    public static void Write(string path, byte[] bytes)
    {
        string partial = path + ".partial";
        try
        {
            File.WriteAllBytes(partial, bytes);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(partial);
            throw new CommandException($"{path}: {FileFault.Writing(path, error)}");
        }
    }
}
