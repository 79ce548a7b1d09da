using NetTopologySuite.Geometries;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>
/// Positions inside a neighbourhood's outline. Horizontal bands hold the edges that cross them, so a position costs a
/// handful of edges instead of a test of the whole outline, and none is ever rejected.
/// </summary>
internal sealed class HouseholdPlacement
{
    private const int Bands = 64;

    private readonly List<(double X1, double Y1, double X2, double Y2)>[] edges = new List<(double, double, double, double)>[Bands];
    private readonly double[] lengths = new double[Bands];
    private readonly Envelope box;
    private readonly List<double> crossings = [];

    /// <summary>Prepares <paramref name="outline"/>, a polygon or multipolygon.</summary>
    public HouseholdPlacement(Geometry outline)
    {
        box = outline.EnvelopeInternal;
        for (int band = 0; band < Bands; band++)
        {
            edges[band] = [];
        }

        for (int g = 0; g < outline.NumGeometries; g++)
        {
            if (outline.GetGeometryN(g) is Polygon polygon)
            {
                AddRing(polygon.ExteriorRing);
                for (int hole = 0; hole < polygon.NumInteriorRings; hole++)
                {
                    AddRing(polygon.GetInteriorRingN(hole));
                }
            }
        }

        for (int band = 0; band < Bands; band++)
        {
            lengths[band] = Cross(band, box.MinY + ((band + 0.5) * box.Height / Bands));
        }
    }

    /// <summary>Places <paramref name="count"/> households of a neighbourhood.</summary>
    public static (float[] X, float[] Y) Place(NeighbourhoodInput input, int count, SynthesisLuck luck)
    {
        var placement = new HouseholdPlacement(input.Outline);
        var x = new float[count];
        var y = new float[count];
        for (int h = 0; h < count; h++)
        {
            (double east, double north) = placement.Next(ref luck);
            if (input.Settlement == Settlement.Rural && luck.Next() < SynthesisHouseholdParameters.RuralClustered)
            {
                // Towards the centre, where the village is; an outline that bends away keeps the first position.
                double nearX = input.X + ((east - input.X) * SynthesisHouseholdParameters.RuralReach);
                double nearY = input.Y + ((north - input.Y) * SynthesisHouseholdParameters.RuralReach);
                (east, north) = placement.Holds(nearX, nearY) ? (nearX, nearY) : (east, north);
            }

            (x[h], y[h]) = ((float)east, (float)north);
        }

        return (x, y);
    }

    private (double X, double Y) Next(ref SynthesisLuck luck)
    {
        int band = luck.Pick(lengths);
        double y = box.MinY + ((band + luck.Next()) * box.Height / Bands);
        double length = Cross(band, y);
        if (length <= 0)
        {
            // A sliver of the band without area at this height: its middle has some.
            y = box.MinY + ((band + 0.5) * box.Height / Bands);
            length = Cross(band, y);
        }

        if (length <= 0)
        {
            return (box.Centre.X, box.Centre.Y);
        }

        double at = luck.Next() * length;
        for (int i = 0; i + 1 < crossings.Count; i += 2)
        {
            double span = crossings[i + 1] - crossings[i];
            if (at <= span)
            {
                return (crossings[i] + at, y);
            }

            at -= span;
        }

        return (crossings[^1], y);
    }

    private bool Holds(double x, double y)
    {
        int band = (int)((y - box.MinY) / box.Height * Bands);
        if (band is < 0 or >= Bands)
        {
            return false;
        }

        _ = Cross(band, y);
        int left = 0;
        while (left < crossings.Count && crossings[left] < x)
        {
            left++;
        }

        return left % 2 == 1;
    }

    // Length of the outline's inside at height y; leaves the crossings, west to east, in the field.
    private double Cross(int band, double y)
    {
        crossings.Clear();
        foreach ((double x1, double y1, double x2, double y2) in edges[band])
        {
            if (y1 <= y != y2 <= y)
            {
                crossings.Add(x1 + ((y - y1) / (y2 - y1) * (x2 - x1)));
            }
        }

        crossings.Sort();
        double length = 0;
        for (int i = 0; i + 1 < crossings.Count; i += 2)
        {
            length += crossings[i + 1] - crossings[i];
        }

        return length;
    }

    private void AddRing(LineString ring)
    {
        CoordinateSequence points = ring.CoordinateSequence;
        for (int i = 0; i + 1 < points.Count; i++)
        {
            (double x1, double y1, double x2, double y2) = (points.GetX(i), points.GetY(i), points.GetX(i + 1), points.GetY(i + 1));

            // A band more on either side is harmless; an edge that rounding left out of its band would not be.
            int from = BandOf(Math.Min(y1, y2));
            int to = BandOf(Math.Max(y1, y2));
            for (int band = Math.Max(0, from - 1); band <= Math.Min(Bands - 1, to + 1); band++)
            {
                edges[band].Add((x1, y1, x2, y2));
            }
        }
    }

    private int BandOf(double y) => Math.Clamp((int)((y - box.MinY) / Math.Max(box.Height, 1e-9) * Bands), 0, Bands - 1);
}
