
namespace Simulation.Viewer.Recordings;

/// <summary>Numbers of a recording's file; <c>viewer/docs/recording.md</c> is the reference.</summary>
internal static class RecordingFormat
{
    /// <summary>Ending of a recording's name.</summary>
    public const string Extension = ".recording";

    /// <summary>Version of the format.</summary>
    public const int Version = 1;

    /// <summary>Bytes before the first chunk: magic (8), version (4), checksum of both (4).</summary>
    public const int HeadBytes = 16;

    /// <summary>Bytes after the index: where it begins (8), mark (4), checksum of both (4).</summary>
    public const int FootBytes = 16;

    /// <summary>Last mark of a file that was closed.</summary>
    public const uint FootMark = 'C' | ('L' << 8) | ('S' << 16) | ('D' << 24);

    /// <summary>Most residents that the viewer shows.</summary>
    public const int MaxResidents = 10_000_000;

    /// <summary>Longest body of a chunk: a day of the most residents, both arms, that nothing could make smaller, and more.</summary>
    public const int MaxBody = 64 * 1024 * 1024;

    /// <summary>Days that a key day serves: eight weeks of the same weekday.</summary>
    public const int KeyDays = 56;

    /// <summary>First bytes of every recording; a transfer that takes it for text damages the line end.</summary>
    public static ReadOnlySpan<byte> Magic => "SIMREC\r\n"u8;
}

/// <summary>What a chunk holds: four letters.</summary>
internal enum ChunkKind
{
    /// <summary>What is recorded, and of whom.</summary>
    About = 'A' | ('B' << 8) | ('O' << 16) | ('U' << 24),

    /// <summary>Where residents live, and their fixed facts.</summary>
    Positions = 'P' | ('O' << 8) | ('S' << 16) | ('N' << 24),

    /// <summary>Outlines of neighbourhoods and places.</summary>
    Outlines = 'O' | ('U' << 8) | ('T' << 16) | ('L' << 24),

    /// <summary>The scenario as it stood from a day on.</summary>
    Scenario = 'S' | ('C' << 8) | ('E' << 16) | ('N' << 24),

    /// <summary>All residents of both arms on one day.</summary>
    Day = 'D' | ('A' << 8) | ('Y' << 16) | ('S' << 24),

    /// <summary>Figures that were published at the end of a week.</summary>
    Week = 'W' | ('E' << 8) | ('E' << 16) | ('K' << 24),

    /// <summary>Where all chunks lie.</summary>
    Index = 'I' | ('N' << 8) | ('D' << 16) | ('X' << 24),
}
