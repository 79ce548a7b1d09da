using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Recordings;

/// <summary>
/// Writes one day of both arms small, and reads it again. The scenario is told as what differs from a key day of the same
/// weekday, the baseline as what differs from the scenario: under the same luck that is little.
/// </summary>
/// <remarks>
/// Whom chance sends where has no pattern that a search for repeats could find, only frequencies: Huffman codes alone are three
/// times as quick as a search and smaller than its fastest. Differences between twins are long runs of nothing.
/// </remarks>
internal static class DayCoder
{
    private static readonly ZLibCompressionOptions Frequencies = new() { CompressionLevel = 1, CompressionStrategy = ZLibCompressionStrategy.HuffmanOnly };
    private static readonly ZLibCompressionOptions Runs = new() { CompressionLevel = 6, CompressionStrategy = ZLibCompressionStrategy.RunLengthEncoding };

    /// <summary>Writes a day.</summary>
    /// <param name="scenario">State bytes of the scenario; <see cref="StateByte.Differs"/> is not kept, it follows from both arms.</param>
    /// <param name="baseline">State bytes of the baseline.</param>
    /// <param name="key">The scenario's states on the key day; empty for a key day itself.</param>
    /// <param name="context">What kind of day it was.</param>
    /// <param name="body">Receives the body of the chunk.</param>
    public static void Write(ReadOnlySpan<byte> scenario, ReadOnlySpan<byte> baseline, ReadOnlySpan<byte> key, DayWords context, MemoryStream body)
    {
        body.SetLength(0);
        WriteWords(body, context.School);
        WriteWords(body, context.Weather);
        long at = body.Position;
        body.Write(stackalloc byte[sizeof(int)]);
        byte[] difference = new byte[scenario.Length];
        Differ(scenario, key, difference);
        Deflate(difference, Frequencies, body);
        int first = (int)(body.Position - at - sizeof(int));
        Differ(baseline, scenario, difference);
        Deflate(difference, Runs, body);
        BinaryPrimitives.WriteInt32LittleEndian(body.GetBuffer().AsSpan((int)at), first);
    }

    /// <summary>Reads a day.</summary>
    /// <param name="body">Body of the chunk.</param>
    /// <param name="key">The scenario's states on the key day; empty for a key day itself.</param>
    /// <param name="scenario">Receives the scenario's states.</param>
    /// <param name="baseline">Receives the baseline's; empty when it is not wanted.</param>
    /// <returns>What kind of day it was.</returns>
    /// <exception cref="RecordingException">The body is no day of so many residents.</exception>
    public static DayWords Read(byte[] body, ReadOnlySpan<byte> key, Span<byte> scenario, Span<byte> baseline)
    {
        try
        {
            int at = 0;
            var context = new DayWords(ReadWords(body, ref at), ReadWords(body, ref at));
            int first = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at));
            at += sizeof(int);
            Inflate(body, at, first, scenario);
            Differ(scenario, key, scenario);
            if (!baseline.IsEmpty)
            {
                Inflate(body, at + first, body.Length - at - first, baseline);
                Differ(baseline, scenario, baseline);
            }

            return context;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or IndexOutOfRangeException)
        {
            throw new RecordingException("the day holds other residents than the recording", e);
        }
    }

    /// <summary>Compresses what has patterns: words, figures, outlines.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>The bytes again.</summary>
    /// <exception cref="RecordingException">They are not what was packed.</exception>
    public static byte[] Unpack(byte[] packed, int most)
    {
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            byte[] piece = new byte[81_920];
            int read;
            while ((read = deflate.Read(piece)) > 0)
            {
                bytes.Write(piece, 0, read);
                if (bytes.Length > most)
                {
                    throw new RecordingException("a part is larger than anything that the viewer records");
                }
            }

            return bytes.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new RecordingException("a part cannot be unpacked", e);
        }
    }

    private static void Deflate(byte[] bytes, ZLibCompressionOptions options, MemoryStream to)
    {
        using var deflate = new DeflateStream(to, options, leaveOpen: true);
        deflate.Write(bytes);
    }

    private static void Inflate(byte[] body, int at, int length, Span<byte> to)
    {
        using var inflate = new DeflateStream(new MemoryStream(body, at, length), CompressionMode.Decompress);
        inflate.ReadExactly(to);
        if (inflate.ReadByte() >= 0)
        {
            throw new InvalidDataException("longer than it should be");
        }
    }

    // Either way: what differs from the other gives the first again.
    private static void Differ(ReadOnlySpan<byte> states, ReadOnlySpan<byte> other, Span<byte> to)
    {
        int done = 0;
        if (!other.IsEmpty)
        {
            ReadOnlySpan<Vector<byte>> a = MemoryMarshal.Cast<byte, Vector<byte>>(states);
            ReadOnlySpan<Vector<byte>> b = MemoryMarshal.Cast<byte, Vector<byte>>(other);
            Span<Vector<byte>> c = MemoryMarshal.Cast<byte, Vector<byte>>(to);
            for (int i = 0; i < c.Length; i++)
            {
                c[i] = (a[i] ^ b[i]) & new Vector<byte>(StateByte.Compared);
            }

            done = c.Length * Vector<byte>.Count;
        }

        for (int i = done; i < states.Length; i++)
        {
            to[i] = (byte)((states[i] ^ (other.IsEmpty ? 0 : other[i])) & StateByte.Compared);
        }
    }

    private static void WriteWords(MemoryStream body, string words)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(words);
        body.WriteByte(checked((byte)bytes.Length));
        body.Write(bytes);
    }

    private static string ReadWords(byte[] body, ref int at)
    {
        int length = body[at];
        string words = Encoding.UTF8.GetString(body, at + 1, length);
        at += 1 + length;
        return words;
    }
}
