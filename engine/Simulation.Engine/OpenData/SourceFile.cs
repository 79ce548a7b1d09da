using System.Security.Cryptography;
using System.Text;
using Simulation.Engine.Populations;

namespace Simulation.Engine.OpenData;

/// <summary>The bytes of one file of the folder, with its hash.</summary>
internal sealed class SourceFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] bytes;

    private SourceFile(OpenDataFile format, string path, byte[] bytes)
    {
        Format = format;
        Path = path;
        this.bytes = bytes;
    }

    /// <summary>What the file should hold.</summary>
    public OpenDataFile Format { get; }

    /// <summary>Path as the user gave the folder, for messages.</summary>
    public string Path { get; }

    /// <summary>Content without a byte order mark.</summary>
    public ReadOnlySpan<byte> Content => bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;

    /// <summary>Name and SHA-256 (lower-case hexadecimal) of all bytes.</summary>
    public InputFile Describe() => new(Format.Name, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>Reads a file whole; null, with an error noted, when it is missing, unreadable or empty.</summary>
    public static SourceFile? Read(string folder, OpenDataFile format, ErrorLog errors)
    {
        var path = System.IO.Path.Combine(folder, format.Name);
        try
        {
            var file = new SourceFile(format, path, File.ReadAllBytes(path));
            if (file.Content.IsEmpty)
            {
                errors.Add(path, 0, string.Empty, $"the file is empty; expected {format.Content}; {format.Expected}. Copy it again from its source.");
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
            errors.Add(path, 0, string.Empty, $"the file cannot be read ({exception.Message}). Check that it is a file and that you may read it.");
        }

        return null;
    }

    /// <summary>Content as text; null, with an error noted, when it is not UTF-8.</summary>
    public string? Text(ErrorLog errors)
    {
        try
        {
            return StrictUtf8.GetString(Content);
        }
        catch (DecoderFallbackException exception)
        {
            errors.Add(Path, LineAt(Math.Max(0, exception.Index)), string.Empty, "the text is not UTF-8 from here on; save the file as UTF-8.");
            return null;
        }
    }

    /// <summary>Line, from 1, of a byte of <see cref="Content"/>.</summary>
    public int LineAt(long offset) => 1 + Content[..(int)Math.Min(offset, Content.Length)].Count((byte)'\n');
}
