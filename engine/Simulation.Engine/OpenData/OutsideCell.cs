namespace Simulation.Engine.OpenData;

/// <summary>A square cell beyond the area, or the one cell that stands for everything farther away.</summary>
/// <param name="X">Metres east of its centre.</param>
/// <param name="Y">Metres north of its centre.</param>
/// <param name="IsFar">True for everywhere beyond the grid.</param>
internal sealed record OutsideCell(double X, double Y, bool IsFar)
{
    /// <summary>Side, metres.</summary>
    public const double Side = 5_000;

    /// <summary>Grid around the home zones, metres: half an hour's drive; what lies beyond is one cell.</summary>
    public const double Margin = 50_000;

    /// <summary>Made code: kilometres east and north of the origin of the plane.</summary>
    public string Code => IsFar ? "FAR" : FormattableString.Invariant($"OUT{X / 1000:+000;-000}{Y / 1000:+000;-000}");

    /// <summary>Mean distance of a point of the square from its centre, about 0.38 of the side.</summary>
    public const double RadiusMetres = 0.38 * Side;

    /// <summary>
    /// Cells whose centre lies outside the area, by row from the south-west, and the far one last. The far one stands
    /// 200 km to the south-east, where most of the country's jobs are; no walk or ride depends on where.
    /// </summary>
    public static IReadOnlyList<OutsideCell> Around(IReadOnlyList<HomeZone> homes, OutlineIndex area)
    {
        var cells = new List<OutsideCell>();
        var (west, east) = (homes.Min(home => home.X) - Margin, homes.Max(home => home.X) + Margin);
        var (south, north) = (homes.Min(home => home.Y) - Margin, homes.Max(home => home.Y) + Margin);
        for (var y = south; y <= north; y += Side)
        {
            for (var x = west; x <= east; x += Side)
            {
                if (!area.Covers(x, y))
                {
                    cells.Add(new OutsideCell(x, y, IsFar: false));
                }
            }
        }

        cells.Add(new OutsideCell(homes.Average(home => home.X) + 141_000, homes.Average(home => home.Y) - 141_000, IsFar: true));
        return cells;
    }
}
