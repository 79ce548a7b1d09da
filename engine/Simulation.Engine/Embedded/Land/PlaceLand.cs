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
        Make(0, BorderLines.WidnesWarrington, BorderLines.WidnesShore, BorderLines.LiverpoolHalton, Back(BorderLines.KnowsleyHalton), Back(BorderLines.SaintHelensHalton)),
        Make(0, BorderLines.RuncornShore, Back(BorderLines.RuncornCheshire), Back(BorderLines.DaresburyWarrington), Back(BorderLines.WarringtonRiver)),
        Make(1, BorderLines.WarringtonManchester, BorderLines.WarringtonCheshireEast, BorderLines.WarringtonCheshireWest,
            Back(BorderLines.DaresburyWarrington), Back(BorderLines.WarringtonRiver), Back(BorderLines.WidnesWarrington), Back(BorderLines.SaintHelensWarrington)),
        Make(2, BorderLines.CheshireEastOuter, BorderLines.CheshireMiddle, Back(BorderLines.WarringtonCheshireEast)),
        Make(3, BorderLines.CheshireWestOuter, Back(BorderLines.WirralNeck), Back(BorderLines.CheshireWestShore), Back(BorderLines.RuncornCheshire),
            Back(BorderLines.WarringtonCheshireWest), Back(BorderLines.CheshireMiddle)),
        Make(4, BorderLines.KnowsleyLancashire, BorderLines.KnowsleySaintHelens, BorderLines.KnowsleyHalton, BorderLines.LiverpoolKnowsley, Back(BorderLines.SeftonKnowsley)),
        Make(5, BorderLines.LiverpoolShore, BorderLines.LiverpoolHalton, BorderLines.LiverpoolKnowsley, BorderLines.SeftonLiverpool),
        Make(6, BorderLines.SaintHelensNorth, BorderLines.SaintHelensWarrington, BorderLines.SaintHelensHalton, Back(BorderLines.KnowsleySaintHelens)),
        Make(7, BorderLines.SeftonCoast, BorderLines.SeftonLancashire, BorderLines.SeftonKnowsley, BorderLines.SeftonLiverpool),
        Make(8, BorderLines.WirralCoast, Back(BorderLines.WirralNeck)),
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
