namespace Simulation.Engine.OpenData;

/// <summary>Tells what stands under a file's name when it is no text at all or the text of something else.</summary>
internal static class ForeignContent
{
    /// <summary>What the content is and what to do, as a sentence without its full stop; null when it may be what was expected.</summary>
    public static string? Name(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("version https://git-lfs"u8))
        {
            return "this is a pointer of Git LFS, not the file that it points at; fetch it with 'git lfs pull', or download the file itself";
        }

        if (content.StartsWith("/annex/objects/"u8) || (content.Length < 1000 && content.IndexOf(".git/annex/objects/"u8) >= 0))
        {
            return "this is a pointer of git-annex, not the file that it points at; fetch it with 'git annex get'";
        }

        if (content.StartsWith("PK\x03\x04"u8))
        {
            return "this is a workbook or another archive (zip); open it, and save the sheet as 'CSV UTF-8 (comma delimited)', or unpack it";
        }

        if (content is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return "this is an old Excel workbook; open it, and save the sheet as 'CSV UTF-8 (comma delimited)'";
        }

        if (content is [0x1F, 0x8B, ..])
        {
            return "this file is compressed (gzip); unpack it";
        }

        if (content.StartsWith("%PDF"u8))
        {
            return "this is a PDF; download the table itself";
        }

        if (content.StartsWith("PAR1"u8))
        {
            return "this is a Parquet file; write it as CSV";
        }

        ReadOnlySpan<byte> start = content.TrimStart(" \t\r\n"u8);
        if (start is [(byte)'<', ..])
        {
            return "this is a web page or XML, so the download failed or asked for something; open the address in a browser and download the file again";
        }

        return content is [0, ..] or [_, 0, ..] || content.IndexOf("\0\0"u8) is >= 0 and < 1000
            ? "this is no text (it has zero bytes near its start); copy it again from its source, or save it as UTF-8"
            : null;
    }
}
