using System.Security.Cryptography;
using System.Text;
using Simulation.Engine.Files;
using Simulation.Engine.Populations;

namespace Simulation.Engine.OpenData;

/// <summary>The bytes of one file of the folder, with its hash.</summary>
internal sealed class SourceFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] bytes;
    private readonly byte[] utf8;

    private SourceFile(OpenDataFile format, string path, byte[] bytes)
    {
        Format = format;
        Path = path;
        this.bytes = bytes;
        utf8 = ToUtf8(bytes);
    }

    /// <summary>What the file should hold.</summary>
    public OpenDataFile Format { get; }

    /// <summary>Path as the user gave the folder, for messages.</summary>
    public string Path { get; }

    /// <summary>Content as UTF-8 without a byte order mark.</summary>
    public ReadOnlySpan<byte> Content => utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? utf8.AsSpan(3) : utf8;

    /// <summary>Name and SHA-256 (lower-case hexadecimal) of all bytes.</summary>
    public InputFile Describe() => new(Format.Name, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>Reads a file whole; null, with an error noted, when it is missing, unreadable or empty.</summary>
    public static SourceFile? Read(string folder, OpenDataFile format, ErrorLog errors)
    {
        var path = System.IO.Path.Combine(folder, format.Name);
        try
        {
            var file = new SourceFile(format, path, File.ReadAllBytes(path));
            if (file.Content.Trim(" \t\r\n\0"u8).IsEmpty)
            {
                errors.Add(path, 0, string.Empty, $"the file is empty; expected {format.Content}; {format.Expected}. Copy it again from its source.");
                return null;
            }

            if (ForeignContent.Name(file.Content) is { } foreign)
            {
                errors.Add(path, 0, string.Empty, $"{foreign}; expected {format.Content}.");
                return null;
            }

            return file;
        }
        catch (FileNotFoundException)
        {
            errors.Add(path, 0, string.Empty, $"the file is missing; expected {format.Content}; {format.Expected}. Add it, or point at the folder that has it.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add(path, 0, string.Empty, FileFault.Reading(path, exception));
        }

        return null;
    }

    /// <summary>Content as text; null, with an error noted, when it is not UTF-8.</summary>
    public string? Text(ErrorLog errors)
    {
        try
        {
            string text = StrictUtf8.GetString(Content);

            // Line ends of old spreadsheets on a Mac.
            return text.Contains('\n', StringComparison.Ordinal) ? text : text.Replace('\r', '\n');
        }
        catch (DecoderFallbackException exception)
        {
            errors.Add(Path, LineAt(Math.Max(0, exception.Index)), string.Empty, "the text is not UTF-8 from here on; save the file as UTF-8 (in Excel: 'CSV UTF-8 (comma delimited)').");
            return null;
        }
    }

    /// <summary>What spreadsheets save as "Unicode text" is UTF-16; everything else is taken as it is.</summary>
    private static byte[] ToUtf8(byte[] bytes)
    {
        Encoding? encoding = bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode : null;
        return encoding is null ? bytes : Encoding.Convert(encoding, Encoding.UTF8, bytes, 2, bytes.Length - 2);
    }

    /// <summary>Line, from 1, of a byte of <see cref="Content"/>.</summary>
    public int LineAt(long offset) => 1 + Content[..(int)Math.Min(offset, Content.Length)].Count((byte)'\n');
}
