using System.Security.Cryptography;
using System.Text;

namespace Simulation.Results.RunFiles;

/// <summary>
/// The digest that a run file carries of its own bytes: SHA-256 with the digest's own place taken as zeros. One bit changed
/// anywhere, by a disk or by a hand, and the file no longer agrees with it.
/// </summary>
internal static class FileSeal
{
    /// <summary>Key in the manifest.</summary>
    public const string Key = "seal";

    private const int Digits = 64;
    private const int Block = 1 << 20;
    private const string Scheme = "sha256:";

    // SQLite keeps a row's texts side by side: the key, then the value.
    private static readonly byte[] Marker = Encoding.ASCII.GetBytes(Key + Scheme);

    /// <summary>What the manifest holds until the file is whole.</summary>
    public static string Open { get; } = Scheme + new string('0', Digits);

    /// <summary>Puts the digest in its place and sees the file safely onto the disk.</summary>
    /// <param name="path">A file whose manifest holds <see cref="Open"/>.</param>
    public static void Close(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        long at = Find(stream) ?? throw new InvalidOperationException("The file has no single place for its seal.");
        byte[] digest = Encoding.ASCII.GetBytes(Digest(stream, at));
        stream.Position = at;
        stream.Write(digest);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Whether the file is as it was when it was sealed.</summary>
    public static bool Holds(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (Find(stream) is not { } at)
        {
            return false;
        }

        byte[] kept = new byte[Digits];
        stream.Position = at;
        stream.ReadExactly(kept);
        return Encoding.ASCII.GetBytes(Digest(stream, at)).AsSpan().SequenceEqual(kept);
    }

    // Where the digits begin; null unless there is exactly one such place.
    private static long? Find(FileStream stream)
    {
        byte[] buffer = new byte[Block + Marker.Length - 1];
        long? found = null;
        int carried = 0;
        stream.Position = 0;
        while (stream.Read(buffer, carried, Block) is var read and > 0)
        {
            ReadOnlySpan<byte> seen = buffer.AsSpan(0, carried + read);
            long start = stream.Position - seen.Length;
            for (int from = 0; seen[from..].IndexOf(Marker) is var at and >= 0; from += at + 1)
            {
                if (found is not null)
                {
                    return null;
                }

                found = start + from + at + Marker.Length;
            }

            carried = Math.Min(Marker.Length - 1, seen.Length);
            seen[^carried..].CopyTo(buffer);
        }

        return found + Digits <= stream.Length ? found : null;
    }

    private static string Digest(FileStream stream, long at)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[Block];
        stream.Position = 0;
        for (long start = 0; stream.Read(buffer, 0, Block) is var read and > 0; start += read)
        {
            long from = Math.Max(at, start);
            long to = Math.Min(at + Digits, start + read);
            if (from < to)
            {
                buffer.AsSpan((int)(from - start), (int)(to - from)).Fill((byte)'0');
            }

            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
