using System.Collections.Concurrent;
using System.Text;
using Simulation.Engine.Files;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;

namespace Simulation.Scenarios.Resolution;

/// <summary>Bytes to text: refuses what is too large, not UTF-8, or holds characters that no editor shows.</summary>
internal static class SourceLoader
{
    // A pipe gives its bytes once, and a command may look at a file twice: to see what it is, and to read it.
    private static readonly ConcurrentDictionary<string, byte[]> Pipes = new(StringComparer.Ordinal);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; null after a diagnostic when it cannot be used.</summary>
    public static SourceText? LoadFile(string path, DiagnosticBag bag)
    {
        var nameOnly = new SourceText(path, string.Empty);
        try
        {
            if (Directory.Exists(path))
            {
                bag.Error(Codes.Unreadable, SourceSpan.Whole(nameOnly), "This is a folder, not a scenario file.", "Name one .yaml file in it.");
                return null;
            }

            var file = new FileInfo(path);
            if (!file.Exists && path.Contains("://", StringComparison.Ordinal))
            {
                bag.Error(Codes.Unreadable, SourceSpan.Whole(nameOnly), "This is an address, and nothing is fetched from the network.", "Save what it leads to as a file, and name that file.");
                return null;
            }

            if (!file.Exists)
            {
                bag.Error(Codes.Unreadable, SourceSpan.Whole(nameOnly), "There is no such file.", NearestFile(path));
                return null;
            }

            if (file.Length > SyntaxLimits.FileBytes)
            {
                TooLarge(nameOnly, bag);
                return null;
            }

            return Decode(path, ReadBytes(path), bag, Path.GetFullPath(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            bag.Error(Codes.Unreadable, SourceSpan.Whole(nameOnly), $"The file cannot be read: {FileFault.Reading(path, e)}", null);
            return null;
        }
    }

    /// <summary>Text of <paramref name="bytes"/>; null after a diagnostic when they are not plain UTF-8 text.</summary>
    public static SourceText? Decode(string name, byte[] bytes, DiagnosticBag bag, string? identity = null)
    {
        var nameOnly = new SourceText(name, string.Empty);
        if (bytes.Length > SyntaxLimits.FileBytes)
        {
            TooLarge(nameOnly, bag);
            return null;
        }

        if (ForeignFile.Of(bytes) is { } foreign)
        {
            bag.Error(Codes.Unreadable, new SourceSpan(nameOnly, 1, 1, 1, 2), $"This is {foreign.What}, not a scenario.", foreign.Instead);
            return null;
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || (bytes.Length > 1 && (bytes[0] == 0 || bytes[1] == 0)))
        {
            bag.Error(Codes.Encoding, new SourceSpan(nameOnly, 1, 1, 1, 2), "The file is in UTF-16 or UTF-32; scenarios are UTF-8.", "Save it again with the encoding UTF-8.");
            return null;
        }

        ReadOnlySpan<byte> content = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
        try
        {
            return Check(new SourceText(name, Strict.GetString(content), identity), bag);
        }
        catch (DecoderFallbackException e)
        {
            ReadOnlySpan<byte> before = content[..Math.Clamp(e.Index, 0, content.Length)];
            int line = 1 + before.Count((byte)'\n');
            int column = 1 + Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
            bag.Error(
                Codes.Encoding, new SourceSpan(nameOnly, line, column, line, column + 1),
                "A byte that is not UTF-8 stands here, such as a pound sign saved by an old editor.", "Save the file again with the encoding UTF-8.");
            return null;
        }
    }

    /// <summary>The text itself when every character in it may stand in a scenario; else null after a diagnostic.</summary>
    public static SourceText? Check(SourceText source, DiagnosticBag bag)
    {
        if (source.Text.Length > SyntaxLimits.FileBytes)
        {
            TooLarge(new SourceText(source.Name, string.Empty), bag);
            return null;
        }

        bool good = true;
        for (int number = 1; number <= source.LineCount && good; number++)
        {
            string line = source.Line(number);
            if (line.Length > SyntaxLimits.LineLength)
            {
                var span = new SourceSpan(new SourceText(source.Name, string.Empty), number, 1, number, 1);
                bag.Error(Codes.TooLarge, span, $"The line has {line.Length:N0} characters; the most is {SyntaxLimits.LineLength:N0}.", "Break the line.");
                good = false;
            }

            for (int i = 0; i < line.Length && good; i++)
            {
                char c = line[i];
                bool surrogate = char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < line.Length && char.IsLowSurrogate(line[i + 1]))
                    && !(char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(line[i - 1]));
                if ((char.IsControl(c) && c != '\t') || c is '\uFFFE' or '\uFFFF' || surrogate)
                {
                    var span = new SourceSpan(source, number, i + 1, number, i + 2);
                    bag.Error(Codes.ControlCharacter, span, $"An invisible character (U+{(int)c:X4}) stands here; scenarios are plain text.", "Delete the character.");
                    good = false;
                }
            }

            int indent = line.Length - line.TrimStart(' ', '\t').Length;
            int tab = line.AsSpan(0, indent).IndexOf('\t');
            if (good && tab >= 0 && indent < line.Length && line[indent] != '#')
            {
                bag.Error(
                    Codes.Tab, new SourceSpan(source, number, tab + 1, number, tab + 2),
                    "The line is indented with a tab; YAML counts spaces only.", "Replace the tab by two spaces.");
                good = false;
            }
        }

        return good ? source : null;
    }

    private static void TooLarge(SourceText source, DiagnosticBag bag) =>
        bag.Error(Codes.TooLarge, SourceSpan.Whole(source), $"The file is larger than {SyntaxLimits.FileBytes:N0} bytes.", "Is it a scenario? Split it with `include` if so.");

    private static string? NearestFile(string path)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder))
        {
            return "The folder does not exist either.";
        }

        string[] names = [.. Directory.EnumerateFiles(folder, "*.y*ml").Take(500).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        return NearestWord.Hint(Path.GetFileName(path), names)
            ?? NearestWord.Hint(path, ScenarioLibrary.Names)
            ?? "Library scenarios go by their names, such as 'baseline' or 'school-streets'.";
    }

    /// <summary>A file's bytes; of one that never ends (a device, a pipe) one more than a scenario may have.</summary>
    internal static byte[] ReadBytes(string path)
    {
        using FileStream file = File.OpenRead(path);
        if (!file.CanSeek && Pipes.TryGetValue(path, out byte[]? before))
        {
            return before;
        }

        byte[] bytes = new byte[SyntaxLimits.FileBytes + 1];
        int read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return file.CanSeek ? bytes[..read] : Pipes.GetOrAdd(path, bytes[..read]);
    }
}
