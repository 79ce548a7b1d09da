using System.Runtime.InteropServices;

namespace Simulation.Engine.OpenData;

/// <summary>Where each cell of a CSV text starts and ends.</summary>
internal sealed class CsvCells
{
    private readonly List<Slice> slices = [];
    private readonly Dictionary<int, string> unescaped = [];

    /// <summary>Names in the header.</summary>
    public List<string> Header { get; } = [];

    /// <summary>Line that the header starts on.</summary>
    public int HeaderLine { get; private set; } = 1;

    /// <summary>What separates cells.</summary>
    public char Separator { get; private set; } = ',';

    /// <summary>Line on which each row below the header starts.</summary>
    public List<int> Lines { get; } = [];

    /// <summary>Cells in each row.</summary>
    public int Width => Header.Count;

    /// <summary>True when a row was left out.</summary>
    public bool Damaged { get; private set; }

    /// <summary>Text of a cell, without its quotes.</summary>
    public ReadOnlySpan<char> Cell(string text, int index)
    {
        var slice = slices[index];
        return slice.Start < 0 ? unescaped[index] : text.AsSpan(slice.Start, slice.Length);
    }

    /// <summary>Splits a text; null, with an error noted, when a quote is never closed or there is no header.</summary>
    public static CsvCells? Parse(SourceFile file, string text, ErrorLog errors)
    {
        var layout = CsvLayout.Find(text, file.Format.Columns);
        var cells = new CsvCells { Separator = layout.Separator };
        return cells.Split(file, text, layout, errors) ? cells : null;
    }

    private bool Split(SourceFile file, string text, CsvLayout layout, ErrorLog errors)
    {
        var row = new List<(Slice Slice, string? Text)>();
        var misfits = new List<(int Line, int Cells)>();
        var (position, line) = (layout.Start, layout.Line);
        while (position < text.Length)
        {
            row.Clear();
            var start = line;
            if (!SplitRow(text, ref position, ref line, row, out var fault))
            {
                errors.Add(file.Path, start, string.Empty, fault);
                return false;
            }

            // An empty line, or one of separators alone as spreadsheets leave them, is not a row.
            var filled = row.FindLastIndex(cell => !Content(text, cell).IsWhiteSpace());
            if (filled < 0)
            {
                continue;
            }

            // Cells to the right of the table that are all empty were once used and cleared.
            var width = Math.Max(filled + 1, Header.Count);
            row.RemoveRange(Math.Min(width, row.Count), Math.Max(0, row.Count - width));

            if (Header.Count == 0)
            {
                HeaderLine = start;
                Header.AddRange(row.Select(cell => Content(text, cell).Trim().Trim('\uFEFF').ToString()));
            }
            else if (row.Count == Header.Count && IsHeader(text, row))
            {
                // Files of several places, put together with their headers.
                continue;
            }
            else if (filled == 0 && Header.Count > 2)
            {
                Damaged = true;
                errors.Add(file.Path, start, string.Empty,
                    $"only the first of {Header.Count} cells has a text ('{Short(Content(text, row[0]))}'): a note below the table, or a row cut short; remove the note, or copy the file again.");
            }
            else if (row.Count != Header.Count)
            {
                misfits.Add((start, row.Count));
            }
            else
            {
                AddRow(start, row);
            }
        }

        Complain(file, misfits, errors);

        if (Header.Count == 0)
        {
            errors.Add(file.Path, 0, string.Empty, $"the file is empty; {file.Format.Expected}. Copy it again from its source.");
            return false;
        }

        return true;
    }

    /// <summary>One error for each row that does not fit the header; one for all when they have one cause.</summary>
    private void Complain(SourceFile file, List<(int Line, int Cells)> misfits, ErrorLog errors)
    {
        Damaged |= misfits.Count > 0;
        if (misfits.Count > 5 && Lines.Count == 0 && misfits.All(row => row.Cells == misfits[0].Cells))
        {
            errors.Add(file.Path, misfits[0].Line, string.Empty,
                $"every row has {Counted(misfits[0].Cells)}, the header has {Header.Count}; give each column of the rows a name in the header, and no other.");
            return;
        }

        foreach (var (line, cells) in misfits)
        {
            errors.Add(file.Path, line, string.Empty,
                $"the row has {Counted(cells)}, the header has {Header.Count}; check for a missing or extra {Word(Separator)}, or a file cut short.");
        }

        static string Counted(int cells) => cells == 1 ? "1 cell" : $"{cells} cells";

        static string Word(char separator) => separator switch { ',' => "comma", ';' => "semicolon", '\t' => "tab", _ => "bar" };
    }

    private bool IsHeader(string text, List<(Slice Slice, string? Text)> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (!Content(text, row[i]).Trim().SequenceEqual(Header[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<char> Content(string text, (Slice Slice, string? Text) cell) =>
        cell.Text is { } own ? own : text.AsSpan(cell.Slice.Start, cell.Slice.Length);

    private static string Short(ReadOnlySpan<char> text) => text.Length > 40 ? $"{text[..40]}…" : text.ToString();

    private void AddRow(int line, List<(Slice Slice, string? Text)> row)
    {
        Lines.Add(line);
        foreach (var (slice, content) in CollectionsMarshal.AsSpan(row))
        {
            if (content is not null)
            {
                unescaped[slices.Count] = content;
            }

            slices.Add(slice);
        }
    }

    private bool SplitRow(string text, ref int position, ref int line, List<(Slice Slice, string? Text)> row, out string fault)
    {
        while (true)
        {
            if (position < text.Length && text[position] == '"')
            {
                if (!Quoted(text, ref position, ref line, row, out fault))
                {
                    return false;
                }
            }
            else
            {
                var length = text.AsSpan(position).IndexOfAny(Separator, '\n');
                var end = length < 0 ? text.Length : position + length;
                var trimmed = end > position && (end == text.Length || text[end] == '\n') && text[end - 1] == '\r' ? end - 1 : end;
                row.Add((new Slice(position, trimmed - position), null));
                position = end;
            }

            fault = string.Empty;
            if (position >= text.Length)
            {
                return true;
            }

            if (text[position++] == '\n')
            {
                line++;
                return true;
            }
        }
    }

    /// <summary>Reads a quoted cell and stops at the separator, line feed or end after it.</summary>
    private bool Quoted(string text, ref int position, ref int line, List<(Slice Slice, string? Text)> row, out string fault)
    {
        var start = ++position;
        var doubled = false;
        while (true)
        {
            var length = text.AsSpan(position).IndexOf('"');
            if (length < 0)
            {
                fault = "a quote (\") is opened in this row and never closed; close it, or double it where it belongs to the text.";
                return false;
            }

            line += text.AsSpan(position, length).Count('\n');
            position += length + 1;
            if (position < text.Length && text[position] == '"')
            {
                doubled = true;
                position++;
                continue;
            }

            var content = new Slice(start, position - 1 - start);
            if (position + 1 < text.Length && text[position] == '\r' && text[position + 1] == '\n')
            {
                position++;
            }

            if (position < text.Length && text[position] != Separator && text[position] != '\n')
            {
                fault = $"a separator or the end of the line was expected after a closing quote, found '{text[position]}'; double a quote that belongs to the text.";
                return false;
            }

            row.Add(doubled
                ? (new Slice(-1, content.Length), text.Substring(content.Start, content.Length).Replace("\"\"", "\"", StringComparison.Ordinal))
                : (content, null));
            fault = string.Empty;
            return true;
        }
    }

    private readonly record struct Slice(int Start, int Length);
}
