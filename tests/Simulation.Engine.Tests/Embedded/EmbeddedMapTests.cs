using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using Simulation.Engine.Embedded.Figures;
using Simulation.Engine.Embedded.Land;
using Simulation.Engine.Embedded.Land.Gazetteers;
using Simulation.Engine.Geography;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Embedded;

public class EmbeddedMapTests
{
    [Fact]
    public void PlaceLand_Outlines_AreValidAndDoNotOverlap()
    {
        ImmutableArray<PlaceLand> lands = PlaceLand.All();

        lands.ShouldAllBe(l => l.Outline.IsValid);
        double union = OverlayNGRobust.Union([.. lands.Select(l => (Geometry)l.Outline)]).Area;
        union.ShouldBe(lands.Sum(l => l.Outline.Area), union * 1e-9);
    }

    // Land in km²: ONS local authority boundaries, clipped to the coast.
    [Theory]
    [InlineData(0, 79)]
    [InlineData(1, 181)]
    [InlineData(2, 1_163)]
    [InlineData(3, 917)]
    [InlineData(4, 87)]
    [InlineData(5, 112)]
    [InlineData(6, 137)]
    [InlineData(7, 157)]
    [InlineData(8, 161)]
    public void PlaceLand_EachPlace_HasAboutItsRealArea(int place, double squareKilometres)
    {
        double area = PlaceLand.All().Where(l => l.Place == place).Sum(l => l.Outline.Area) / 1e6;

        area.ShouldBe(squareKilometres, squareKilometres * 0.06);
    }

    [Fact]
    public void Gazetteer_EveryLocality_StandsInItsOwnPlace()
    {
        ImmutableArray<PlaceLand> lands = PlaceLand.All();
        for (int place = 0; place < 9; place++)
        {
            foreach (Locality locality in Gazetteer.ByPlace[place])
            {
                (double x, double y) = LocalProjection.ToMetres(locality.Longitude, locality.Latitude);
                double off = lands.Where(l => l.Place == place).Min(l => l.Outline.Distance(new Point(x, y)));
                off.ShouldBeLessThan(150, locality.Name);
            }
        }

        Gazetteer.ByPlace.Sum(p => p.Length).ShouldBeGreaterThan(150);
    }

    [Fact]
    public void Create_Outlines_CoverEachPlaceOnceAndStayInside()
    {
        ImmutableArray<PlaceLand> lands = PlaceLand.All();
        for (int place = 0; place < 9; place++)
        {
            Geometry[] cells = [.. SharedInputs.Of(place).Select(n => n.Outline)];
            Geometry land = OverlayNGRobust.Union([.. lands.Where(l => l.Place == place).Select(l => (Geometry)l.Outline)]);

            cells.ShouldAllBe(c => c.IsValid && c.Area > 10_000);
            cells.Sum(c => c.Area).ShouldBe(land.Area, land.Area * 1e-6);
            OverlayNGRobust.Union(cells).Area.ShouldBe(land.Area, land.Area * 1e-6);
            cells.ShouldAllBe(c => land.Buffer(1).Covers(c));
        }
    }

    [Fact]
    public void Create_EveryNeighbourhood_ContainsItsCentre() =>
        SharedInputs.Inputs.Neighbourhoods.ShouldAllBe(n => n.Outline.Contains(new Point(n.X, n.Y)));

    [Fact]
    public void Create_UrbanNeighbourhoods_StandCloseTogether()
    {
        IReadOnlyList<NeighbourhoodInput> all = SharedInputs.Inputs.Neighbourhoods;
        NeighbourhoodInput[] urban = [.. all.Where(n => n.Settlement == Settlement.Urban)];
        int Near(NeighbourhoodInput n, double metres) => all.Count(m => m != n && SharedInputs.Metres(n.X, n.Y, m.X, m.Y) < metres);

        urban.Count(n => Near(n, 1_500) >= 4).ShouldBeGreaterThan((int)(0.93 * urban.Length));
        urban.Count(n => Near(n, 2_500) >= 4).ShouldBeGreaterThan((int)(0.97 * urban.Length));
        double median = urban.Select(n => n.Outline.Area / 1e6).Order().ElementAt(urban.Length / 2);
        median.ShouldBeInRange(0.3, 0.6);
    }

    [Fact]
    public void Create_NeighboursByTheStreet_AreAlikeInDeprivation()
    {
        IReadOnlyList<NeighbourhoodInput> all = SharedInputs.Inputs.Neighbourhoods;
        double near = all.Average(n => Math.Abs(n.Decile - all.Where(m => m != n && m.Place == n.Place)
            .MinBy(m => SharedInputs.Metres(n.X, n.Y, m.X, m.Y))!.Decile));
        double far = Enumerable.Range(0, all.Count).Average(i => Math.Abs(all[i].Decile - all[((i * 797) + 400) % all.Count].Decile));

        near.ShouldBeLessThan(0.45 * far);
    }

    [Fact]
    public void Create_KnownLocalities_AreAsDeprivedAsTheirReputation()
    {
        double Mean(string name) => SharedInputs.Inputs.Neighbourhoods
            .Where(n => n.Name.StartsWith(name + " ", StringComparison.Ordinal)).Average(n => (double)n.Decile);

        foreach (string poor in new[] { "Everton", "Norris Green", "Birkenhead North End", "Stockbridge Village", "Kirkby Centre", "Halton Lea", "Linacre" })
        {
            Mean(poor).ShouldBeLessThan(2.5, poor);
        }

        foreach (string rich in new[] { "Formby", "Heswall", "Wilmslow", "Alderley Edge", "Prestbury", "Lymm", "Tarporley" })
        {
            Mean(rich).ShouldBeGreaterThan(7, rich);
        }
    }

    [Fact]
    public void Create_TheMap_LooksLikeCheshireAndMerseyside()
    {
        (double X, double Y) Middle(int place)
        {
            NeighbourhoodInput[] mine = [.. SharedInputs.Of(place)];
            return (mine.Average(n => n.X), mine.Average(n => n.Y));
        }

        (double liverpoolX, double liverpoolY) = Middle(5);
        Middle(8).X.ShouldBeLessThan(liverpoolX, "Wirral lies west of the Mersey");
        Middle(7).Y.ShouldBeGreaterThan(liverpoolY, "Sefton lies north");
        Middle(2).X.ShouldBeGreaterThan(Middle(3).X, "Cheshire East lies east of Cheshire West");
        SharedInputs.Inputs.Places.Select(p => p.Name).ShouldBe(PlaceFigures.All.Select(p => p.Name));
    }
}
