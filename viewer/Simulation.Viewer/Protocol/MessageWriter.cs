using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
namespace Simulation.Viewer.Protocol;

/// <summary>Writes the messages that are small or sent once. All numbers are little-endian.</summary>
public static class MessageWriter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>A message whose body is JSON.</summary>
    public static byte[] OfJson(MessageKind kind, object body)
    {
        using var stream = new MemoryStream();
        WriteHeader(stream, kind);
        JsonSerializer.Serialize(stream, body, body.GetType(), Json);
        return stream.ToArray();
    }

    /// <summary>A message whose body is a picture.</summary>
    public static byte[] Picture(ReadOnlySpan<byte> webp)
    {
        byte[] message = new byte[Wire.HeaderBytes + webp.Length];
        PutHeader(message, MessageKind.Picture);
        webp.CopyTo(message.AsSpan(Wire.HeaderBytes));
        return message;
    }

    /// <summary>u32 residents, then x and y (u16 each) of every resident, then a <see cref="FixedFacts"/> byte of every resident.</summary>
    public static byte[] Positions(ViewMap map)
    {
        int residents = map.Residents;
        byte[] message = new byte[Wire.HeaderBytes + 4 + (residents * 5)];
        PutHeader(message, MessageKind.Positions);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(4), residents);
        PutNumbers(map.Positions, message.AsSpan(8));
        map.Facts.CopyTo(message.AsSpan(8 + (residents * 4)));
        return message;
    }

    /// <summary>
    /// Twice (neighbourhoods, then places): u32 count, then for each u16 rings, then for each ring u16 points and x, y (u16 each).
    /// </summary>
    public static byte[] Outlines(ViewMap map)
    {
        using var stream = new MemoryStream();
        WriteHeader(stream, MessageKind.Outlines);
        WriteOutlines(stream, map.Outlines);
        WriteOutlines(stream, map.PlaceOutlines);
        return stream.ToArray();
    }

    /// <summary>
    /// One indicator of one arm and week for every neighbourhood: i32 day, u8 arm, u8 length of the name, u16 neighbourhoods,
    /// the name (ASCII, padded with spaces to a multiple of four), then f32 values (NaN: none), then f32 counts.
    /// </summary>
    public static byte[] NeighbourhoodWeek(int day, Arm arm, string name, ReadOnlySpan<float> values, ReadOnlySpan<float> counts)
    {
        ArgumentNullException.ThrowIfNull(name);
        string padded = name.PadRight((name.Length + 3) / 4 * 4);
        byte[] message = new byte[Wire.HeaderBytes + 8 + padded.Length + (values.Length * 8)];
        PutHeader(message, MessageKind.NeighbourhoodWeek);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(4), day);
        message[8] = (byte)arm;
        message[9] = checked((byte)padded.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(10), checked((ushort)values.Length));
        System.Text.Encoding.ASCII.GetBytes(padded, message.AsSpan(12));
        int at = 12 + padded.Length;
        foreach (float value in values)
        {
            BinaryPrimitives.WriteSingleLittleEndian(message.AsSpan(at), value);
            at += 4;
        }

        foreach (float count in counts)
        {
            BinaryPrimitives.WriteSingleLittleEndian(message.AsSpan(at), count);
            at += 4;
        }

        return message;
    }

    /// <summary>Puts the four bytes that every message begins with.</summary>
    public static void PutHeader(Span<byte> message, MessageKind kind)
    {
        message[0] = Wire.Magic0;
        message[1] = Wire.Magic1;
        message[2] = Wire.Version;
        message[3] = (byte)kind;
    }

    /// <summary>Copies numbers in little-endian order.</summary>
    public static void PutNumbers(ReadOnlySpan<ushort> numbers, Span<byte> target)
    {
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(numbers).CopyTo(target);
            return;
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(target[(2 * i)..], numbers[i]);
        }
    }

    private static void WriteHeader(Stream stream, MessageKind kind)
    {
        Span<byte> header = stackalloc byte[Wire.HeaderBytes];
        PutHeader(header, kind);
        stream.Write(header);
    }

    private static void WriteOutlines(Stream stream, ushort[][][] outlines)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, outlines.Length);
        stream.Write(number);
        foreach (ushort[][] rings in outlines)
        {
            WriteShort(stream, rings.Length);
            foreach (ushort[] ring in rings)
            {
                WriteShort(stream, ring.Length / 2);
                byte[] points = new byte[ring.Length * 2];
                PutNumbers(ring, points);
                stream.Write(points);
            }
        }
    }

    private static void WriteShort(Stream stream, int value)
    {
        Span<byte> number = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(number, checked((ushort)value));
        stream.Write(number);
    }
}
