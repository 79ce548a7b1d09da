namespace Simulation.Engine.OpenData;

/// <summary>
/// A CSV file in memory (RFC 4180: quotes, doubled quotes, line ends inside quotes; CRLF or LF): cells are slices of the
/// text, found once, so that a hundred thousand rows cost no string each.
/// </summary>
internal sealed class CsvTable
{
    private readonly string text;
    private readonly CsvCells cells;
    private readonly Dictionary<string, int> columns;

    private CsvTable(SourceFile file, string text, CsvCells cells, Dictionary<string, int> columns, ErrorLog errors)
    {
        File = file;
        Errors = errors;
        this.text = text;
        this.cells = cells;
        this.columns = columns;
    }

    /// <summary>File that the table came from.</summary>
    public SourceFile File { get; }

    /// <summary>Where cells report what is wrong with them.</summary>
    public ErrorLog Errors { get; }

    /// <summary>What separates cells.</summary>
    public char Separator => cells.Separator;

    /// <summary>Rows below the header that have the right number of cells.</summary>
    public int Rows => cells.Lines.Count;

    /// <summary>False when rows were left out because their number of cells is wrong: then codes that do not join say nothing.</summary>
    public bool Complete => !cells.Damaged;

    /// <summary>Line of the file, from 1, on which a row starts.</summary>
    public int Line(int row) => cells.Lines[row];

    /// <summary>A column that the format requires.</summary>
    public CsvColumn this[string name] => new(this, columns[name], name);

    /// <summary>A column that the format does not require; null when the file has none of the name.</summary>
    public CsvColumn? Find(string name) => columns.TryGetValue(name, out var index) ? new CsvColumn(this, index, name) : null;

    /// <summary>Text of a cell, unquoted.</summary>
    public ReadOnlySpan<char> Cell(int row, int column) => cells.Cell(text, (row * cells.Width) + column);

    /// <summary>Notes an error about a row.</summary>
    public void Error(int row, string column, string message) => Errors.Add(File.Path, Line(row), column, message);

    /// <summary>Reads a table; null, with errors noted, when nothing of it can be used.</summary>
    public static CsvTable? Read(string folder, OpenDataFile format, ErrorLog errors, List<SourceFile> files)
    {
        if (SourceFile.Read(folder, format, errors) is not { } file)
        {
            return null;
        }

        files.Add(file);
        if (file.Text(errors) is not { } text || CsvCells.Parse(file, text, errors) is not { } cells)
        {
            return null;
        }

        var columns = Columns(file, cells, errors);
        if (columns is not null && cells.Lines.Count == 0 && !cells.Damaged)
        {
            errors.Add(file.Path, 0, string.Empty, $"there are no rows below the header; expected {format.Content}. Copy the file again from its source.");
            return null;
        }

        return columns is null ? null : new CsvTable(file, text, cells, columns, errors);
    }

    private static Dictionary<string, int>? Columns(SourceFile file, CsvCells cells, ErrorLog errors)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var header = cells.Header;
        var before = errors.Count;
        for (var i = 0; i < header.Count; i++)
        {
            // Only a needed column must be unique: others are never looked at.
            if (!found.TryAdd(header[i], i) && file.Format.Columns.Contains(header[i], StringComparer.Ordinal))
            {
                errors.Add(file.Path, cells.HeaderLine, header[i], "the column appears twice in the header; remove one of the two.");
            }
        }

        if (file.Format.Columns.All(name => !found.ContainsKey(name)))
        {
            errors.Add(file.Path, cells.HeaderLine, string.Empty,
                $"there is no header with the names expected in the first lines{Other(file.Format, header)}; {file.Format.Expected}. Name the columns in a line above the rows, commas, semicolons or tabs between them.");
            return null;
        }

        foreach (var name in file.Format.Columns.Where(name => !found.ContainsKey(name)))
        {
            var similar = header.FirstOrDefault(other => string.Equals(other.Trim(), name, StringComparison.OrdinalIgnoreCase));
            errors.Add(file.Path, cells.HeaderLine, name, similar is null
                ? $"the column is missing; {file.Format.Expected}."
                : $"the column is missing; the header has '{similar}': rename it to '{name}'.");
        }

        return errors.Count == before ? found : null;
    }

    /// <summary>Which other file of the folder has this header, if any.</summary>
    private static string Other(OpenDataFile format, List<string> header)
    {
        var other = OpenDataFormat.Files.FirstOrDefault(file => file != format && file.Columns.All(name => header.Contains(name, StringComparer.Ordinal)));
        return other is null ? string.Empty : $": it is that of {other.Name}, copied here under another name";
    }
}
