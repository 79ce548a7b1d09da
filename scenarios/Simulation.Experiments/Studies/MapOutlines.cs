using NetTopologySuite.Algorithm;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using Simulation.Engine.Geography;
using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Results.Studies;

namespace Simulation.Experiments.Studies;

/// <summary>Makes a study's map from its residents' neighbourhoods: simplified all together, so that neighbours stay neighbours.</summary>
internal static class MapOutlines
{
    // A tenth of a millimetre where the region is as wide as a page.
    private const double Metres = 80;

    // Published outlines of neighbours do not always meet: gaps narrower than this close, and what is left of them is no hole.
    private const double Grid = 20;
    private const double SmallestHole = 250_000;

    /// <summary>The map of a population.</summary>
    public static StudyMap Of(Population population)
    {
        NeighbourhoodTable table = population.Neighbourhoods;
        Geometry[] simple = CoverageSimplifier.Simplify(table.Outline, Metres);
        List<MapArea> areas = [];
        for (int place = 0; place < population.Places.Count; place++)
        {
            string name = population.Places[place].Name;
            Geometry whole = UnaryUnionNG.Union(simple.Where((_, n) => table.Place[n] == place), new PrecisionModel(1 / Grid));
            areas.Add(new MapArea(Stratification.Place, name, name, name, Polygons(whole, SmallestHole)));
        }

        for (int n = 0; n < table.Count; n++)
        {
            areas.Add(new MapArea(Stratification.Neighbourhood, table.Code[n], table.Name[n], population.Places[table.Place[n]].Name, Polygons(simple[n], 0)));
        }

        return new StudyMap(population.Description.Hash, areas);
    }

    private static IReadOnlyList<IReadOnlyList<double[]>> Polygons(Geometry shape, double smallestHole) =>
        [.. Enumerable.Range(0, shape.NumGeometries).Select(i => shape.GetGeometryN(i)).OfType<Polygon>().Where(p => !p.IsEmpty)
            .Select(p => (IReadOnlyList<double[]>)[Ring(p.ExteriorRing), .. p.InteriorRings.Where(r => Area.OfRing(r.CoordinateSequence) >= smallestHole).Select(Ring)])];

    private static double[] Ring(LineString ring) => [.. ring.Coordinates.SelectMany(c =>
    {
        (double longitude, double latitude) = LocalProjection.ToDegrees(c.X, c.Y);
        return new[] { longitude, latitude };
    })];
}
