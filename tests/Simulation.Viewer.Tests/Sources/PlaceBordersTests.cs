using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Tests.Sources;

public sealed class PlaceBordersTests
{
    private const double Water = 100;

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(-9)]
    public void Tidy_NeighboursThatDoNotQuiteMeet_ShareOneLine(int gap)
    {
        // The second has a corner that the first has not, and lies a little apart, or a little over the first.
        ushort[] first = [1000, 1000, 3000, 1000, 3000, 4000, 1000, 4000];
        ushort[] second = [(ushort)(3000 + gap), 1000, 6000, 1000, 6000, 4000, (ushort)(3000 + gap), 4000, (ushort)(3000 + gap), 2345];

        ushort[][][] tidy = PlaceBorders.Tidy([[first], [second]], Water);

        HashSet<(int, int, int, int)> left = [.. Edges(tidy[0].ShouldHaveSingleItem())];
        HashSet<(int, int, int, int)> right = [.. Edges(tidy[1].ShouldHaveSingleItem())];
        Length(left.Intersect(right)).ShouldBe(3000, 5);

        // All else is the rim.
        Length(left.Union(right)).ShouldBe(2 * (5000 + 3000) + 3000, 40);
    }

    [Fact]
    public void Tidy_CreeksAndTheTidalEndOfARiver_LieBehindTheCoastAndABayDoesNot()
    {
        // Up from the south coast: creeks of 20, a river of 60 that widens into nothing, a bay of 400.
        ushort[] land =
        [
            1000, 1000, 1500, 1000, 1500, 1800, 1520, 1800, 1520, 1000, 1900, 1000, 1900, 1700, 1920, 1700, 1920, 1000,
            2500, 1000, 2500, 3500, 2560, 3500, 2560, 1000, 3500, 1000, 3500, 2000, 3900, 2000, 3900, 1000, 5000, 1000, 5000, 4000, 1000, 4000,
        ];

        ushort[] ring = PlaceBorders.Tidy([[land]], Water).ShouldHaveSingleItem().ShouldHaveSingleItem();

        (int X, int Y)[] corners = Corners(ring);
        corners.Where(c => c.X is > 1100 and < 3400 && c.Y is > 1050 and < 3950).ShouldBeEmpty("no creek, no river");
        corners.ShouldContain((3500, 2000), "the bay has its corners");
        corners.ShouldContain((3900, 2000));
    }

    [Fact]
    public void Tidy_NarrowWaterBetweenTwo_HasOneLineAlongIt()
    {
        ushort[] north = [1000, 3060, 6000, 3060, 6000, 5000, 1000, 5000];
        ushort[] south = [1000, 1000, 6000, 1000, 6000, 3000, 1000, 3000];
        ushort[][][] tidy = PlaceBorders.Tidy([[north], [south]], Water);
        Length(Edges(tidy[0][0]).Intersect(Edges(tidy[1][0]))).ShouldBe(5000, 150);
    }

    [Fact]
    public void Tidy_IslandsLakesAndIslandsInLakes_StayWhereTheyAre()
    {
        ushort[] shore = [1000, 1000, 5000, 1000, 5000, 5000, 1000, 5000];
        ushort[] lake = [2000, 2000, 2000, 4000, 4000, 4000, 4000, 2000];
        ushort[] inLake = [2800, 2800, 3200, 2800, 3200, 3200, 2800, 3200];
        ushort[] island = [200, 200, 230, 200, 230, 230, 200, 230];
        ushort[][] rings = PlaceBorders.Tidy([[shore, lake, inLake, island]], Water).ShouldHaveSingleItem();
        rings.Select(ring => Corners(ring).Order().First()).Order().ShouldBe([(200, 200), (1000, 1000), (2000, 2000), (2800, 2800)]);
        rings.ShouldAllBe(ring => ring.Length == 8);
    }

    private static (int X, int Y)[] Corners(ushort[] ring) => [.. Enumerable.Range(0, ring.Length / 2).Select(i => ((int)ring[2 * i], (int)ring[(2 * i) + 1]))];

    private static IEnumerable<(int, int, int, int)> Edges(ushort[] ring)
    {
        (int X, int Y)[] corners = Corners(ring);
        return corners.Zip([.. corners[1..], corners[0]]).Select(e => e.First.CompareTo(e.Second) < 0
            ? (e.First.X, e.First.Y, e.Second.X, e.Second.Y)
            : (e.Second.X, e.Second.Y, e.First.X, e.First.Y));
    }

    private static double Length(IEnumerable<(int X, int Y, int ToX, int ToY)> edges) =>
        edges.Sum(e => Math.Sqrt(Math.Pow(e.ToX - e.X, 2) + Math.Pow(e.ToY - e.Y, 2)));
}
