using Simulation.Scene.Maps;

namespace Simulation.Scene.Painting;

/// <summary>
/// Cells under a picture and a margin about it, one a pixel. Rows of cells run north, as a graphics card's do; the size is a
/// multiple of 64, so that it can be made smaller by powers of two.
/// </summary>
/// <remarks>
/// Which cell a position falls into is looked up, by the processor and by the card: arithmetic on the line between two cells comes
/// out either way, and one resident in the next cell can be seen.
/// </remarks>
public sealed class CellGrid
{
    /// <summary>What the tables hold for positions that are in no cell.</summary>
    public const ushort Outside = ushort.MaxValue;

    private const int Multiple = 64;
    private const int MarginMultiple = 32;
    private readonly ushort[] columns;
    private readonly ushort[] rows;

    /// <summary>The grid of a view over a map.</summary>
    public CellGrid(View view, SceneMap map)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(map);
        Margin = (int)MathF.Ceiling(LightTone.Reach(view, map) / MarginMultiple) * MarginMultiple;
        Width = RoundUp(view.Width + (2 * Margin));
        Height = RoundUp(view.Height + (2 * Margin));
        PictureHeight = view.Height;
        double scale = map.Size / ushort.MaxValue * view.Scale / 1000;
        columns = Table(scale, ((map.West - view.Camera.X) * view.Scale / 1000) + (view.Width / 2.0) + Margin, Width);
        rows = Table(scale, ((map.South - view.Camera.Y) * view.Scale / 1000) + (view.Height / 2.0) + Margin, Height);
        double hundredMetres = view.Scale / 10;
        PerHectare = (float)(hundredMetres * hundredMetres);
    }

    /// <summary>Cells beyond the picture on each side: as far as the widest glow of a changed resident reaches; a multiple of 32.</summary>
    public int Margin { get; }

    /// <summary>Cells across.</summary>
    public int Width { get; }

    /// <summary>Cells up.</summary>
    public int Height { get; }

    /// <summary>What residents a cell are multiplied with to give residents a hectare.</summary>
    public float PerHectare { get; }

    /// <summary>Height of the picture, pixels.</summary>
    public int PictureHeight { get; }

    /// <summary>Column of each position, 0–65,535, or <see cref="Outside"/>.</summary>
    public ReadOnlySpan<ushort> Columns => columns;

    /// <summary>Row of each position, or <see cref="Outside"/>.</summary>
    public ReadOnlySpan<ushort> Rows => rows;

    /// <summary>The row of cells under a row of the picture, which is counted from the top.</summary>
    public int RowOf(int pixelRow) => Margin + PictureHeight - 1 - pixelRow;

    /// <summary>The cell of a position, −1 outside.</summary>
    public int CellOf(ushort x, ushort y)
    {
        int column = columns[x];
        int row = rows[y];
        return column == Outside || row == Outside ? -1 : (row * Width) + column;
    }

    /// <summary>Whether a box of positions lies beyond the cells.</summary>
    public bool Misses((ushort West, ushort South, ushort East, ushort North) box) =>
        Misses(columns, box.West, box.East) || Misses(rows, box.South, box.North);

    // Tables rise: where both ends of a stretch are outside, it is either all outside or reaches from one side to the other.
    private static bool Misses(ushort[] table, ushort from, ushort to)
    {
        // A neighbourhood where nobody lives has a box that ends before it begins.
        if (from > to)
        {
            return true;
        }

        if (table[from] != Outside || table[to] != Outside)
        {
            return false;
        }

        int middle = Array.FindIndex(table, from, to - from + 1, cell => cell != Outside);
        return middle < 0;
    }

    private static ushort[] Table(double scale, double offset, int cells)
    {
        ushort[] table = new ushort[ushort.MaxValue + 1];
        for (int position = 0; position < table.Length; position++)
        {
            double cell = Math.Floor((position * scale) + offset);
            table[position] = cell >= 0 && cell < cells ? (ushort)cell : Outside;
        }

        return table;
    }

    private static int RoundUp(int cells) => (cells + Multiple - 1) / Multiple * Multiple;
}
