using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using Simulation.Engine.Geography;

namespace Simulation.Engine.Embedded.Land;

/// <summary>One piece of land of a place: the whole of it, or one bank of Halton's Mersey.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="Outline">Outline, local metres.</param>
internal sealed record PlaceLand(int Place, Polygon Outline)
{
    /// <summary>The pieces, places in the order of <see cref="Figures.PlaceFigures.All"/>.</summary>
    public static ImmutableArray<PlaceLand> All() =>
    [
        Make(0, Borders.WidnesWarrington, Borders.WidnesShore, Borders.LiverpoolHalton, Back(Borders.KnowsleyHalton), Back(Borders.SaintHelensHalton)),
        Make(0, Borders.RuncornShore, Back(Borders.RuncornCheshire), Back(Borders.DaresburyWarrington), Back(Borders.WarringtonRiver)),
        Make(1, Borders.WarringtonManchester, Borders.WarringtonCheshireEast, Borders.WarringtonCheshireWest,
            Back(Borders.DaresburyWarrington), Back(Borders.WarringtonRiver), Back(Borders.WidnesWarrington), Back(Borders.SaintHelensWarrington)),
        Make(2, Borders.CheshireEastOuter, Borders.CheshireMiddle, Back(Borders.WarringtonCheshireEast)),
        Make(3, Borders.CheshireWestOuter, Back(Borders.WirralNeck), Back(Borders.CheshireWestShore), Back(Borders.RuncornCheshire),
            Back(Borders.WarringtonCheshireWest), Back(Borders.CheshireMiddle)),
        Make(4, Borders.KnowsleyLancashire, Borders.KnowsleySaintHelens, Borders.KnowsleyHalton, Borders.LiverpoolKnowsley, Back(Borders.SeftonKnowsley)),
        Make(5, Borders.LiverpoolShore, Borders.LiverpoolHalton, Borders.LiverpoolKnowsley, Borders.SeftonLiverpool),
        Make(6, Borders.SaintHelensNorth, Borders.SaintHelensWarrington, Borders.SaintHelensHalton, Back(Borders.KnowsleySaintHelens)),
        Make(7, Borders.SeftonCoast, Borders.SeftonLancashire, Borders.SeftonKnowsley, Borders.SeftonLiverpool),
        Make(8, Borders.WirralCoast, Back(Borders.WirralNeck)),
    ];

    private static ImmutableArray<(double, double)> Back(ImmutableArray<(double, double)> chain) => [.. chain.Reverse()];

    private static PlaceLand Make(int place, params ImmutableArray<(double, double)>[] chains)
    {
        List<Coordinate> ring = [];
        foreach (ImmutableArray<(double Longitude, double Latitude)> chain in chains)
        {
            // Each chain starts where the one before it ended.
            foreach ((double longitude, double latitude) in chain[..^1])
            {
                (double x, double y) = LocalProjection.ToMetres(longitude, latitude);
                ring.Add(new Coordinate(x, y));
            }
        }

        ring.Add(ring[0].Copy());
        var polygon = new Polygon(new LinearRing([.. ring]));
        polygon.Normalize();
        return new PlaceLand(place, polygon);
    }
}
