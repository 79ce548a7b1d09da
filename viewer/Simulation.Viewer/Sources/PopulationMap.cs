using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using Simulation.Engine.Populations;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Sources;

/// <summary>Makes the viewer's map of a population.</summary>
public static class PopulationMap
{
    // Members of a household stand a few metres apart, so that a zoomed-in street shows people and not addresses.
    private const double JitterMetres = 7;

    // Neighbours that were simplified may not quite meet.
    private const double CrackMetres = 20;

    // Of the whole region a screen shows some 80 metres in a pixel: the creeks of a salt marsh and the tidal end of a river would be
    // a scribble. Wider water keeps its banks.
    private const double WaterMetres = 250;
    private static readonly string[] Phases = ["primary", "secondary", "all-through"];

    /// <summary>The map of <paramref name="population"/>.</summary>
    public static ViewMap Create(Population population)
    {
        ArgumentNullException.ThrowIfNull(population);
        NeighbourhoodTable neighbourhoods = population.Neighbourhoods;
        ViewBox box = BoxOf(population);

        // The coast takes as long as all residents do.
        Task<ushort[][][]> places = Task.Run(() => PlaceOutlines(neighbourhoods, population.Places.Count, box));
        int[] first = new int[neighbourhoods.Count + 1];
        int[] rows = new int[population.Count];
        Segments layout = population.Residents.Layout;
        for (int n = 0; n < neighbourhoods.Count; n++)
        {
            first[n + 1] = first[n] + layout.UsedIn(n);
            for (int i = 0; i < layout.UsedIn(n); i++)
            {
                rows[first[n] + i] = layout.First(n) + i;
            }
        }

        var (positions, facts) = Residents(population, rows, box);
        return new ViewMap
        {
            Places = [.. population.Places.Select(p => p.Name)],
            Codes = neighbourhoods.Code,
            Names = neighbourhoods.Name,
            PlaceOf = neighbourhoods.Place.Values.ToArray(),
            Decile = neighbourhoods.Decile.Values.ToArray(),
            First = first,
            ResidentRows = rows,
            Positions = positions,
            Facts = facts,
            Outlines = [.. neighbourhoods.Outline.Select(o => Rings(o, box))],
            PlaceOutlines = places.GetAwaiter().GetResult(),
            Schools = Schools(population, box),
            Box = box,
        };
    }

    private static ViewBox BoxOf(Population population)
    {
        var envelope = new Envelope();
        foreach (Geometry outline in population.Neighbourhoods.Outline)
        {
            envelope.ExpandToInclude(outline.EnvelopeInternal);
        }

        // Households may stand a little outside a simplified outline.
        envelope.ExpandBy(500);
        double size = Math.Max(envelope.Width, envelope.Height);
        return new ViewBox(envelope.Centre.X - (size / 2), envelope.Centre.Y - (size / 2), size);
    }

    private static (ushort[] Positions, byte[] Facts) Residents(Population population, int[] rows, ViewBox box)
    {
        var positions = new ushort[rows.Length * 2];
        var facts = new byte[rows.Length];
        ResidentTable residents = population.Residents;
        HouseholdTable households = population.Households;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            int household = residents.Household[row];
            (double east, double north) = Jitter(row);
            positions[2 * i] = box.QuantiseX(households.X[household] + east);
            positions[(2 * i) + 1] = box.QuantiseY(households.Y[household] + north);
            facts[i] = (byte)FactsOf(residents, row);
        }

        Mark(population.Pupils.Resident.Values, rows, facts, FixedFacts.Pupil);
        Mark(population.Workers.Resident.Values, rows, facts, FixedFacts.Worker);
        return (positions, facts);
    }

    private static FixedFacts FactsOf(ResidentTable residents, int row)
    {
        var traits = (Traits)residents.Traits[row];
        int band = residents.Age[row] switch { < 5 => 0, < 11 => 1, < 16 => 2, < 35 => 3, < 55 => 4, < 75 => 5, _ => 6 };
        FixedFacts facts = (FixedFacts)band;
        facts |= traits.HasFlag(Traits.Female) ? FixedFacts.Female : 0;
        facts |= traits.HasFlag(Traits.Disabled) ? FixedFacts.Disabled : 0;
        facts |= traits.HasFlag(Traits.NoCar) ? FixedFacts.NoCar : 0;
        return facts;
    }

    // Both lists ascend, so one pass marks them all.
    private static void Mark(ReadOnlySpan<int> marked, int[] rows, byte[] facts, FixedFacts fact)
    {
        int i = 0;
        foreach (int row in marked)
        {
            if (row < 0)
            {
                continue;
            }

            i = Array.BinarySearch(rows, i, rows.Length - i, row);
            facts[i] |= (byte)fact;
        }
    }

    private static (double East, double North) Jitter(int row)
    {
        uint hash = (uint)row * 2654435769u;
        hash ^= hash >> 15;
        hash *= 2246822519u;
        hash ^= hash >> 13;
        return ((((hash & 0xFFFF) / 65535.0) - 0.5) * 2 * JitterMetres, (((hash >> 16) / 65535.0) - 0.5) * 2 * JitterMetres);
    }

    private static ushort[][][] PlaceOutlines(NeighbourhoodTable neighbourhoods, int places, ViewBox box)
    {
        var members = new List<ushort[]>[places];
        for (int place = 0; place < places; place++)
        {
            members[place] = [];
        }

        for (int n = 0; n < neighbourhoods.Count; n++)
        {
            members[neighbourhoods.Place[n]].AddRange(Rings(neighbourhoods.Outline[n], box));
        }

        double unit = box.Size / ushort.MaxValue;
        return PlaceBorders.Tidy([.. members.Select(rings => Borders.Around(rings, CrackMetres / unit))], WaterMetres / unit);
    }

    private static ushort[][] Rings(Geometry? outline, ViewBox box)
    {
        var rings = new List<ushort[]>();
        for (int g = 0; outline is not null && g < outline.NumGeometries; g++)
        {
            if (outline.GetGeometryN(g) is Polygon polygon)
            {
                rings.Add(Ring(polygon.ExteriorRing, box, anticlockwise: true));
                rings.AddRange(polygon.InteriorRings.Select(hole => Ring(hole, box, anticlockwise: false)));
            }
        }

        return [.. rings];
    }

    private static ushort[] Ring(LineString line, ViewBox box, bool anticlockwise)
    {
        var points = new List<ushort>();
        Coordinate[] corners = line.Coordinates;
        foreach (Coordinate c in Orientation.IsCCW(corners) == anticlockwise ? corners : corners.Reverse())
        {
            ushort x = box.QuantiseX(c.X);
            ushort y = box.QuantiseY(c.Y);
            if (points.Count < 2 || points[^2] != x || points[^1] != y)
            {
                points.Add(x);
                points.Add(y);
            }
        }

        return [.. points];
    }

    private static ViewSchool[] Schools(Population population, ViewBox box)
    {
        SchoolTable schools = population.Schools;
        var view = new ViewSchool[schools.Count];
        for (int s = 0; s < view.Length; s++)
        {
            view[s] = new ViewSchool(
                schools.Name[s], Phases[schools.Phase[s]], box.QuantiseX(schools.X[s]), box.QuantiseY(schools.Y[s]), schools.Pupils[s]);
        }

        return view;
    }
}
