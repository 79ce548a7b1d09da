using System.Collections.Immutable;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using Simulation.Engine.Embedded.Land;
using Simulation.Engine.Geography;

namespace Simulation.Engine.Embedded.Making;

/// <summary>
/// Lays the neighbourhoods of a place around its localities: sunflower spirals at the density of built-up land, which grow
/// in turns and keep their distance, so that suburbs that touch share the ground between them.
/// </summary>
internal static class SeedScatter
{
    // Rotation by the golden angle, 137.50776°, as cosine and sine: successive points never line up.
    private const double Cosine = -0.7373688780783197;
    private const double Sine = 0.6754902942615238;

    // Seeds nearer than this share of the side of a cell are moved on.
    private const double Elbow = 0.72;

    /// <summary>Lays <paramref name="count"/> seeds, grouped by locality in the order of the gazetteer.</summary>
    /// <param name="localities">Localities of the place.</param>
    /// <param name="lands">All pieces of land; those of <paramref name="place"/> are used.</param>
    /// <param name="place">Index of the place.</param>
    /// <param name="count">Number of neighbourhoods.</param>
    /// <param name="cellSquareMetres">Built-up land of one urban neighbourhood, m².</param>
    /// <param name="chance">Luck: turns each spiral.</param>
    public static List<Seed> Lay(
        ImmutableArray<Locality> localities, ImmutableArray<PlaceLand> lands, int place, int count, double cellSquareMetres, Chance chance)
    {
        int[] wanted = Apportion.Whole([.. localities.Select(l => l.Residents)], count);
        int[] mine = [.. Enumerable.Range(0, lands.Length).Where(k => lands[k].Place == place)];
        IndexedPointInAreaLocator[] inside = [.. mine.Select(k => new IndexedPointInAreaLocator(lands[k].Outline))];
        var spirals = new Spiral[localities.Length];
        var land = new int[localities.Length];
        for (int i = 0; i < spirals.Length; i++)
        {
            Locality locality = localities[i];
            (double x, double y) = LocalProjection.ToMetres(locality.Longitude, locality.Latitude);
            spirals[i] = new Spiral(x, y, chance.Uniform(Draw.Phase, (place * 1000) + i));
            land[i] = NearestLand(new Point(x, y), mine, lands);
        }

        double elbow = cellSquareMetres * Elbow * Elbow;
        List<(int Locality, Seed Seed)> seeds = [];
        for (int round = 0; seeds.Count < count; round++)
        {
            for (int i = 0; i < spirals.Length; i++)
            {
                if (round >= wanted[i])
                {
                    continue;
                }

                IndexedPointInAreaLocator ground = inside[Array.IndexOf(mine, land[i])];
                Coordinate spot = spirals[i].Next(cellSquareMetres);
                while (ground.Locate(spot) != Location.Interior || seeds.Any(s => Square(s.Seed.X - spot.X, s.Seed.Y - spot.Y) < elbow))
                {
                    spot = spirals[i].Next(cellSquareMetres);
                }

                seeds.Add((i, new Seed(spot.X, spot.Y, land[i], localities[i])));
            }
        }

        return [.. seeds.OrderBy(s => s.Locality).Select(s => s.Seed)];
    }

    private static int NearestLand(Point point, int[] mine, ImmutableArray<PlaceLand> lands) =>
        mine.OrderBy(k => lands[k].Outline.Distance(point)).ThenBy(k => k).First();

    private static double Square(double x, double y) => (x * x) + (y * y);

    private sealed class Spiral
    {
        private readonly double x;
        private readonly double y;
        private double east;
        private double north;
        private int steps;

        public Spiral(double x, double y, double phase)
        {
            this.x = x;
            this.y = y;

            // A unit vector that starts anywhere on the circle: rational parametrisation of the angle.
            double t = (2 * phase) - 1;
            double scale = 1 / (1 + (t * t));
            (east, north) = ((1 - (t * t)) * scale, 2 * t * scale);
        }

        public Coordinate Next(double cellSquareMetres)
        {
            double radius = Math.Sqrt(cellSquareMetres * 0.31830988618379067 * (steps + 0.3));
            (east, north) = ((east * Cosine) - (north * Sine), (east * Sine) + (north * Cosine));
            steps++;
            return new Coordinate(x + (radius * east), y + (radius * north));
        }
    }
}
