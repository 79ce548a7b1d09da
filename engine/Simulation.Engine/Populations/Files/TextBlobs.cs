using System.Runtime.InteropServices;
using System.Text;

namespace Simulation.Engine.Populations.Files;

/// <summary>Byte strings one after another, each a 32-bit length and its bytes.</summary>
internal static class TextBlobs
{
    /// <summary>Exactly <paramref name="count"/> byte strings; null when the bytes are not that.</summary>
    public static List<byte[]>? Split(ReadOnlySpan<byte> bytes, int count)
    {
        List<byte[]> blobs = [];
        int at = 0;
        while (blobs.Count < count && bytes.Length - at >= sizeof(int))
        {
            int length = MemoryMarshal.Read<int>(bytes[at..]);
            at += sizeof(int);
            if (length < 0 || length > bytes.Length - at)
            {
                return null;
            }

            blobs.Add(bytes.Slice(at, length).ToArray());
            at += length;
        }

        return blobs.Count == count && at == bytes.Length ? blobs : null;
    }

    /// <summary>The same as texts.</summary>
    public static IEnumerable<string>? Read(ReadOnlySpan<byte> bytes, int count) => Split(bytes, count)?.Select(Encoding.UTF8.GetString);
}
