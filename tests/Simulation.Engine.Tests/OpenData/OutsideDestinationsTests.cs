using NetTopologySuite.Geometries;
using Simulation.Engine.OpenData;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.OpenData;

/// <summary>A square of 64 home zones, 40 km wide, with flows that fall with distance as the model says.</summary>
public sealed class OutsideDestinationsTests
{
    private const double Jobs = 2_000;

    private static readonly HomeZone[] Homes =
    [
        .. Enumerable.Range(0, 64).Select(i => new HomeZone($"Z{i:00}", null!, ((i % 8) * 5_000) - 17_500, ((i / 8) * 5_000) - 17_500, 1_000)),
    ];

    private static readonly OutlineIndex Area = new([new GeometryFactory().ToGeometry(new Envelope(-20_000, 20_000, -20_000, 20_000))]);

    [Theory]
    [InlineData(25_000, 0)]
    [InlineData(0, -27_000)]
    [InlineData(-30_000, 30_000)]
    [InlineData(38_000, 10_000)]
    [InlineData(-6_000, 45_000)]
    public void Place_DestinationBeyondTheBorder_LandsNearWhereItLies(double x, double y)
    {
        var cell = OutsideDestinations.Place(Homes, Rows(home => Jobs * OutsideDestinations.Decay(Metres(home, x, y))), Area).ShouldHaveSingleItem();

        cell.IsFar.ShouldBeFalse();
        Math.Sqrt(((cell.X - x) * (cell.X - x)) + ((cell.Y - y) * (cell.Y - y))).ShouldBeLessThan(OutsideCell.Side * 1.5);
        Area.Covers(cell.X, cell.Y).ShouldBeFalse();
    }

    [Fact]
    public void Place_FewWorkersFromEverywhere_IsFarAway()
    {
        var cell = OutsideDestinations.Place(Homes, Rows(home => home.X > 15_000 && home.Y > 15_000 ? 1 : 0), Area).ShouldHaveSingleItem();

        cell.IsFar.ShouldBeTrue();
        Homes.ShouldAllBe(home => Metres(home, cell.X, cell.Y) > 100_000);
    }

    [Fact]
    public void Place_NoDestinations_GivesNone() =>
        OutsideDestinations.Place(Homes, new CommuteRows(), Area).ShouldBeEmpty();

    private static CommuteRows Rows(Func<HomeZone, double> workers)
    {
        var rows = new CommuteRows();
        rows.Destinations.Add("Y02000001");
        for (var from = 0; from < Homes.Length; from++)
        {
            for (var to = 0; to < Homes.Length; to++)
            {
                var metres = from == to ? Homes[from].RadiusMetres * 4 / 3 : Metres(Homes[from], Homes[to].X, Homes[to].Y);
                rows.Inside.Add(new CommuteFlow(from, to, Jobs * OutsideDestinations.Decay(metres)));
            }

            if (Math.Round(workers(Homes[from])) is > 0 and var count)
            {
                rows.Outside.Add(new CommuteFlow(from, 0, count));
            }
        }

        return rows;
    }

    private static double Metres(HomeZone home, double x, double y) =>
        Math.Sqrt(((home.X - x) * (home.X - x)) + ((home.Y - y) * (home.Y - y)));
}
