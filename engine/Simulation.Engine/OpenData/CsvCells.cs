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
        var cells = new CsvCells();
        return cells.Split(file, text, errors) ? cells : null;
    }

    private bool Split(SourceFile file, string text, ErrorLog errors)
    {
        var row = new List<(Slice Slice, string? Text)>();
        var position = 0;
        var line = 1;
        while (position < text.Length)
        {
            row.Clear();
            var start = line;
            if (!SplitRow(text, ref position, ref line, row, out var fault))
            {
                errors.Add(file.Path, start, string.Empty, fault);
                return false;
            }

            // An empty line, at the end of the file as a rule, is not a row.
            if (row.Count == 1 && row[0] is { Text: null, Slice.Length: 0 })
            {
                continue;
            }

            if (Header.Count == 0)
            {
                HeaderLine = start;
                Header.AddRange(row.Select(cell => (cell.Text ?? text.Substring(cell.Slice.Start, cell.Slice.Length)).Trim()));
            }
            else
            {
                AddRow(file, start, row, errors);
            }
        }

        if (Header.Count == 0)
        {
            errors.Add(file.Path, 0, string.Empty, $"the file is empty; {file.Format.Expected}. Copy it again from its source.");
            return false;
        }

        return true;
    }

    private void AddRow(SourceFile file, int line, List<(Slice Slice, string? Text)> row, ErrorLog errors)
    {
        if (row.Count != Header.Count)
        {
            Damaged = true;
            errors.Add(file.Path, line, string.Empty,
                $"the row has {row.Count} cell{(row.Count == 1 ? string.Empty : "s")}, the header has {Header.Count}; check for a missing or extra comma, or a file cut short.");
            return;
        }

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

    private static bool SplitRow(string text, ref int position, ref int line, List<(Slice Slice, string? Text)> row, out string fault)
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
                var length = text.AsSpan(position).IndexOfAny(',', '\n');
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

    /// <summary>Reads a quoted cell and stops at the comma, line feed or end after it.</summary>
    private static bool Quoted(string text, ref int position, ref int line, List<(Slice Slice, string? Text)> row, out string fault)
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

            if (position < text.Length && text[position] is not (',' or '\n'))
            {
                fault = $"a comma or the end of the line was expected after a closing quote, found '{text[position]}'; double a quote that belongs to the text.";
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
