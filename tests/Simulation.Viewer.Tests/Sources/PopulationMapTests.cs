using NetTopologySuite.Geometries;
using Simulation.Engine.Populations;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Sources;

public sealed class PopulationMapTests
{
    [Fact]
    public void Create_EveryResident_StandsWithinTenMetresOfHome()
    {
        using Population population = SmallWorld.Population(3000);
        ViewMap map = PopulationMap.Create(population);
        map.Residents.ShouldBe(3000);
        double metre = map.Box.Size / ushort.MaxValue;
        for (int i = 0; i < map.Residents; i++)
        {
            int household = population.Residents.Household[map.ResidentRows[i]];
            double east = map.Box.X + (map.Positions[2 * i] * metre) - population.Households.X[household];
            double north = map.Box.Y + (map.Positions[(2 * i) + 1] * metre) - population.Households.Y[household];
            Math.Sqrt((east * east) + (north * north)).ShouldBeLessThan(12);
        }
    }

    [Fact]
    public void Create_Facts_CountPupilsAndWorkersOfThePopulation()
    {
        using Population population = SmallWorld.Population(3000);
        ViewMap map = PopulationMap.Create(population);
        map.Facts.Count(f => (f & (int)FixedFacts.Pupil) != 0).ShouldBe(population.Pupils.Layout.Used);
        map.Facts.Count(f => (f & (int)FixedFacts.Worker) != 0).ShouldBe(population.Workers.Layout.Used);
        map.PlaceOutlines.Length.ShouldBe(9);
        map.PlaceOutlines.ShouldAllBe(rings => rings.Length > 0 && rings.Length < 60);
    }

    [Fact]
    public void Create_PlaceOutlines_RunAlongNeighbourhoodsAndNeverBetweenTwoOfOnePlace()
    {
        using Population population = SmallWorld.Population(3000);
        ViewMap map = PopulationMap.Create(population);
        var placesOf = new Dictionary<(int, int, int, int), List<int>>();
        for (int n = 0; n < map.NeighbourhoodCount; n++)
        {
            foreach ((int, int, int, int) edge in map.Outlines[n].SelectMany(Edges))
            {
                placesOf.TryAdd(edge, []);
                placesOf[edge].Add(map.PlaceOf[n]);
            }
        }

        for (int place = 0; place < map.PlaceOutlines.Length; place++)
        {
            foreach ((int, int, int, int) edge in map.PlaceOutlines[place].SelectMany(Edges))
            {
                (placesOf.TryGetValue(edge, out List<int>? owners) && owners.Count(p => p == place) > 1).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void Create_PlaceOutlines_EncloseTheirNeighbourhoodsAndAreOneLineWhereTwoMeet()
    {
        using Population population = SmallWorld.Population(3000);
        ViewMap map = PopulationMap.Create(population);
        // Neighbours' outlines overlap by up to 15 metres; ten units are as long.
        Geometry[] grounds = [.. map.PlaceOutlines.Select(rings => Ground(rings).Buffer(12))];
        for (int n = 0; n < map.NeighbourhoodCount; n++)
        {
            grounds[map.PlaceOf[n]].Covers(Lines(map.Outlines[n])).ShouldBeTrue(map.Names[n]);
        }

        // What only one place has is the region's rim: no other place runs beside it.
        double doubled = 0;
        double all = 0;
        for (int place = 0; place < map.PlaceOutlines.Length; place++)
        {
            Geometry lines = Lines(map.PlaceOutlines[place]);
            Geometry others = Lines([.. map.PlaceOutlines.Where((_, p) => p != place).SelectMany(rings => rings)]);
            Geometry own = lines.Difference(others);
            all += lines.Length;
            doubled += own.Intersection(others.Buffer(30)).Length;
        }

        (doubled / all).ShouldBeLessThan(0.004, "only where a border comes to the coast");
    }

    [Fact]
    public void Around_TwoSquaresThatMeet_IsOneRingWithoutTheirSharedEdge()
    {
        ushort[][] rings = Borders.Around([[0, 0, 10, 0, 10, 10, 0, 10], [10, 0, 20, 0, 20, 10, 10, 10]], crack: 1);
        rings.ShouldHaveSingleItem();
        Edges(rings[0]).Order().ShouldBe(new[] { (0, 0, 10, 0), (10, 0, 20, 0), (20, 0, 20, 10), (10, 10, 20, 10), (0, 10, 10, 10), (0, 0, 0, 10) }.Order());
    }

    [Fact]
    public void Around_ACrackBetweenTwo_IsNoBorder()
    {
        // The second's edge has a corner that the first's has not, one beside it.
        ushort[][] rings = Borders.Around([[0, 0, 1000, 0, 1000, 1000, 0, 1000], [1000, 0, 2000, 0, 2000, 1000, 1000, 1000, 1001, 500]], crack: 10);
        rings.ShouldHaveSingleItem();
        Borders.Around([[0, 0, 5, 0, 5, 5, 0, 5]], crack: 10).ShouldBeEmpty();
    }

    [Fact]
    public void Around_AreasThatOverlap_AreBothEnclosed()
    {
        ushort[] square = [0, 0, 90, 0, 90, 90, 0, 90];
        Borders.Around([square, square, [0, 0, 90, 0, 90, 50, 0, 50]], crack: 1).Sum(ring => ring.Length / 2).ShouldBe(12);
    }

    [Fact]
    public void Around_AHole_StaysWithItsArea()
    {
        ushort[][] rings = Borders.Around([[0, 0, 90, 0, 90, 90, 0, 90], [30, 30, 30, 60, 60, 60, 60, 30]], crack: 1);
        rings.Length.ShouldBe(2);
    }

    private static LinearRing Line(ushort[] ring)
    {
        Coordinate[] corners = [.. Enumerable.Range(0, ring.Length / 2).Select(i => new Coordinate(ring[2 * i], ring[(2 * i) + 1]))];
        return new LinearRing([.. corners, corners[0]]);
    }

    private static MultiLineString Lines(ushort[][] rings) => new MultiLineString([.. rings.Select(Line)]);

    // Outer rings are walked anticlockwise, holes clockwise.
    private static Geometry Ground(ushort[][] rings) => rings.Select(Line).OrderBy(line => line.IsCCW ? 0 : 1)
        .Aggregate((Geometry)Polygon.Empty, (ground, line) => line.IsCCW ? ground.Union(new Polygon(line)) : ground.Difference(new Polygon(line)));

    private static IEnumerable<(int, int, int, int)> Edges(ushort[] ring)
    {
        for (int i = 0; i < ring.Length; i += 2)
        {
            int j = (i + 2) % ring.Length;
            (int, int) from = (ring[i], ring[i + 1]);
            (int, int) to = (ring[j], ring[j + 1]);
            if (from != to)
            {
                yield return from.CompareTo(to) < 0 ? (from.Item1, from.Item2, to.Item1, to.Item2) : (to.Item1, to.Item2, from.Item1, from.Item2);
            }
        }
    }
}
