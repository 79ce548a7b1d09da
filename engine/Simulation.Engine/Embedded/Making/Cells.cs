using System.Collections.Immutable;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Triangulate;
using Simulation.Engine.Embedded.Land;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Embedded.Making;

/// <summary>
/// Outlines of neighbourhoods: Voronoi cells of the seeds, cut to the land of the place.
/// </summary>
/// <remarks>
/// Open country would stretch the cells on the edge of a town for miles, and homes with them. So points are set out over the
/// country too, and each one's cell is joined to a rural neighbourhood near by where there is one.
/// </remarks>
internal static class Cells
{
    // Spacing of the points over open country, and how near to an urban seed they may come.
    private const double CountryMetres = 1_100;
    private const double TownMetres = 540;

    // A rural seed wins a piece of country from an urban one up to this many times nearer.
    private const double RuralReach = 3;

    /// <summary>One outline per seed, together covering the land of every place that has seeds.</summary>
    public static Geometry[] Draw(IReadOnlyList<Seed> seeds, ImmutableArray<PlaceLand> lands)
    {
        var outlines = new Geometry[seeds.Count];
        for (int k = 0; k < lands.Length; k++)
        {
            int land = k;
            int[] mine = [.. Enumerable.Range(0, seeds.Count).Where(i => seeds[i].Land == land)];
            DrawLand(seeds, mine, lands[k].Outline, outlines);
        }

        return outlines;
    }

    private static void DrawLand(IReadOnlyList<Seed> seeds, int[] mine, Polygon outline, Geometry[] outlines)
    {
        List<(Coordinate Site, int Owner)> sites = [.. mine.Select(i => (new Coordinate(seeds[i].X, seeds[i].Y), i))];
        AddCountry(sites, seeds, mine, outline);
        Dictionary<Coordinate, int> owners = sites.ToDictionary(s => s.Site, s => s.Owner);

        var builder = new VoronoiDiagramBuilder { ClipEnvelope = Around(outline) };
        builder.SetSites([.. sites.Select(s => s.Site)]);
        IPreparedGeometry ground = PreparedGeometryFactory.Prepare(outline);
        Dictionary<int, List<Geometry>> pieces = mine.ToDictionary(i => i, _ => new List<Geometry>());
        foreach (Geometry cell in builder.GetDiagram(GeometryFactory.Default).Geometries)
        {
            pieces[owners[(Coordinate)cell.UserData]].Add(cell);
        }

        foreach (int i in mine)
        {
            // Cells of one diagram share their edges exactly, so they join without overlay; only the land's edge needs one.
            Geometry joined = pieces[i].Count == 1 ? pieces[i][0] : CoverageUnion.Union(GeometryFactory.Default.BuildGeometry(pieces[i]));
            Geometry cut = ground.Covers(joined) ? joined : OverlayNGRobust.Overlay(joined, outline, OverlayNG.INTERSECTION);
            cut.Normalize();
            cut.UserData = null;
            outlines[i] = cut;
        }
    }

    private static void AddCountry(List<(Coordinate Site, int Owner)> sites, IReadOnlyList<Seed> seeds, int[] mine, Polygon outline)
    {
        var inside = new IndexedPointInAreaLocator(outline);
        Envelope box = outline.EnvelopeInternal;
        int row = 0;
        for (double y = box.MinY; y <= box.MaxY; y += CountryMetres * 0.87, row++)
        {
            // Alternate rows are shifted: a triangular lattice, whose cells are hexagons.
            for (double x = box.MinX + (row % 2 * CountryMetres / 2); x <= box.MaxX; x += CountryMetres)
            {
                var spot = new Coordinate(x, y);
                if (inside.Locate(spot) == Location.Interior && Owner(x, y, seeds, mine) is int owner)
                {
                    sites.Add((spot, owner));
                }
            }
        }
    }

    /// <summary>The neighbourhood that a piece of country belongs to, or none where it is too near a town to be country.</summary>
    private static int? Owner(double x, double y, IReadOnlyList<Seed> seeds, int[] mine)
    {
        int owner = -1;
        double best = double.MaxValue;
        foreach (int i in mine)
        {
            double square = ((seeds[i].X - x) * (seeds[i].X - x)) + ((seeds[i].Y - y) * (seeds[i].Y - y));
            bool rural = seeds[i].Locality.Settlement == Settlement.Rural;
            if (square < (rural ? 1 : TownMetres * TownMetres))
            {
                return null;
            }

            double reach = rural ? square : square * RuralReach * RuralReach;
            if (reach < best)
            {
                (best, owner) = (reach, i);
            }
        }

        return owner;
    }

    private static Envelope Around(Polygon outline)
    {
        Envelope box = outline.EnvelopeInternal.Copy();
        box.ExpandBy(1_000);
        return box;
    }
}
