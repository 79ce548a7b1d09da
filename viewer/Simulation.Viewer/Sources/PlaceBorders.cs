using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.Distance;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Simulation.Viewer.Sources;

/// <summary>
/// Makes the borders of places fit to be drawn: two neighbours' outlines that overlap, or leave a gap, become one line, and water
/// so narrow that its banks would be drawn as one scribble lies behind the coast. No land is lost, and nobody's home moves: these
/// are lines, and the ground is the neighbourhoods'.
/// </summary>
internal static class PlaceBorders
{
    // On the grid of whole units every overlay is exact, so that what two places share has the same corners in both.
    private static readonly PrecisionModel Grid = new(1);
    private static readonly GeometryFactory Factory = new(Grid);

    // Coarse: what is closed is thrown away, and only tells water from sea. A marsh takes seconds otherwise.
    private static readonly BufferParameters Coarse = new(3) { SimplifyFactor = 0.1 };

    /// <summary>Rings of each place: outer ones anticlockwise, holes clockwise.</summary>
    /// <param name="outlines">Rings of each place, walked the same way, in whole units.</param>
    /// <param name="width">Water narrower than this is no coast.</param>
    public static ushort[][][] Tidy(IReadOnlyList<ushort[][]> outlines, double width)
    {
        ArgumentNullException.ThrowIfNull(outlines);
        Geometry[] lands = Apart([.. outlines.Select(Land)]);
        Geometry region = Union(lands);
        List<Geometry>[] gained = [.. lands.Select(land => new List<Geometry> { land })];
        foreach ((int place, Geometry water) in Waters(lands, region, width))
        {
            gained[place].Add(water);
        }

        return WithSharedCorners([.. gained.Select(parts => Rings(Union(parts)))]);
    }

    // From the largest ring to the smallest, so that an island in a lake comes after the lake.
    private static Geometry Land(ushort[][] rings)
    {
        Geometry land = Factory.CreatePolygon();
        foreach (Polygon ring in rings.Where(r => r.Length >= 6).Select(Closed).OrderByDescending(p => p.Area))
        {
            Geometry whole = ring.IsValid ? ring : NetTopologySuite.Geometries.Utilities.GeometryFixer.Fix(ring);
            land = Overlay(land, whole, Orientation.IsCCW(ring.Shell.Coordinates) ? SpatialFunction.Union : SpatialFunction.Difference);
        }

        return land;
    }

    private static Polygon Closed(ushort[] ring)
    {
        var corners = new Coordinate[(ring.Length / 2) + 1];
        for (int i = 0; i < corners.Length - 1; i++)
        {
            corners[i] = new Coordinate(ring[2 * i], ring[(2 * i) + 1]);
        }

        corners[^1] = corners[0].Copy();
        return Factory.CreatePolygon(corners);
    }

    // Where two overlap the first keeps the ground.
    private static Geometry[] Apart(Geometry[] lands)
    {
        for (int place = 1; place < lands.Length; place++)
        {
            for (int before = 0; before < place; before++)
            {
                if (lands[place].EnvelopeInternal.Intersects(lands[before].EnvelopeInternal))
                {
                    lands[place] = Overlay(lands[place], lands[before], SpatialFunction.Difference);
                }
            }
        }

        return lands;
    }

    // Narrow water belongs to the place that has it on both banks; of what is left between two places, each piece to the one that it
    // borders on for longest.
    private static IEnumerable<(int Place, Geometry Water)> Waters(Geometry[] lands, Geometry region, double width)
    {
        IndexedFacetDistance[] banks = [.. lands.Select(land => new IndexedFacetDistance(land))];
        Geometry left = Factory.CreateMultiPolygon([.. Polygons(Overlay(Close(region, width), region, SpatialFunction.Difference))
            .Where(water => water.Area >= width * width / 12 || banks.Count(bank => bank.IsWithinDistance(water, 1)) > 1)]);
        for (int place = 0; place < lands.Length && !left.IsEmpty; place++)
        {
            Geometry own = Overlay(Close(lands[place], width), left, SpatialFunction.Intersection);
            left = Overlay(left, own, SpatialFunction.Difference);
            yield return (place, own);
        }

        foreach (Polygon water in Polygons(left))
        {
            yield return (Enumerable.Range(0, lands.Length).MaxBy(place => banks[place].IsWithinDistance(water, 1) ? Along(water, lands[place]) : 0), water);
        }
    }

    private static Geometry Close(Geometry land, double width) => land.Buffer(width / 2, Coarse).Buffer(-width / 2, Coarse);

    private static double Along(Geometry water, Geometry land) => OverlayNG.Overlay(water.Boundary, land.Boundary, SpatialFunction.Intersection, Grid).Length;

    private static IEnumerable<Polygon> Polygons(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>().Where(part => !part.IsEmpty);

    private static Geometry Union(IReadOnlyList<Geometry> parts) =>
        parts.Aggregate((Geometry)Factory.CreatePolygon(), (all, part) => Overlay(all, part, SpatialFunction.Union));

    // What is left of an area where it only touches another is no ground.
    private static Geometry Overlay(Geometry a, Geometry b, SpatialFunction function) =>
        new OverlayNG(a, b, Grid, function) { AreaResultOnly = true }.GetResult();

    private static ushort[][] Rings(Geometry land)
    {
        var rings = new List<ushort[]>();
        foreach (Polygon polygon in Polygons(land))
        {
            rings.Add(Ring(polygon.Shell, anticlockwise: true));
            rings.AddRange(polygon.Holes.Select(hole => Ring(hole, anticlockwise: false)));
        }

        return [.. rings];
    }

    private static ushort[] Ring(LinearRing line, bool anticlockwise)
    {
        Coordinate[] corners = line.Coordinates;
        IEnumerable<Coordinate> walked = Orientation.IsCCW(corners) == anticlockwise ? corners.Skip(1) : corners.Reverse().Skip(1);
        return [.. walked.SelectMany(c => new[] { (ushort)c.X, (ushort)c.Y })];
    }

    // A corner of one place on another's edge becomes a corner of the other: a shared border then is the same edges in both.
    private static ushort[][][] WithSharedCorners(ushort[][][] places)
    {
        var corners = new STRtree<Coordinate>();
        foreach (Coordinate corner in places.SelectMany(rings => rings).SelectMany(Corners).Distinct())
        {
            corners.Insert(new Envelope(corner), corner);
        }

        return [.. places.Select(rings => rings.Select(ring => WithCornersOn(ring, corners)).ToArray())];
    }

    private static ushort[] WithCornersOn(ushort[] ring, STRtree<Coordinate> corners)
    {
        Coordinate[] own = [.. Corners(ring)];
        var all = new List<ushort>();
        for (int i = 0; i < own.Length; i++)
        {
            Coordinate from = own[i];
            Coordinate to = own[(i + 1) % own.Length];
            foreach (Coordinate corner in corners.Query(new Envelope(from, to))
                .Where(c => !c.Equals2D(to) && (c.Equals2D(from) || DistanceComputer.PointToSegment(c, from, to) < 1))
                .OrderBy(c => c.Distance(from)))
            {
                all.Add((ushort)corner.X);
                all.Add((ushort)corner.Y);
            }
        }

        return [.. all];
    }

    private static IEnumerable<Coordinate> Corners(ushort[] ring)
    {
        for (int i = 0; i < ring.Length; i += 2)
        {
            yield return new Coordinate(ring[i], ring[i + 1]);
        }
    }
}
