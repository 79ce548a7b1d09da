using Simulation.Scene.Maps;

namespace Simulation.Scene.Painting;

/// <summary>
/// Cells under a picture and a margin about it, one a pixel. Rows of cells run north, as a graphics card's do; the size is a
/// multiple of 64, so that it can be made smaller by powers of two.
/// </summary>
public sealed class CellGrid
{
    /// <summary>Cells beyond the picture: as far as the widest glow of a changed resident reaches.</summary>
    public const int Margin = 32;

    private const int Multiple = 64;

    /// <summary>The grid of a view over a map.</summary>
    public CellGrid(View view, SceneMap map)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(map);
        Width = RoundUp(view.Width + (2 * Margin));
        Height = RoundUp(view.Height + (2 * Margin));
        PictureHeight = view.Height;
        Scale = (float)(map.Size / ushort.MaxValue * view.Scale / 1000);
        OffsetX = (float)(((map.West - view.Camera.X) * view.Scale / 1000) + (view.Width / 2.0) + Margin);
        OffsetY = (float)(((map.South - view.Camera.Y) * view.Scale / 1000) + (view.Height / 2.0) + Margin);
        double hundredMetres = view.Scale / 10;
        PerHectare = (float)(hundredMetres * hundredMetres);
    }

    /// <summary>Cells across.</summary>
    public int Width { get; }

    /// <summary>Cells up.</summary>
    public int Height { get; }

    /// <summary>Cells of a unit of position.</summary>
    public float Scale { get; }

    /// <summary>Column of position 0.</summary>
    public float OffsetX { get; }

    /// <summary>Row of position 0.</summary>
    public float OffsetY { get; }

    /// <summary>What residents a cell are multiplied with to give residents a hectare.</summary>
    public float PerHectare { get; }

    /// <summary>Height of the picture, pixels.</summary>
    public int PictureHeight { get; }

    /// <summary>The row of cells under a row of the picture, which is counted from the top.</summary>
    public int RowOf(int pixelRow) => Margin + PictureHeight - 1 - pixelRow;

    /// <summary>The cell of a position, −1 outside.</summary>
    public int CellOf(ushort x, ushort y)
    {
        int column = (int)MathF.Floor((x * Scale) + OffsetX);
        int row = (int)MathF.Floor((y * Scale) + OffsetY);
        return (uint)column < (uint)Width && (uint)row < (uint)Height ? (row * Width) + column : -1;
    }

    private static int RoundUp(int cells) => (cells + Multiple - 1) / Multiple * Multiple;
}
