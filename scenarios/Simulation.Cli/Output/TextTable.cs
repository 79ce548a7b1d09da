using Simulation.Scenarios.Diagnostics;
using Spectre.Console;

namespace Simulation.Cli.Output;

/// <summary>A cell: its text and, where a person looks, its style.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">Colour, or null.</param>
internal readonly record struct Cell(string Text, Style? Style = null)
{
    /// <summary>For the better.</summary>
    public static readonly Style Better = new(Color.Green);

    /// <summary>For the worse.</summary>
    public static readonly Style Worse = new(Color.Red);

    /// <summary>A cell without style.</summary>
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>
/// A table of at most 80 columns: texts to the left, numbers to the right, a rule under the heads. A text too long for
/// the column that may wrap goes on in the next line.
/// </summary>
internal sealed class TextTable
{
    private const int Gap = 2;

    private readonly string[] heads;
    private readonly bool[] right;
    private readonly int wrapping;
    private readonly List<Cell[]> rows = [];

    /// <summary>A table.</summary>
    /// <param name="heads">Heads of the columns; a head that begins with <c>&gt;</c> makes a column of numbers.</param>
    /// <param name="wrapping">Column whose texts may be broken when the table would be too wide.</param>
    public TextTable(IReadOnlyList<string> heads, int wrapping = 0)
    {
        this.heads = [.. heads.Select(h => h.TrimStart('>'))];
        right = [.. heads.Select(h => h.StartsWith('>'))];
        this.wrapping = wrapping;
    }

    /// <summary>Adds a row of as many cells as there are heads.</summary>
    public void Add(params ReadOnlySpan<Cell> cells)
    {
        if (cells.Length != heads.Length)
        {
            throw new ArgumentException($"A row of {cells.Length} cells does not fit {heads.Length} columns.", nameof(cells));
        }

        rows.Add(cells.ToArray());
    }

    /// <summary>Prints the table to standard output.</summary>
    public void Write(Terminal terminal)
    {
        int[] widths = Widths();
        WriteRow(terminal, [.. heads.Select(h => new Cell(h))], widths);
        terminal.WriteLine(string.Join(new string(' ', Gap), widths.Select(w => new string('-', w))));
        foreach (Cell[] row in rows)
        {
            WriteRow(terminal, row, widths);
        }
    }

    private int[] Widths()
    {
        int[] widths = new int[heads.Length];
        for (int c = 0; c < widths.Length; c++)
        {
            widths[c] = Math.Max(heads[c].Length, rows.Select(r => r[c].Text.Length).DefaultIfEmpty().Max());
        }

        int over = widths.Sum() + (Gap * (widths.Length - 1)) - Terminal.Width;
        if (over > 0)
        {
            widths[wrapping] = Math.Max(12, widths[wrapping] - over);
        }

        return widths;
    }

    private void WriteRow(Terminal terminal, Cell[] cells, int[] widths)
    {
        string[][] lines = [.. cells.Select((cell, c) => TextWrap.Lines(cell.Text, widths[c]).ToArray())];
        int height = lines.Max(l => l.Length);
        for (int l = 0; l < height; l++)
        {
            int last = Array.FindLastIndex(lines, texts => l < texts.Length && texts[l].Length > 0);
            for (int c = 0; c <= last; c++)
            {
                string text = l < lines[c].Length ? lines[c][l] : string.Empty;
                string padding = new(' ', Math.Max(0, widths[c] - text.Length));
                terminal.RawOut.Write(right[c] ? padding : string.Empty);
                if (cells[c].Style is { } style)
                {
                    terminal.Out.Write(new Text(text, style));
                }
                else
                {
                    terminal.RawOut.Write(text);
                }

                // No blanks at the end of a line: they make every copy and comparison of the text harder.
                terminal.RawOut.Write(c == last ? string.Empty : (right[c] ? string.Empty : padding) + new string(' ', Gap));
            }

            terminal.WriteLine();
        }
    }
}
