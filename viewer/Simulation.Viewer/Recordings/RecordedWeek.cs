using System.Buffers.Binary;

namespace Simulation.Viewer.Recordings;

/// <summary>Messages of a week in one chunk: each after its length (4).</summary>
internal static class RecordedWeek
{
    /// <summary>Writes them.</summary>
    public static byte[] Pack(IReadOnlyList<byte[]> messages)
    {
        byte[] all = new byte[messages.Sum(m => sizeof(int) + m.Length)];
        int at = 0;
        foreach (byte[] message in messages)
        {
            BinaryPrimitives.WriteInt32LittleEndian(all.AsSpan(at), message.Length);
            message.CopyTo(all, at + sizeof(int));
            at += sizeof(int) + message.Length;
        }

        return DayCoder.Pack(all);
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="RecordingException">They are cut short.</exception>
    public static IReadOnlyList<byte[]> Unpack(byte[] body)
    {
        byte[] all = DayCoder.Unpack(body, RecordingFormat.MaxBody);
        var messages = new List<byte[]>();
        try
        {
            for (int at = 0; at < all.Length;)
            {
                int length = BinaryPrimitives.ReadInt32LittleEndian(all.AsSpan(at));
                messages.Add(all.AsSpan(at + sizeof(int), length).ToArray());
                at += sizeof(int) + length;
            }
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new RecordingException("a week's figures are cut short", e);
        }

        return messages;
    }
}
