using Simulation.Results.Studies;

namespace Simulation.Reports.Charts;

/// <summary>Areas filled by how much changes in them, in four steps each way.</summary>
/// <param name="areas">The areas.</param>
/// <param name="width">Width of the drawing, pixels.</param>
internal sealed class AreaMap(IReadOnlyList<MapArea> areas, double width)
{
    private const double Degrees = Math.PI / 180;
    private const int Steps = 4;

    private readonly double west = Ends(areas, 0).Min();
    private readonly double east = Ends(areas, 0).Max();
    private readonly double south = Ends(areas, 1).Min();
    private readonly double north = Ends(areas, 1).Max();

    /// <summary>Height at the region's own proportions.</summary>
    public double Height => (north - south) * Scale;

    private double Shrink => Math.Cos((south + north) / 2 * Degrees);

    private double Scale => width / ((east - west) * Shrink);

    /// <summary>The step of a change: 0 for what cannot be told.</summary>
    /// <param name="change">The change, the better way positive; null where it cannot be told.</param>
    /// <param name="most">The end of the scale.</param>
    public static int Step(double? change, double most) =>
        change is { } c && c != 0 ? Math.Sign(c) * Math.Clamp((int)Math.Ceiling(Steps * Math.Abs(c) / most), 1, Steps) : 0;

    /// <summary>The least of 1, 2, 5, 10, … times a power of ten that is not less than a number: the end of a scale.</summary>
    public static double RoundEnd(double most)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(most, 1e-9))));
        return power * new[] { 1.0, 2, 5, 10 }.First(f => f * power >= most * (1 - 1e-9));
    }

    /// <summary>Draws the areas of one kind.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="by">Which.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Upper edge.</param>
    /// <param name="fill">Colour of an area.</param>
    /// <param name="outline">Colour of the lines between them.</param>
    /// <param name="thickness">Their thickness.</param>
    public void Draw(Svg svg, string by, double x, double y, Func<MapArea, string> fill, string outline, double thickness)
    {
        foreach (MapArea area in areas.Where(a => a.By == by))
        {
            svg.Shape(area.Polygons.SelectMany(p => p).Select(ring => Points(ring, x, y)), fill(area), outline, thickness);
        }
    }

    /// <summary>Where a name stands: the middle of an area's largest polygon.</summary>
    public (double X, double Y) Middle(MapArea area, double x, double y)
    {
        double[] ring = area.Polygons.Select(p => p[0]).MaxBy(r => Math.Abs(Extent(r)))!;
        double weight = 0;
        double middleX = 0;
        double middleY = 0;
        (double X, double Y)[] points = [.. Points(ring, x, y)];
        for (int i = 0; i + 1 < points.Length; i++)
        {
            double cross = (points[i].X * points[i + 1].Y) - (points[i + 1].X * points[i].Y);
            weight += cross;
            middleX += (points[i].X + points[i + 1].X) * cross;
            middleY += (points[i].Y + points[i + 1].Y) * cross;
        }

        return (middleX / (3 * weight), middleY / (3 * weight));
    }

    private static double Extent(double[] ring)
    {
        double sum = 0;
        for (int i = 0; i + 3 < ring.Length; i += 2)
        {
            sum += (ring[i] * ring[i + 3]) - (ring[i + 2] * ring[i + 1]);
        }

        return sum;
    }

    private IEnumerable<(double X, double Y)> Points(double[] ring, double x, double y)
    {
        for (int i = 0; i + 1 < ring.Length; i += 2)
        {
            yield return (x + ((ring[i] - west) * Shrink * Scale), y + ((north - ring[i + 1]) * Scale));
        }
    }

    private static IEnumerable<double> Ends(IReadOnlyList<MapArea> areas, int from) =>
        areas.SelectMany(a => a.Polygons).SelectMany(p => p[0].Where((_, i) => i % 2 == from));
}
