namespace Simulation.Scenarios.Resolution;

/// <summary>Files that are taken for scenarios now and then, told by their first bytes.</summary>
internal static class ForeignFile
{
    private const string Text = "A scenario is plain text; `simulate new` writes one to start from.";

    /// <summary>What <paramref name="content"/> is and what to do with it; null when it may be a scenario.</summary>
    public static (string What, string Instead)? Of(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> start = content.TrimStart(" \t\r\n"u8);
        return content.StartsWith("SQLite format 3\0"u8) ? ("a run file or another database", "A run file is compared, as in `simulate compare baseline A.run`, or shown: `simulate view A.run`.")
            : content.StartsWith("SIMPOP\r\n"u8) ? ("a population file", "Name it with --population.")
            : content.StartsWith("SIMSTA\r\n"u8) ? ("the kept state of a run", "Name it with --from.")
            : content.StartsWith("SIMREC\r\n"u8) ? ("a recording", "Open it with `simulate view`.")
            : content.StartsWith("PK\x03\x04"u8) || content is [0xD0, 0xCF, 0x11, 0xE0, ..] ? ("a workbook, a text of a word processor or an archive", Text)
            : content.StartsWith("%PDF"u8) ? ("a PDF", Text)
            : content is [0x1F, 0x8B, ..] ? ("a compressed file (gzip)", "Unpack it.")
            : content is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] ? ("a picture", Text)
            : content.StartsWith("version https://git-lfs"u8) ? ("a pointer of Git LFS, which stands for a file", "Fetch the file with 'git lfs pull'.")
            : start is [(byte)'<', ..] ? ("a web page or XML", "If it was downloaded, save the file itself and not the page that shows it.")
            : null;
    }
}
